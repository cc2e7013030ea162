/**
 * Lists and forms of the vocabulary, without a schema library: with `place-values` and `pcode-reading` all that the
 * client loads of the contracts. The schemas beside are built from them.
 */

/** Levels of Cambodia's administrative gazetteer that the atlas maps, coarse to fine. */
export const ADMIN_LEVELS = ['province', 'district', 'commune'] as const;

/** A place's code in the gazetteer's form: text of 2 (province), 4 (district), 6 (commune) or 8 (village) digits. */
export const PCODE_FORM = /^(\d{2}){1,4}$/;
export const YEAR_FORM = /^(19|20)\d{2}$/;
export const EDITION_ID_FORM = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const WORKSHOP_TYPES = [
  'vsnp',
  'tot',
  'police',
  'service-provider',
  'campaign-12-december',
  'awareness',
  'community-programme',
] as const;

export const BORDER_COUNTRIES = ['TH', 'VN', 'LA'] as const;
export const CROSSING_STATUSES = ['open', 'closed', 'limited', 'unknown'] as const;

/** Coverage of a commune by its own network. */
export const COVERAGE_LETTERS = { active: 'a', dormant: 'd', none: 'n' } as const;

export const VALUE_STATES = ['value', 'zero', 'not-assessed', 'no-denominator', 'withheld'] as const;

/** One letter a state, in columns that travel. */
export const STATE_LETTERS: Readonly<Record<(typeof VALUE_STATES)[number], string>> = {
  value: 'v',
  zero: 'z',
  'not-assessed': 'n',
  'no-denominator': 'd',
  withheld: 'w',
};

/** Weights of the gap score's terms; each term is between 0 and 1. */
export const GAP_WEIGHTS = { need: 0.5, distance: 0.3, staleness: 0.2 } as const;

/** Where each term is full, so that whoever shows a score can say what it is made of. */
export const GAP_FULL = {
  /** About twice where the map’s top class begins. */
  needPer1000: 30,
  /** Without a rate: the children that 30 per 1,000 make in a commune of average size (3,000 children). */
  needChildren: 90,
  /** The largest reach a network is looked at with. */
  distanceMeters: 30_000,
  /** Two yearly assessments have been missed. */
  stalenessMonths: 24,
} as const;
