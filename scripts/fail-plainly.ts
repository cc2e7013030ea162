import { DatabaseUnavailable } from '../server/db/database.ts';
import { StartRefused } from '../server/env.ts';

/** Ends the program with one plain sentence for what a user can mend, and with everything for a defect. */
export function failPlainly(error: unknown): never {
  if (error instanceof StartRefused || error instanceof DatabaseUnavailable) console.error(error.message);
  else console.error('The atlas stopped on an unexpected error:', error);
  process.exit(1);
}
