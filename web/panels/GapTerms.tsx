import type { Gap } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatDay, formatKilometers, formatNumber } from '../cartography/format.ts';
import { type Translate, useLanguage, useText } from '../i18n/index.ts';
import type { Language } from '../view.ts';
import { Bar } from './Bar.tsx';
import { type Term, toTerms } from './gap-terms.ts';
import { distanceText, monthsText } from './measure-text.ts';

/** The terms of a gap's score: bars with numbers, what each is made of, and the sum. */
export function GapTerms({ gap }: { gap: Gap }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const points = (number: number) => formatNumber(language, number, 3);
  return (
    <div className="gap-terms">
      <dl>
        {toTerms(gap).map((term) => (
          <div key={term.name} className="gap-term">
            <dt>{text(`gaps.${term.name}`)}</dt>
            <dd className="gap-term-points">
              {text('gaps.points', { points: points(term.points), weight: formatNumber(language, term.weight, 1) })}
            </dd>
            <dd className="gap-term-bar">
              <Bar share={term.points / term.weight} />
            </dd>
            <dd className="gap-term-made fine">{madeOf(term, { gap, text, language })}</dd>
          </div>
        ))}
      </dl>
      <p className="gap-sum">
        {text('gaps.sum', {
          need: points(gap.terms.need),
          distance: points(gap.terms.distance),
          staleness: points(gap.terms.staleness),
          score: points(gap.score),
        })}
      </p>
    </div>
  );
}

type Wording = { gap: Gap; text: Translate; language: Language };

function madeOf({ unit, measured, full }: Term, { gap, text, language }: Wording): string {
  switch (unit) {
    case 'per1000':
      return text('gaps.made-per1000', { measured: formatNumber(language, measured ?? 0, 1), full: formatNumber(language, full) });
    case 'children':
      return text('gaps.made-children', { measured: formatNumber(language, measured ?? 0), full: formatNumber(language, full) });
    case 'meters':
      if (measured === undefined) return text('gaps.made-meters-none', { full: formatKilometers(language, full) });
      return text('gaps.made-meters', { measured: distanceText(language, measured), full: formatKilometers(language, full) });
    case 'months':
      return text('gaps.made-months', {
        measured: monthsText(text, language, measured ?? 0),
        full: monthsText(text, language, full),
        day: formatDay(language, gap.lastAssessedOn),
      });
  }
}
