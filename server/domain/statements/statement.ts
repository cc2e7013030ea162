import type { Pcode } from '../../contracts/pcode.ts';

/** One number of a statement; `all` where it is not split. */
export type Observation = { measure: string; sex: 'all' | 'female' | 'male'; ageBand: string; category: string; value: number };

/** What a VSNP workshop said besides numbers of children: codes and counts, no text. */
export type WorkshopFindings = {
  /** `YYYY-MM-DD`. */
  workshopOn: string;
  villagesCovered: number | null;
  villagesTotal: number | null;
  /** Participants by group. */
  participants: Readonly<Record<string, number>>;
  topics: readonly string[];
  obligations: readonly { group: string; code: string }[];
  actions: readonly ActionItem[];
};

type ActionStatus = 'planned' | 'under-way' | 'done' | 'dropped';
export type ActionItem = { priority: string; owner: string; dueOn: string | null; status: ActionStatus };

/** All that one source says of one subject, place and year; `findings` only of a VSNP workshop. */
export type Statement = {
  /** `vsnp-assessments`, `population` or `covariate:<id>`. */
  subject: string;
  pcode: Pcode;
  period: string;
  observations: readonly Observation[];
  findings: WorkshopFindings | null;
  /** Divided by the shares of a crosswalk, or said to be an estimate. */
  isEstimated?: boolean;
};

/** An observation that is split by nothing, unless said otherwise. */
export function observe(measure: string, value: number, split: Partial<Omit<Observation, 'measure' | 'value'>> = {}): Observation {
  return { measure, sex: 'all', ageBand: 'all', category: 'all', ...split, value };
}

/** Two observations with the same key are about the same thing. */
export function observationKey({ measure, sex, ageBand, category }: Observation): string {
  return `${measure} ${sex} ${ageBand} ${category}`;
}
