import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Choices } from '../contracts/choices.ts';
import type { DatasetReport } from '../contracts/import.ts';
import { importStep, type TellStep } from '../contracts/import-steps.ts';
import { Year } from '../contracts/period.ts';
import type { Dataset, Stated } from '../datasets/dataset.ts';
import { type Database, diskTrouble, type Queryable } from '../db/database.ts';
import { queryCommunesAt } from '../queries/communes-at.ts';
import { queryCommunesNamed } from '../queries/communes-named.ts';
import { insertImportReport } from '../queries/insert-import-report.ts';
import { insertUpload } from '../queries/insert-upload.ts';
import { insertUploadRows } from '../queries/insert-upload-rows.ts';
import { knownUpload } from '../queries/known-upload.ts';
import { lockUploads } from '../queries/lock-uploads.ts';
import type { EditionPair } from '../queries/rebuild-crosswalk.ts';
import { refreshStatistics } from '../queries/refresh-statistics.ts';
import { queryRememberedChoices, rememberChoices } from '../queries/remembered-choices.ts';
import { setUploadReport } from '../queries/set-upload-report.ts';
import { Choosing } from './choosing.ts';
import { compareCommunes } from './comparison.ts';
import { receivingEdition } from './dataset-places.ts';
import { toDatasetReport } from './dataset-report.ts';
import { type RowsReading, readRows, type Ways } from './dataset-rows.ts';
import { journalled } from './journalled.ts';
import { ImportRefused, type Refusal, refusing } from './outcome.ts';
import type { NameFinder } from './places-by-name.ts';
import type { PointFinder } from './places-by-point.ts';
import { readRegister } from './read-register.ts';
import type { SourceFile } from './read-table.ts';
import { renewPlaces } from './renew-places.ts';
import { takeStatements } from './take-statements.ts';
import type { Taking } from './taking.ts';

export type DatasetDelivery = {
  files: readonly SourceFile[];
  dataset: Dataset;
  stated: Stated;
  source: string | undefined;
  /** Whom the history names; the command line where nobody is said. */
  by?: string;
  /** Only says what would change. */
  isDryRun?: boolean | undefined;
  /** Answers to what the files leave open. */
  choices?: Choices | undefined;
  /** Keeps these answers for later files. */
  isRemembered?: boolean | undefined;
  /** One row that cannot be taken refuses them all. */
  isAllOrNothing?: boolean | undefined;
};

/**
 * Imports tables of one spreadsheet shape, as one upload in one transaction. The same bytes with the same options
 * change nothing, unless the places loaded since let more of their rows in. Where no row can be taken nothing is stored.
 */
export function importDataset(database: Database, delivery: DatasetDelivery, tell: TellStep): Promise<DatasetReport | Refusal> {
  return refusing(async () => {
    const { dataset, stated, files } = delivery;
    if (stated.period !== undefined && !Year.safeParse(stated.period).success) {
      throw new ImportRefused({ issue: 'no-year', values: {} });
    }
    const refusal = dataset.refusal?.(stated);
    if (refusal !== undefined) throw new ImportRefused(refusal);
    const find: NameFinder = async (asked) => queryCommunesNamed(database, (await receivingEdition(database)).id, asked);
    const findAt: PointFinder = async (points) => queryCommunesAt(database, (await receivingEdition(database)).id, points);
    const choosing = new Choosing(delivery.choices, await queryRememberedChoices(database, toSubject(dataset, stated)));
    const rows = await readAll(delivery, { tell, find, findAt, choosing });
    if (rows.reading.read === 0) throw new ImportRefused({ issue: 'no-row', values: {} }, files.map(({ name }) => name).join(', '));
    const report = await journalled(database, async (tx) => {
      const result = await store(tx, { delivery, rows, used: choosing.used(), tell });
      const { upload, wasKnown } = result;
      return { result, act: upload === null || wasKnown ? undefined : { does: 'upload', upload } };
    });
    return report;
  }).then(async (result) => {
    if ('refused' in result || result.upload === null || result.wasKnown) return result;
    // The upload stands, whatever becomes of what the planner knows: a disk that is full by now must not deny it.
    await refreshStatistics(database).catch((error: unknown) => {
      if (diskTrouble(error) === undefined) throw error;
    });
    return result;
  });
}

/** The rows of the files, and how they are taken into an edition. */
type Rows = { reading: RowsReading<unknown>; take: (tx: Queryable) => Promise<Taking> };

async function readAll({ dataset, stated, files }: DatasetDelivery, ways: Ways): Promise<Rows> {
  if (dataset.keeps === 'records') return readRegister(files, { register: dataset, stated }, ways);
  const reading = await readRows(files, { dataset, stated }, ways);
  const subject = toSubject(dataset, stated);
  return { reading, take: (tx) => takeStatements(tx, { dataset, subject, reading }) };
}

type Work = { delivery: DatasetDelivery; rows: Rows; used: Choices; tell: TellStep };

async function store(tx: Queryable, { delivery, rows, used, tell }: Work): Promise<DatasetReport> {
  const { dataset, stated } = delivery;
  await lockUploads(tx);
  tell(importStep('placing'));
  const taking = await rows.take(tx);
  const report = toDatasetReport({ dataset, reading: rows.reading, taking });
  const upload = {
    dataset: toSubject(dataset, stated),
    sha256: fingerprint(delivery, used),
    source: delivery.source ?? dataset.source(stated),
  };
  const known = await knownUpload(tx, upload);
  const isSaidAgain = dataset.keeps === 'records' && isChanging(report);
  const wasKnown = known !== undefined && !isSaidAgain && isTakenAlike(known, report);
  if (delivery.isDryRun === true) return { ...report, wasKnown, preview: { ...taking.compared.preview, columns: rows.reading.columns } };
  if (delivery.isAllOrNothing === true && report.rejected.length > 0) {
    throw new ImportRefused({ issue: 'rows-rejected', values: { count: report.rejected.length } });
  }
  if (wasKnown) return { ...known, wasKnown };
  if (taking.count === 0) return report;
  tell(importStep('storing', { of: taking.count, about: dataset.keeps }));
  const id = await insertUpload(tx, { ...upload, by: delivery.by ?? 'command line' });
  await taking.insert(tx, id);
  await insertUploadRows(tx, id, taking.written);
  const pairs = await renewPlaces(tx, { dataset: dataset.id, upload: id }, (about) => tell(importStep('joining', { about })));
  const stored = { ...report, upload: id, ...(dataset.id === 'crosswalk' ? await findingsOf(tx, report, pairs) : {}) };
  await setUploadReport(tx, id, stored);
  await insertImportReport(tx, stored, stored.edition === '' ? null : stored.edition);
  if (delivery.isRemembered === true) await rememberChoices(tx, upload.dataset, used);
  return stored;
}

/** Records that came before hold again when they are said again: another upload may have spoken since. */
function isChanging({ changes: { added, changed, withdrawn } }: DatasetReport): boolean {
  return added + changed + withdrawn > 0;
}

/** How the editions that a crosswalk joins go together. */
async function findingsOf(tx: Queryable, { periods }: DatasetReport, pairs: readonly EditionPair[]) {
  const pair = pairs.find(({ fromYear, toYear }) => [fromYear, toYear].every((year) => periods.includes(String(year))));
  return pair === undefined ? {} : { edition: pair.to, findings: await compareCommunes(tx, pair) };
}

/** The same bytes say something new only where their rows find other places, or are divided otherwise. */
function isTakenAlike(known: DatasetReport, report: DatasetReport): boolean {
  // A crosswalk comes into no edition; its report names the one it joins.
  const edition = report.edition === '' ? '' : known.edition;
  return isDeepStrictEqual(placesTaken({ ...known, edition }), placesTaken(report));
}

/** Which rows found their places, and how they were divided. */
function placesTaken({ edition, taken, rejected, matchedByCrosswalk, keptOnOlderEdition, remarks }: DatasetReport) {
  const divided = remarks.filter(({ note }) => note === 'divided');
  return { edition, taken, rejected: rejected.map(({ code }) => code), matchedByCrosswalk, keptOnOlderEdition, divided };
}

function toSubject({ id }: Dataset, { indicator }: Stated): string {
  return id === 'covariate' ? `covariate:${indicator ?? ''}` : id;
}

/** One hash of the files' bytes and of everything that was stated about them, answers among it. */
function fingerprint({ files, stated, source }: DatasetDelivery, { columns, places }: Choices): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  const answers = { columns: Object.keys(columns).length === 0 ? undefined : columns, places: places.length === 0 ? undefined : places };
  const options = Object.entries({ ...stated, source, ...answers }).filter(([, value]) => value !== undefined);
  return hash.update(JSON.stringify(options.toSorted(([a], [b]) => (a < b ? -1 : 1)))).digest('hex');
}
