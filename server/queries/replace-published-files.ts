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
  for (const { kind, detail, hash, bytes, brotli, gzip } of files) {
    await database.query(sql`
      insert into published_file (edition, kind, detail, hash, bytes, brotli, gzip)
      values (
        ${edition}::text, ${kind}::text, ${detail}::text, ${hash}::text, ${bytes}::int, ${brotli}::bytea, ${gzip}::bytea
      )`);
  }
}
