import type { NumbersWent } from '../contracts/file-note-words.ts';
import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { FoundPlace } from './dataset-places.ts';
import type { StatementRow } from './dataset-statements.ts';

type Rows = { rows: readonly StatementRow[]; taken: readonly StatementRow[]; places: ReadonlyMap<Pcode, FoundPlace> };

/** For each number that is not split: its sum in the readable rows, and the parts of it that arrived and did not. */
export function numbersWent({ rows, taken: arrived, places }: Rows): FileNote[] {
  const measures = [...new Set(rows.flatMap(({ said }) => said.observations.filter(isWhole).map(({ measure }) => measure)))];
  const taken = new Set(arrived);
  const wayOf = (row: StatementRow): NumbersWent => (taken.has(row) ? places.get(row.commune)?.by : undefined) ?? 'rejected';
  return measures.map((measure) => {
    const sums = new Map<NumbersWent, number>();
    for (const row of rows) sums.set(wayOf(row), (sums.get(wayOf(row)) ?? 0) + numberOf(row, measure));
    const total = [...sums.values()].reduce((sum, part) => sum + part, 0);
    return { ...fileNote('went', { measure, total }), parts: Array.from(sums, ([way, sum]) => ({ way, sum })) };
  });
}

function isWhole({ sex, ageBand, category }: StatementRow['said']['observations'][number]): boolean {
  return sex === 'all' && ageBand === 'all' && category === 'all';
}

function numberOf({ said }: StatementRow, measure: string): number {
  return said.observations.find((observation) => observation.measure === measure && isWhole(observation))?.value ?? 0;
}
