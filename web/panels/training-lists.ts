import type { TrainingFollowUp } from '@atlas/server/contracts';
import { plusMonths } from './months.ts';

type Trained = TrainingFollowUp['communes'][number];

/** Months a network has to follow a training. */
const MONTHS_TO_FOLLOW = 12;

export type TrainingLists = {
  followed: Trained[];
  /** The 12 months are over and no network followed; the longest ago first. */
  without: Trained[];
  /** The 12 months are not over; the first to end first. */
  pending: (Trained & { until: string })[];
};

/** Sorts trained communes by what followed. On the last day of the 12 months a commune is still pending. */
export function toTrainingLists(communes: readonly Trained[], today: string): TrainingLists {
  const byDay = [...communes].sort((a, b) => (a.trainedOn < b.trainedOn ? -1 : a.trainedOn > b.trainedOn ? 1 : a.pcode < b.pcode ? -1 : 1));
  const unfollowed = byDay
    .filter(({ activeNetwork }) => activeNetwork === null)
    .map((commune) => ({ ...commune, until: plusMonths(commune.trainedOn, MONTHS_TO_FOLLOW) }));
  return {
    followed: byDay.filter(({ activeNetwork }) => activeNetwork !== null),
    without: unfollowed.filter(({ until }) => until < today),
    pending: unfollowed.filter(({ until }) => until >= today),
  };
}
