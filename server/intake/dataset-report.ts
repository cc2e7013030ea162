import type { DatasetReport } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { FoundPlace } from './dataset-places.ts';
import type { ReadRow, RowsReading } from './dataset-rows.ts';
import type { Gathered } from './dataset-statements.ts';

type Parts = {
  dataset: Dataset;
  edition: string;
  reading: RowsReading;
  gathered: Gathered;
  places: ReadonlyMap<Pcode, FoundPlace>;
};

/** What came of a table: rows read = taken + rejected, codes by how they were found, and where the numbers went. */
export function toDatasetReport({ dataset, edition, reading, gathered, places }: Parts): Omit<DatasetReport, 'changes'> {
  const codes = [...new Set(gathered.taken.map(({ commune }) => commune))].toSorted();
  const found = codes.flatMap((code) => {
    const place = places.get(code);
    return place === undefined ? [] : [{ code, place }];
  });
  return {
    kind: dataset.id,
    edition,
    upload: null,
    read: reading.read,
    taken: gathered.taken.length,
    rejected: [...reading.rejected, ...gathered.rejected].toSorted((a, b) => IN_FILE_ORDER.compare(a.where, b.where)),
    matchedDirectly: found.filter(({ place }) => place.by === 'code').length,
    matchedByCrosswalk: found.flatMap(({ code, place }) => (place.by === 'crosswalk' ? [{ code, to: place.pcode }] : [])),
    keptOnOlderEdition: found.flatMap(({ code, place }) => (place.by === 'older-edition' ? [{ code, edition: place.edition }] : [])),
    places: new Set(gathered.statements.map((statement) => `${statement.edition} ${statement.pcode}`)).size,
    periods: [...new Set(gathered.statements.map(({ period }) => period))].toSorted(),
    wasKnown: false,
    repairs: reading.repairs,
    notes: [...whereNumbersWent({ reading, gathered, places }), ...reading.notes, ...gathered.notes],
  };
}

/** Line 9 before line 10. */
const IN_FILE_ORDER = new Intl.Collator('en', { numeric: true });

const WAYS: Readonly<Record<FoundPlace['by'], string>> = {
  code: 'by their own code',
  crosswalk: 'led on by the crosswalk',
  'older-edition': 'kept on an older edition',
};

/** For each number that is not split: its sum in the readable rows, and the parts of it that arrived and did not. */
function whereNumbersWent({ reading, gathered, places }: Pick<Parts, 'reading' | 'gathered' | 'places'>): string[] {
  const measures = [
    ...new Set(reading.rows.flatMap(({ statement }) => statement.observations.filter(isWhole).map(({ measure }) => measure))),
  ];
  const taken = new Set(gathered.taken);
  const wayOf = (row: ReadRow) => {
    const place = taken.has(row) ? places.get(row.commune) : undefined;
    return place === undefined ? 'in rejected rows' : WAYS[place.by];
  };
  return measures.map((measure) => {
    const sums = new Map<string, number>();
    for (const row of reading.rows) sums.set(wayOf(row), (sums.get(wayOf(row)) ?? 0) + numberOf(row, measure));
    const total = [...sums.values()].reduce((sum, part) => sum + part, 0);
    return `${measure}: ${format(total)} = ${Array.from(sums, ([way, sum]) => `${format(sum)} ${way}`).join(' + ')}.`;
  });
}

function isWhole({ sex, ageBand, category }: ReadRow['statement']['observations'][number]): boolean {
  return sex === 'all' && ageBand === 'all' && category === 'all';
}

function numberOf({ statement }: ReadRow, measure: string): number {
  return statement.observations.find((observation) => observation.measure === measure && isWhole(observation))?.value ?? 0;
}

function format(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}
