import { DatabaseUnavailable, diskTrouble } from '../server/db/database.ts';
import { StartRefused } from '../server/env.ts';

/** Ends the program with one plain sentence for what a user can mend, and with everything for a defect. */
export function failPlainly(error: unknown): never {
  if (error instanceof StartRefused || error instanceof DatabaseUnavailable) console.error(error.message);
  else if (diskTrouble(error) !== undefined) console.error(diskTrouble(error));
  else console.error('The atlas stopped on an unexpected error:', error);
  process.exit(1);
}
