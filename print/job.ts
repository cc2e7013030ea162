import type { AdminLevel } from '@atlas/server/contracts';
import type { Language } from '../web/view.ts';
import type { Orientation, PaperName } from './paper.ts';

export const FORMATS = ['pdf', 'png'] as const;
export type Format = (typeof FORMATS)[number];

type Asked = {
  edition: string;
  indicator: string;
  period: string;
  language: Language;
  format: Format;
  /** Day of the print, `YYYY-MM-DD`. */
  printedOn: string;
};
export type MapAsked = Asked & { level: AdminLevel; province: string | undefined; paper: PaperName; orientation: Orientation };
export type BriefAsked = Asked & { province: string; reachMeters: number };

/** Answers of the API as they came, so that whoever asks does not read them. */
export type MapAnswers = Readonly<Record<'editions' | 'indicators' | 'values' | 'places' | 'geometry', Uint8Array>>;
export type BriefAnswers = MapAnswers & Readonly<Record<'profile' | 'gaps', Uint8Array>>;

/** Briefs of several provinces, a page each, in one file. */
type BriefsAsked = Omit<BriefAsked, 'province' | 'format'> & { format: 'pdf' };
export type ProvinceAnswers = Pick<BriefAnswers, 'profile' | 'gaps'> & { province: string };

/** All that a print is made of: it can be handed to a thread of its own. */
export type PrintJob =
  | { kind: 'map'; asked: MapAsked; answers: MapAnswers }
  | { kind: 'brief'; asked: BriefAsked; answers: BriefAnswers }
  | { kind: 'briefs'; asked: BriefsAsked; answers: MapAnswers; provinces: readonly ProvinceAnswers[] };
