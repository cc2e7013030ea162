import type { FileFault } from '../contracts/file-faults.ts';
import { type FileIssue, fileIssueSentence, type Refusal } from '../contracts/file-issues.ts';
import { diskTrouble } from '../db/database.ts';

export type { Refusal };

/** Ends a transaction without keeping anything; `refusing` turns it into a value. */
export class ImportRefused extends Error {
  readonly because: FileIssue | undefined;
  /** `said`: one sentence, or an issue that has one in each language; `of`: the file it is about, or the whole sentence in English. */
  constructor(said: string | FileIssue, of?: string | { sentence: string }) {
    const sentence = typeof said === 'string' ? said : fileIssueSentence(said);
    super(of === undefined ? sentence : typeof of === 'string' ? `${of}: ${sentence}` : of.sentence);
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
export function orRefuse<Result extends object>(result: Result): Exclude<Result, Reason> {
  const { reason, fault } = result as Partial<Reason>;
  if (reason !== undefined) throw fault === undefined ? new ImportRefused(reason) : new ImportRefused(fault, { sentence: reason });
  return result as Exclude<Result, Reason>;
}

type Reason = { reason: string; fault?: FileFault };
