import { type CrosswalkColumns, readCrosswalkStep, recogniseCrosswalk } from '../boundaries/commune-crosswalk.ts';
import type { PlacesReport, Reject } from '../contracts/import.ts';
import type { Database, Queryable } from '../db/database.ts';
import { insertImportReport } from '../queries/insert-import-report.ts';
import { realEditions } from '../queries/real-editions.ts';
import { type CrosswalkRow, replaceCrosswalkRows } from '../queries/replace-crosswalk-rows.ts';
import { strayCrosswalkCodes } from '../queries/stray-crosswalk-codes.ts';
import { compareCommunes } from './comparison.ts';
import { linkEditions } from './link-editions.ts';
import { ImportRefused, orRefuse, type Refusal, refusing } from './outcome.ts';
import type { Say } from './publish-edition.ts';
import { readTable, type SourceFile, type TableRow } from './read-table.ts';

/** Imports a crosswalk between two years' codes; editions of these years are joined anew, now or when they come. */
export function importCrosswalk(database: Database, file: SourceFile, say: Say): Promise<PlacesReport | Refusal> {
  return refusing(async () => {
    say(`Reading ${file.name}`);
    const table = orRefuse(await readTable(file));
    const years = recogniseCrosswalk(table.columns);
    if (years === undefined) {
      const columns = [...table.columns].join(', ');
      throw new ImportRefused(`${file.name} is no crosswalk: it needs the columns code_YEAR, code_YEAR and method, and has ${columns}.`);
    }
    const reading = readSteps(table.rows, years);
    if (reading.rows.length === 0) throw new ImportRefused(`${file.name} holds no row that can be taken.`);
    return database.transaction((tx) => store(tx, { years, reading, say }));
  });
}

type StepsReading = { read: number; rows: CrosswalkRow[]; rejected: Reject[] };

function readSteps(rows: readonly TableRow[], years: CrosswalkColumns): StepsReading {
  const reading: StepsReading = { read: rows.length, rows: [], rejected: [] };
  const seen = new Set<string>();
  for (const { where, fields } of rows) {
    const step = readCrosswalkStep(fields, years);
    if ('reason' in step) reading.rejected.push({ where, ...step });
    else if (seen.has(`${step.fromPcode}>${step.toPcode}`)) {
      const { fromPcode, toPcode, fromName, toName } = step;
      const reason = `the step from ${fromPcode ?? 'nothing'} to ${toPcode ?? 'nothing'} stands twice`;
      reading.rejected.push({ where, code: fromPcode ?? toPcode, name: fromPcode === null ? toName : fromName, reason });
    } else {
      seen.add(`${step.fromPcode}>${step.toPcode}`);
      reading.rows.push(step);
    }
  }
  return reading;
}

type Delivery = { years: CrosswalkColumns; reading: StepsReading; say: Say };

async function store(tx: Queryable, { years, reading, say }: Delivery): Promise<PlacesReport> {
  await replaceCrosswalkRows(tx, years, reading.rows);
  const pairs = await linkEditions(tx, undefined, say);
  const pair = pairs.find((candidate) => candidate.fromYear === years.fromYear && candidate.toYear === years.toYear);
  const notes: string[] = [];
  const editions = await realEditions(tx);
  for (const year of [years.fromYear, years.toYear]) {
    if (!editions.some((edition) => edition.year === year)) notes.push(`No edition of ${year} is loaded yet; the rows wait for it.`);
  }
  for (const { pcode, edition } of pair === undefined ? [] : await strayCrosswalkCodes(tx, pair)) {
    notes.push(`${pcode} is no place of ${edition}; its row joins nothing.`);
  }
  const report: PlacesReport = {
    kind: 'crosswalk',
    edition: pair?.to ?? editions.find((edition) => edition.year === years.toYear)?.id ?? '',
    layout: `crosswalk-${years.fromYear}-to-${years.toYear}`,
    read: reading.read,
    taken: reading.rows.length,
    rejected: reading.rejected,
    byLevel: countMethods(reading.rows),
    madeValid: [],
    crs: null,
    holes: [],
    duplicates: [],
    ...(await compareCommunes(tx, pair)),
    notes,
  };
  await insertImportReport(tx, report, report.edition === '' ? null : report.edition);
  return report;
}

function countMethods(rows: readonly CrosswalkRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method } of rows) counts[method] = (counts[method] ?? 0) + 1;
  return counts;
}
