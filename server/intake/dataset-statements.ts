import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import type { Reject } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import type { StatementDataset } from '../datasets/dataset.ts';
import { EXAMPLE_PROVINCE } from '../datasets/template.ts';
import { observationKey, type Statement } from '../domain/statements/statement.ts';
import type { PlacedStatement } from '../queries/insert-statements.ts';
import type { FoundPlace } from './dataset-places.ts';
import { type ReadRow, toReason } from './dataset-rows.ts';

/** A row that speaks of a commune or of a village of it. */
export type StatementRow = ReadRow<Statement> & { commune: Pcode };

/** Statements of all rows taken, one a commune and year, and the rows that could not be taken. */
export type Gathered = { taken: StatementRow[]; statements: PlacedStatement[]; rejected: Reject[]; notes: FileNote[] };

/** What the rows of one written commune code say together of a year. */
type CommuneRows = { whole: StatementRow | undefined; villages: Map<Pcode, StatementRow> };
type Place = { found: FoundPlace; period: string; communes: Map<Pcode, CommuneRows> };

/** Gathers rows to one statement a commune and year: villages and merged older communes are summed, a second row of the same is rejected. */
export function gatherStatements(
  rows: readonly StatementRow[],
  places: ReadonlyMap<Pcode, FoundPlace>,
  dataset: StatementDataset,
): Gathered {
  const gathered: Gathered = { taken: [], statements: [], rejected: [], notes: [] };
  const byPlace = new Map<string, Place>();
  for (const row of rows) {
    const found = places.get(row.commune);
    const reason = found === undefined ? whyUnknown(row.commune) : add(row, { found, byPlace });
    if (reason === undefined) gathered.taken.push(row);
    else gathered.rejected.push({ where: row.where, code: row.village ?? row.commune, name: row.name, ...toReason([reason]) });
  }
  for (const place of byPlace.values()) gathered.statements.push(toStatement(place, dataset, gathered.notes));
  return gathered;
}

/** Why no place was found for a code. */
export function whyUnknown(code: Pcode): RowIssue {
  return rowIssue(code.startsWith(EXAMPLE_PROVINCE) ? 'example-place' : 'unknown-place');
}

/** Adds a row to those of its commune and year, or says why it cannot be one of them. */
function add(row: StatementRow, { found, byPlace }: { found: FoundPlace; byPlace: Map<string, Place> }): RowIssue | undefined {
  const { period } = row.said;
  const key = `${found.edition} ${found.pcode} ${period}`;
  const place = byPlace.get(key) ?? { found, period, communes: new Map<Pcode, CommuneRows>() };
  const commune = place.communes.get(row.commune) ?? { whole: undefined, villages: new Map<Pcode, StatementRow>() };
  const reason = join(row, commune);
  if (reason !== undefined) return reason;
  byPlace.set(key, place);
  place.communes.set(row.commune, commune);
  return undefined;
}

function join(row: StatementRow, commune: CommuneRows): RowIssue | undefined {
  const { period } = row.said;
  const [firstVillage] = commune.villages.values();
  if (row.village === null && firstVillage !== undefined) return rowIssue('villages-stated', { year: period, first: firstVillage.where });
  if (row.village !== null && commune.whole !== undefined) return rowIssue('commune-stated', { year: period, first: commune.whole.where });
  const before = row.village === null ? commune.whole : commune.villages.get(row.village);
  const joined = before === undefined ? row : union(before, row);
  if (joined === undefined) return rowIssue('twice-in-year', { year: period, first: before?.where ?? '' });
  if (row.village === null) commune.whole = joined;
  else commune.villages.set(row.village, joined);
  return undefined;
}

/** Two rows about the same place go together when they speak of different numbers, as rows by age band do. */
function union(before: StatementRow, row: StatementRow): StatementRow | undefined {
  const known = new Set(before.said.observations.map(observationKey));
  if (row.said.observations.some((observation) => known.has(observationKey(observation)))) return undefined;
  const observations = [...before.said.observations, ...row.said.observations];
  return { ...before, said: { ...before.said, observations } };
}

function toStatement({ found, period, communes }: Place, dataset: StatementDataset, notes: FileNote[]): PlacedStatement {
  const parts = [...communes.values()].map(({ whole, villages }) =>
    whole === undefined
      ? sum(
          [...villages.values()].map(({ said }) => said),
          'villages',
          dataset,
        )
      : whole.said,
  );
  const statement = sum(parts, 'communes', dataset);
  if (communes.size > 1) notes.push(fileNote('summed-communes', { code: found.pcode, period, codes: [...communes.keys()].join(' and ') }));
  const stated = [...communes.values()].some(({ villages }) => [...villages.values()].some((row) => row.said.findings?.villagesTotal));
  if (stated && statement.findings?.villagesTotal === null) {
    notes.push(fileNote('too-many-villages', { code: found.pcode, period }));
  }
  return { ...dataset.complete(statement), edition: found.edition, pcode: found.pcode };
}

function sum(parts: readonly Statement[], of: 'villages' | 'communes', dataset: StatementDataset): Statement {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : dataset.sum(parts, of);
}
