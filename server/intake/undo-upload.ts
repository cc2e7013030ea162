import type { UndoReport } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { registerOf } from '../datasets/index.ts';
import type { Database, Queryable } from '../db/database.ts';
import { compareRecords, REGISTER_IDS, type RegisterId, type StepRecord } from '../domain/records/record.ts';
import { codesLedOtherwise } from '../domain/records/steps.ts';
import { type Compared, compareNumbers, type StatedPlace } from '../domain/statements/changes.ts';
import { queryCurrentRecords } from '../queries/current-records.ts';
import { lockUploads } from '../queries/lock-uploads.ts';
import { queryPlacesStatedIn } from '../queries/places-stated-in.ts';
import { queryStatedNumbers } from '../queries/stated-numbers.ts';
import { queryUploads } from '../queries/uploads.ts';
import { queryUploadsLedOn } from '../queries/uploads-led-on.ts';
import { withdrawUpload } from '../queries/withdraw-upload.ts';
import { journalled } from './journalled.ts';
import { ImportRefused, type Refusal, refusing } from './outcome.ts';
import { renewPlaces } from './renew-places.ts';
import { toStatedRecords } from './stated-records.ts';

type Undoing = { upload: number; by: string; isDryRun?: boolean };

/**
 * Takes an upload back, in one transaction: where a later upload speaks it goes on to hold, where an earlier one does it
 * holds again, elsewhere nothing is stated any more. A dry run says what would change, and changes nothing.
 */
export function undoUpload(database: Database, { upload, by, isDryRun = false }: Undoing): Promise<UndoReport | Refusal> {
  return refusing(() =>
    journalled(database, async (tx) => {
      await lockUploads(tx);
      const [known] = await queryUploads(tx, upload);
      if (known === undefined) throw new ImportRefused({ issue: 'no-upload', values: { upload } });
      if (known.state === 'withdrawn')
        throw new ImportRefused({ issue: 'undone-already', values: { upload, day: known.withdrawnAt?.slice(0, 10) ?? '' } });
      const compared = await compareWithdrawal(tx, { upload, by, dataset: known.dataset });
      if (isDryRun) throw new DryRun({ upload, dataset: known.dataset, ...compared });
      await renewPlaces(tx, { dataset: known.dataset, upload }, () => {});
      const result = { upload, dataset: known.dataset, changes: compared.changes };
      return { result, act: { does: 'undo', upload } };
    }),
  ).catch((ended: unknown) => {
    if (ended instanceof DryRun) return ended.report;
    throw ended;
  });
}

/** Ends the transaction of a dry run, so that nothing of it is kept. */
class DryRun extends Error {
  readonly report: UndoReport;
  constructor(report: UndoReport) {
    super('a dry run keeps nothing');
    this.report = report;
  }
}

type Withdrawal = { upload: number; by: string; dataset: string };

async function compareWithdrawal(tx: Queryable, { dataset, ...withdrawal }: Withdrawal): Promise<Compared> {
  const register = REGISTER_IDS.find((id) => id === dataset);
  const stated = register === undefined ? await numbersOf(tx, withdrawal.upload) : () => recordsOf(tx, register);
  const compare = register === undefined ? compareNumbers : compareRecords;
  const before = await stated();
  const steps = await stepsOf(tx, dataset);
  await withdrawUpload(tx, withdrawal);
  await refuseLeadingUploads(tx, withdrawal.upload, codesLedOtherwise(steps, await stepsOf(tx, dataset)));
  return compare(before, await stated());
}

async function stepsOf(tx: Queryable, dataset: string): Promise<StepRecord[]> {
  return dataset === 'crosswalk' ? (await queryCurrentRecords(tx, 'crosswalk')).map(({ record }) => record) : [];
}

/**
 * Refuses to take a crosswalk back on which later uploads rest: their files are not kept, so what it summed or divided could not be
 * told apart again.
 */
async function refuseLeadingUploads(tx: Queryable, upload: number, codes: readonly Pcode[]): Promise<void> {
  const led = codes.length === 0 ? [] : await queryUploadsLedOn(tx, { after: upload, codes });
  if (led.length > 0) throw new ImportRefused({ issue: 'led-on', values: { upload, uploads: led.join(', ') } });
}

/** Tells what holds of the places an upload speaks of, now and whenever it is asked again. */
async function numbersOf(tx: Queryable, upload: number): Promise<() => Promise<StatedPlace[]>> {
  const places = await queryPlacesStatedIn(tx, upload);
  const subjects = [...new Set(places.map(({ subject }) => subject))];
  return async () => {
    const found = [];
    for (const subject of subjects) {
      found.push(...(await queryStatedNumbers(tx, { subject, places: places.filter((place) => place.subject === subject) })));
    }
    return found;
  };
}

async function recordsOf(tx: Queryable, register: RegisterId): Promise<StatedPlace[]> {
  return toStatedRecords(tx, registerOf(register), await queryCurrentRecords(tx, register));
}
