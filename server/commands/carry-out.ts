import { z } from 'zod';
import { Refusal } from '../contracts/file-issues.ts';
import { ImportReport, UndoReport, Upload } from '../contracts/import.ts';
import { stepWords } from '../contracts/import-steps.ts';
import { datasetOf } from '../datasets/index.ts';
import type { Database } from '../db/database.ts';
import { importBoundaries } from '../intake/import-boundaries.ts';
import { importDataset } from '../intake/import-dataset.ts';
import { importGazetteer } from '../intake/import-gazetteer.ts';
import type { SourceFile } from '../intake/read-table.ts';
import { undoUpload } from '../intake/undo-upload.ts';
import { importReports } from '../queries/import-reports.ts';
import { removeDemonstration } from '../queries/remove-demonstration.ts';
import { queryUploads } from '../queries/uploads.ts';
import { buildRelease } from '../release/build.ts';
import { writeRelease } from '../release/folder.ts';
import { verifyRelease } from '../release/verify.ts';
import type { Order } from './order.ts';

/** What came of an order. A refusal is one plain sentence; nothing has changed then. */
export const Outcome = z.union([
  Refusal,
  z.object({ report: ImportReport }),
  z.object({ undone: UndoReport }),
  z.object({ uploads: z.array(Upload) }),
  z.object({ removedPlaces: z.number().int() }),
  z.object({ built: z.object({ id: z.string(), folder: z.string(), shown: z.number().int(), withheld: z.number().int() }) }),
  z.object({ reports: z.array(z.object({ createdAt: z.string(), report: ImportReport })) }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** Files of an order: those to read, and the table of codes where there is one. */
export type OrderFiles = { files: readonly SourceFile[]; codes: SourceFile | undefined };
/** Where releases are kept, if they are. */
type Kept = { releases?: string | undefined };

/** Carries an order out on a database, saying each step. */
export async function carryOut(
  database: Database,
  { order, given, releases }: { order: Order; given: OrderFiles } & Kept,
  say: (step: string) => void,
): Promise<Outcome> {
  const { files, codes } = given;
  switch (order.command) {
    case 'reports':
      return { reports: await importReports(database) };
    case 'remove-demonstration':
      say('Taking the demonstration out');
      return settled(database, async () => ({ removedPlaces: await removeDemonstration(database) }));
    case 'import-boundaries':
      return settled(database, async () => toOutcome(await importBoundaries(database, { files, codes, options: order.options }, say)));
    case 'import-gazetteer':
      return settled(database, async () => toOutcome(await importGazetteer(database, { files, options: order.options }, say)));
    case 'import-dataset': {
      const { command: _, dataset, source, ...told } = order;
      return toOutcome(
        await importDataset(database, { files, dataset: datasetOf(dataset), source, ...told }, (step) => say(stepWords(step))),
      );
    }
    case 'uploads':
      return { uploads: await queryUploads(database) };
    case 'undo-upload': {
      const { upload, isDryRun = false } = order;
      const undone = await undoUpload(database, { upload, by: 'command line', isDryRun });
      return 'refused' in undone ? undone : { undone };
    }
    case 'build-release': {
      const { command: _, ...asked } = order;
      return makeRelease(database, asked, { releases, say });
    }
  }
}

type ReleaseAsked = Omit<Extract<Order, { command: 'build-release' }>, 'command'>;

/** Builds a release, writes its folder and checks it there. */
async function makeRelease(
  database: Database,
  asked: ReleaseAsked,
  { releases, say }: Kept & { say: (step: string) => void },
): Promise<Outcome> {
  if (releases === undefined) return { refused: 'No folder for releases was named.' };
  const on = new Date().toISOString().slice(0, 10);
  let said = '';
  const built = await buildRelease(database, { ...asked, on }, (step, share) => {
    const sentence = `${STEP_WORDS[step]}, ${Math.floor(share * 10) * 10} %`;
    if (sentence !== said) say(sentence);
    said = sentence;
  });
  if ('refused' in built) return built;
  say('Writing and checking the folder');
  const folder = await writeRelease(releases, built);
  const verdict = await verifyRelease(folder);
  return 'refused' in verdict ? verdict : { built: { id: built.id, folder, ...verdict } };
}

const STEP_WORDS = { withholding: 'Choosing what is withheld', proving: 'Proving that it cannot be computed' } as const;

/** Work that stands in no journal is on the disk before anybody is told. */
async function settled(database: Database, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await work();
  await database.settle();
  return outcome;
}

function toOutcome(result: ImportReport | Refusal): Outcome {
  return 'refused' in result ? result : { report: result };
}
