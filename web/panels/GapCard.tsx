import { levelOf, type PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useGaps } from '../api.ts';
import { formatKilometers, formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { GapTerms } from './GapTerms.tsx';
import { whyNoGap } from './gap-terms.ts';
import { Loaded } from './Loaded.tsx';
import { assessedIndicators, figureOf } from './place-figures.ts';

/** Where the place stands in the gap list of its province, or why it is not in it. */
export function GapCard({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { edition, view, period, on, places, indicators, change } = usePicture();
  const { pcode } = profile.place;
  const province = pcode.slice(0, 2);
  const gaps = useGaps(
    edition === undefined || indicators === undefined
      ? undefined
      : { edition: edition.id, period, on, reachMeters: view.reachKm * 1000, province },
  );
  const number = (count: number) => formatNumber(language, count);
  return (
    <section className="gap-card">
      <Loaded query={gaps}>
        {({ gaps: list, reachMeters }) => {
          const gap = list.find((candidate) => candidate.pcode === pcode);
          if (levelOf(pcode) !== 'commune') {
            const count = list.filter((candidate) => candidate.pcode.startsWith(pcode)).length;
            return (
              <h3 className="panel-heading">
                {text('profile.gapsWithin', { place: nameOfPlace(places, pcode, language), count: number(count) })}
              </h3>
            );
          }
          if (gap === undefined) {
            const children = figureOf(profile, assessedIndicators(indicators ?? []).count?.id, period);
            const why = whyNoGap(profile, children, reachMeters);
            return (
              <p>
                {text(`profile.noGap-${why}`, { period: formatYear(language, period), reach: formatKilometers(language, reachMeters) })}
              </p>
            );
          }
          const standing = { rank: number(gap.rank), count: number(list.length), province: nameOfPlace(places, province, language) };
          return (
            <>
              <h3 className="panel-heading">{text('profile.gap', standing)}</h3>
              <GapTerms gap={gap} />
            </>
          );
        }}
      </Loaded>
      <button type="button" className="panel-button panel-button-main" onClick={() => change({ panel: 'gaps', province })}>
        {text('profile.openGaps')}
      </button>
    </section>
  );
}
