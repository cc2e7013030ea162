import type { AdminLevel, FlowDirection, WorkshopType } from '@atlas/server/contracts';
import type { Bounds } from '../web/cartography/mercator.ts';
import type { Language, LayerId } from '../web/view.ts';
import type { Orientation, PaperName } from './paper.ts';

export { LAYER_IDS } from '../web/view.ts';

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
/** What lies over the areas, and what of it is looked at; undefined: all of it. */
export type OverlaysAsked = {
  layers: readonly LayerId[];
  /** Day of the networks and crossings, `YYYY-MM-DD`. */
  on: string;
  reachMeters: number;
  organisation: string | undefined;
  workshopTypes: readonly WorkshopType[];
  direction: FlowDirection | undefined;
  crossing: string | undefined;
  /** Province the routes begin or end in. */
  origin: string | undefined;
};
export type MapAsked = Asked &
  OverlaysAsked & {
    level: AdminLevel;
    province: string | undefined;
    /** Section of the map; undefined: all that is printed. */
    bounds: Bounds | undefined;
    paper: PaperName;
    orientation: Orientation;
  };
export type BriefAsked = Asked & { province: string; reachMeters: number };

/** Answers of the API as they came, so that whoever asks does not read them. */
export type MapAnswers = Readonly<Record<'editions' | 'indicators' | 'values' | 'places' | 'geometry', Uint8Array>>;
/** What lies over the areas; undefined where it is not asked for. `communes` is the geometry the networks are outlined by. */
export type OverlayAnswers = Readonly<
  Record<'communes' | 'coverage' | 'organisations' | 'workshops' | 'crossings' | 'flows', Uint8Array | undefined>
>;
export type BriefAnswers = MapAnswers & Readonly<Record<'profile' | 'gaps', Uint8Array>>;

/** Briefs of several provinces, a page each, in one file. */
type BriefsAsked = Omit<BriefAsked, 'province' | 'format'> & { format: 'pdf' };
export type ProvinceAnswers = Pick<BriefAnswers, 'profile' | 'gaps'> & { province: string };

/** All that a print is made of: it can be handed to a thread of its own. */
export type PrintJob =
  | { kind: 'map'; asked: MapAsked; answers: MapAnswers; overlays: OverlayAnswers }
  | { kind: 'brief'; asked: BriefAsked; answers: BriefAnswers }
  | { kind: 'briefs'; asked: BriefsAsked; answers: MapAnswers; provinces: readonly ProvinceAnswers[] };
