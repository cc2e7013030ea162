import { levelOf, type PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useNeighbours } from '../api.ts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { indexOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { assessedAmong, figureOf } from './place-figures.ts';

/** For a place nobody has assessed in the period: what the hatch means, and what is known around it. */
export function WhyHatched({ profile }: { profile: PlaceProfile }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { indicator, period } = usePicture();
  if (indicator === undefined || figureOf(profile, indicator.id, period).state !== 'not-assessed') return null;
  const isOwn = indicator.subject === 'vsnp-assessments';
  return (
    <aside className="hatched-note">
      <h3 className="panel-heading">{text('profile.whyHatched')}</h3>
      <p>{text(isOwn ? 'profile.notAssessed' : 'profile.noFigure', { period: formatYear(language, period) })}</p>
      {levelOf(profile.place.pcode) === 'commune' && <Around pcode={profile.place.pcode} />}
    </aside>
  );
}

function Around({ pcode }: { pcode: string }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { edition, level, view, shown, period } = usePicture();
  const isComparable = view.level === 'commune' && shown?.period === period;
  const neighbours = useNeighbours(isComparable ? edition?.id : undefined, pcode);
  if (!isComparable || level === undefined || neighbours.data === undefined || neighbours.data.neighbours.length === 0) return null;
  const pcodes = neighbours.data.neighbours.map((neighbour) => neighbour.pcode);
  const assessed = assessedAmong(pcodes, (code) => shown.values[indexOfPlace(level, code) ?? -1]?.state);
  if (assessed === undefined) return null;
  const counts = { neighbours: formatNumber(language, pcodes.length), assessed: formatNumber(language, assessed) };
  return <p>{text('profile.neighbours', counts)}</p>;
}
