import { type FileIssue, fileIssueSentence, type Refusal } from '../contracts/file-issues.ts';
import { diskTrouble } from '../db/database.ts';

export type { Refusal };

/** Ends a transaction without keeping anything; `refusing` turns it into a value. */
export class ImportRefused extends Error {
  readonly because: FileIssue | undefined;
  /** `said`: one sentence, or an issue that has one in each language; `of`: the file it is about. */
  constructor(said: string | FileIssue, of?: string) {
    const sentence = typeof said === 'string' ? said : fileIssueSentence(said);
    super(of === undefined ? sentence : `${of}: ${sentence}`);
    this.because = typeof said === 'string' ? undefined : said;
  }
}

/** Runs an import; a refusal from inside, even within a transaction, or a full disk becomes a value. */
export async function refusing<Report>(work: () => Promise<Report>): Promise<Report | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportRefused)
      return { refused: error.message, ...(error.because === undefined ? {} : { because: error.because }) };
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
