import type { EditionId, GeometryDetail } from '../contracts/edition.ts';
import type { AdminLevel } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

export type FileToPublish = {
  kind: 'places' | AdminLevel;
  /** `full` for the places file. */
  detail: GeometryDetail;
  /** First 16 hexadecimal digits of the content's sha256. */
  hash: string;
  bytes: number;
  brotli: Uint8Array;
  gzip: Uint8Array;
};

/** Stores the files of an edition in place of those it had. */
export async function replacePublishedFiles(database: Queryable, edition: EditionId, files: readonly FileToPublish[]): Promise<void> {
  await database.query(sql`delete from published_file where edition = ${edition}`);
  for (const file of files) await insert(database, edition, file);
}

/** Stores one file of an edition in place of the one of its kind and detail. */
export async function replacePublishedFile(database: Queryable, edition: EditionId, file: FileToPublish): Promise<void> {
  const { kind, detail } = file;
  await database.query(sql`
    delete from published_file where edition = ${edition} and kind = ${kind}::text and detail = ${detail}::text`);
  await insert(database, edition, file);
}

async function insert(database: Queryable, edition: EditionId, { kind, detail, hash, bytes, brotli, gzip }: FileToPublish): Promise<void> {
  await database.query(sql`
    insert into published_file (edition, kind, detail, hash, bytes, brotli, gzip)
    values (
      ${edition}::text, ${kind}::text, ${detail}::text, ${hash}::text, ${bytes}::int, ${brotli}::bytea, ${gzip}::bytea
    )`);
}
