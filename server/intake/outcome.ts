import { diskTrouble } from '../db/database.ts';

/** An import that was not done, and why, in one plain sentence; nothing has changed. */
export type Refusal = { refused: string };

/** Ends a transaction without keeping anything; `refusing` turns it into a value. */
export class ImportRefused extends Error {}

/** Runs an import; a refusal from inside, even within a transaction, or a full disk becomes a value. */
export async function refusing<Report>(work: () => Promise<Report>): Promise<Report | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.message };
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    return { refused: `${trouble} Nothing has changed.` };
  }
}

/** The value, or an `ImportRefused` with the reason it carries. */
export function orRefuse<Value extends object>(value: Value | { reason: string }): Value {
  if ('reason' in value) throw new ImportRefused(value.reason);
  return value;
}
