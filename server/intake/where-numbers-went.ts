import type { NumbersWent } from '../contracts/file-note-words.ts';
import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { FoundPlace } from './dataset-places.ts';
import type { StatementRow } from './dataset-statements.ts';

type Rows = { rows: readonly StatementRow[]; taken: readonly StatementRow[]; places: ReadonlyMap<Pcode, FoundPlace> };

/** For each number that is not split: its sum in the readable rows, and the parts of it that arrived and did not. */
export function numbersWent({ rows, taken: arrived, places }: Rows): FileNote[] {
  const taken = new Set(arrived);
  const byMeasure = new Map<string, Map<NumbersWent, number>>();
  for (const row of rows) {
    const way = (taken.has(row) ? places.get(row.commune)?.by : undefined) ?? 'rejected';
    for (const observation of row.said.observations) {
      if (!isWhole(observation)) continue;
      const sums = byMeasure.get(observation.measure) ?? new Map<NumbersWent, number>();
      sums.set(way, (sums.get(way) ?? 0) + observation.value);
      byMeasure.set(observation.measure, sums);
    }
  }
  return Array.from(byMeasure, ([measure, sums]) => {
    const total = [...sums.values()].reduce((sum, part) => sum + part, 0);
    return { ...fileNote('went', { measure, total }), parts: Array.from(sums, ([way, sum]) => ({ way, sum })) };
  });
}

function isWhole({ sex, ageBand, category }: StatementRow['said']['observations'][number]): boolean {
  return sex === 'all' && ageBand === 'all' && category === 'all';
}
