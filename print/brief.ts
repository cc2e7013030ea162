import type { GapList, PlaceProfile } from '@atlas/server/contracts';
import { formatYear } from '../web/cartography/format.ts';
import { nameOfPlace } from '../web/cartography/place-names.ts';
import type { BriefAnswers, BriefAsked } from './job.ts';
import { type Picture, read, toPicture } from './picture.ts';
import { printText } from './print-text.ts';

/** All that a province's brief is made of. */
export type Brief = { title: string; province: string; picture: Picture; profile: PlaceProfile; gaps: GapList };

/** Puts the brief together. Throws when the answers do not belong together. */
export function toBrief(answers: BriefAnswers, asked: BriefAsked): Brief {
  const { language, province } = asked;
  const picture = toPicture(answers, { ...asked, level: 'commune', bounds: undefined, layers: ['indicator'] });
  const values = { province: nameOfPlace(picture.places, province, language), period: formatYear(language, asked.period) };
  const title = printText(language)('briefTitle', values);
  return { title, province, picture, profile: read<PlaceProfile>(answers.profile), gaps: read<GapList>(answers.gaps) };
}

/** A share of something, or why there is none. */
export type Share = { part: number; whole: number };

/** Children in communes that an active network reaches, of all identified ones; those in gaps are the others. */
export function coveredShare({ gaps }: Pick<Brief, 'gaps'>, identified: number): Share {
  return { part: identified - gaps.gaps.reduce((sum, { children }) => sum + children, 0), whole: identified };
}
