import type { RememberedAnswer } from '../contracts/remembered.ts';
import type { Database } from '../db/database.ts';
import { forgetAnswer } from '../queries/remembered-answers.ts';
import { journalled } from './journalled.ts';

/** Forgets an answer that was kept for later files. Returns whether there was one. */
export function forget(database: Database, answer: RememberedAnswer): Promise<boolean> {
  return journalled(database, async (tx) => {
    const at = await forgetAnswer(tx, answer);
    return { result: at !== undefined, act: at === undefined ? undefined : { does: 'forget', answer, at } };
  });
}
