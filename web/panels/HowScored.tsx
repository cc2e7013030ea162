import { GAP_FULL, GAP_WEIGHTS } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatDay, formatKilometers, formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { monthsText } from './measure-text.ts';

/** The formula of the gap score with its weights, on demand. */
export function HowScored({ on }: { on: string }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const weight = (number: number) => formatNumber(language, number, 1);
  const whole = (number: number) => formatNumber(language, number);
  return (
    <Disclosure label={text('gaps.howTitle')}>
      <p>{text('gaps.how')}</p>
      <ul className="plain-list">
        <li>
          {text('gaps.howNeed', {
            weight: weight(GAP_WEIGHTS.need),
            full: whole(GAP_FULL.needPer1000),
            children: whole(GAP_FULL.needChildren),
          })}
        </li>
        <li>
          {text('gaps.howDistance', { weight: weight(GAP_WEIGHTS.distance), full: formatKilometers(language, GAP_FULL.distanceMeters) })}
        </li>
        <li>
          {text('gaps.howStaleness', { weight: weight(GAP_WEIGHTS.staleness), full: monthsText(text, language, GAP_FULL.stalenessMonths) })}
        </li>
      </ul>
      <p>{text('gaps.howActive', { day: formatDay(language, on) })}</p>
    </Disclosure>
  );
}
