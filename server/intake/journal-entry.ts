import { z } from 'zod';
import { RememberedAnswer } from '../contracts/remembered.ts';
import type { Queryable } from '../db/database.ts';
import { rowsRemembered } from '../queries/remembered-answers.ts';
import { rowsOfUpload } from '../queries/rows-of-upload.ts';
import { queryWithdrawal } from '../queries/withdrawal.ts';

/** What was done to the history of uploads, or an answer that was forgotten, with all that was kept of it up to a moment. */
export type Act = { does: 'upload' | 'undo'; upload: number } | { does: 'forget'; answer: RememberedAnswer; at: string };

const Head = z.discriminatedUnion('does', [
  z.object({ does: z.literal('upload'), upload: z.number().int(), sha256: z.string() }),
  z.object({ does: z.literal('undo'), upload: z.number().int(), sha256: z.string(), at: z.string(), by: z.string() }),
  z.object({ does: z.literal('forget'), answer: RememberedAnswer, at: z.string() }),
]);
const Rows = z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

/** An act of the journal: an upload with the rows it stored and the answers it kept, never the file they were read from; an undo; or what was forgotten. */
export type JournalEntry = { head: z.infer<typeof Head>; tables: () => z.infer<typeof Rows>[] };

/** The lines of an act within the transaction that does it. */
export async function writeEntry(tx: Queryable, act: Act): Promise<string[]> {
  if (act.does === 'forget') return [JSON.stringify(act)];
  const { does, upload } = act;
  const known = await queryWithdrawal(tx, upload);
  if (known === undefined) throw new Error('an act of the journal is about no upload');
  const { sha256, withdrawal } = known;
  if (does === 'undo') return [JSON.stringify({ does, upload, sha256, ...withdrawal })];
  const tables = [...(await rowsOfUpload(tx, upload)), ...(await rowsRemembered(tx))];
  // The rows stay the text the database wrote: no number passes through another form.
  return [
    JSON.stringify({ does, upload, sha256 }),
    ...tables.map(({ table, rows }) => `{"table":${JSON.stringify(table)},"rows":${rows.replaceAll('\n', '')}}`),
  ];
}

/** Understands the lines of an entry, its rows only when they are asked for. Throws where they are no entry of ours. */
export function parseEntry([head, ...tables]: readonly string[]): JournalEntry {
  return { head: Head.parse(JSON.parse(head ?? '')), tables: () => tables.map((line) => Rows.parse(JSON.parse(line))) };
}
