import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

type PublishedContent = { content: Uint8Array };

/** One published file in the wanted compression; undefined when there is none of that name. */
export async function publishedFile(
  database: Queryable,
  name: { edition: EditionId; kind: string; detail: string; hash: string },
  encoding: 'br' | 'gzip',
): Promise<Uint8Array | undefined> {
  const column = encoding === 'br' ? sql`brotli` : sql`gzip`;
  const rows = await database.query<PublishedContent>(sql`
    select ${column} as content
    from published_file
    where edition = ${name.edition}
      and kind = ${name.kind}
      and detail = ${name.detail}
      and hash = ${name.hash}`);
  return rows[0]?.content;
}
