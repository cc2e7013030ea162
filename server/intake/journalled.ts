import type { Database, Queryable } from '../db/database.ts';
import { type Act, writeEntry } from './journal-entry.ts';

/**
 * Runs a change of the history of uploads in one transaction. Where the database keeps a journal, the change stands in it,
 * on the disk, before it is committed and so before anybody is told; a change that fails leaves neither.
 */
export async function journalled<Result>(
  database: Database,
  work: (tx: Queryable) => Promise<{ result: Result; act: Act | undefined }>,
): Promise<Result> {
  const { journal } = database;
  let takeBack: (() => Promise<void>) | undefined;
  try {
    return await database.transaction(async (tx) => {
      const { result, act } = await work(tx);
      if (act !== undefined && journal !== undefined) takeBack = await journal.add(await writeEntry(tx, act));
      return result;
    });
  } catch (error) {
    await takeBack?.();
    throw error;
  }
}
