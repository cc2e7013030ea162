import type { Pcode } from '../contracts/pcode.ts';
import type { FoundPlace } from './dataset-places.ts';
import type { StatementRow } from './dataset-statements.ts';

const WAYS: Readonly<Record<FoundPlace['by'], string>> = {
  code: 'by their own code',
  crosswalk: 'led on by the crosswalk',
  'older-edition': 'kept on an older edition',
};

type Rows = { rows: readonly StatementRow[]; taken: readonly StatementRow[]; places: ReadonlyMap<Pcode, FoundPlace> };

/** For each number that is not split: its sum in the readable rows, and the parts of it that arrived and did not. */
export function numbersWent({ rows, taken: arrived, places }: Rows): string[] {
  const measures = [...new Set(rows.flatMap(({ said }) => said.observations.filter(isWhole).map(({ measure }) => measure)))];
  const taken = new Set(arrived);
  const wayOf = (row: StatementRow) => {
    const place = taken.has(row) ? places.get(row.commune) : undefined;
    return place === undefined ? 'in rejected rows' : WAYS[place.by];
  };
  return measures.map((measure) => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(wayOf(row), (sums.get(wayOf(row)) ?? 0) + numberOf(row, measure));
    const total = [...sums.values()].reduce((sum, part) => sum + part, 0);
    return `${measure}: ${format(total)} = ${Array.from(sums, ([way, sum]) => `${format(sum)} ${way}`).join(' + ')}.`;
  });
}

function isWhole({ sex, ageBand, category }: StatementRow['said']['observations'][number]): boolean {
  return sex === 'all' && ageBand === 'all' && category === 'all';
}

function numberOf({ said }: StatementRow, measure: string): number {
  return said.observations.find((observation) => observation.measure === measure && isWhole(observation))?.value ?? 0;
}

function format(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}
