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
import type { Order } from './order.ts';

/** What came of an order. A refusal is one plain sentence; nothing has changed then. */
export const Outcome = z.union([
  Refusal,
  z.object({ report: ImportReport }),
  z.object({ undone: UndoReport }),
  z.object({ uploads: z.array(Upload) }),
  z.object({ removedPlaces: z.number().int() }),
  z.object({ reports: z.array(z.object({ createdAt: z.string(), report: ImportReport })) }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** Files of an order: those to read, and the table of codes where there is one. */
export type OrderFiles = { files: readonly SourceFile[]; codes: SourceFile | undefined };

/** Carries an order out on a database, saying each step. */
export async function carryOut(
  database: Database,
  { order, given }: { order: Order; given: OrderFiles },
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
  }
}

/** Work that stands in no journal is on the disk before anybody is told. */
async function settled(database: Database, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await work();
  await database.settle();
  return outcome;
}

function toOutcome(result: ImportReport | Refusal): Outcome {
  return 'refused' in result ? result : { report: result };
}
