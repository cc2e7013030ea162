import { type Database, DatabaseUnavailable } from '../db/database.ts';
import { forgetAnswer } from '../queries/remembered-answers.ts';
import { restoreRows } from '../queries/restore-rows.ts';
import { queryWithdrawal, restoreWithdrawal } from '../queries/withdrawal.ts';
import { type JournalEntry, parseEntry } from './journal-entry.ts';
import { renewPlaces } from './renew-places.ts';

/**
 * Does again, in order, what the journal holds and the database has lost, as after a power failure; what the database
 * holds is left as it is. Returns how many entries were done again. Throws `DatabaseUnavailable` with one plain sentence.
 */
export async function replayJournal(database: Database, say: (note: string) => void): Promise<number> {
  let replayed = 0;
  for await (const lines of database.journal?.entries(say) ?? []) {
    const entry = parseEntry(lines);
    if (await replay(database, entry)) replayed += 1;
  }
  if (replayed > 0) say(`Restored from the journal: ${replayed} uploads and undos that the database had lost`);
  return replayed;
}

async function replay(database: Database, { head, tables }: JournalEntry): Promise<boolean> {
  if (head.does === 'forget') return (await forgetAnswer(database, head.answer, head.at)) !== undefined;
  const { upload } = head;
  const known = await queryWithdrawal(database, upload);
  if (known !== undefined && known.sha256 !== head.sha256) {
    throw refused(upload, 'the database knows another upload under that number');
  }
  if (head.does === 'undo') {
    if (known === undefined) throw refused(upload, 'it was taken back without ever having come in');
    if (known.withdrawal !== undefined) return false;
    await database.transaction(async (tx) => {
      await restoreWithdrawal(tx, upload, head);
      await renewPlaces(tx, { dataset: known.dataset, upload }, () => {});
    });
    return true;
  }
  if (known !== undefined) return false;
  try {
    await database.transaction(async (tx) => {
      for (const { table, rows } of tables()) await restoreRows(tx, { table, rows: JSON.stringify(rows) });
      const restored = await queryWithdrawal(tx, upload);
      await renewPlaces(tx, { dataset: restored?.dataset ?? '', upload }, () => {});
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    throw refused(
      upload,
      code === '23503' ? 'the places it speaks of are not in the database' : `its rows do not fit (${code ?? 'unknown'})`,
    );
  }
  return true;
}

function refused(upload: number, why: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The journal of accepted uploads and the database do not belong together: upload ${upload} cannot be restored, because ${why}; put the folders "database" and "journal" back from one backup of the data folder.`,
  );
}
