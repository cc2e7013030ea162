import type { RememberedAnswer } from '../contracts/remembered.ts';
import { type Queryable, sql } from '../db/database.ts';
import type { TableRows } from './rows-of-upload.ts';

/** An answer as it is kept; a column by its key. */
export type KeptAnswer = { dataset: string; head: string; key: string } | { among: string; meant: string };

/** All answers that are kept, columns by dataset and head before places. */
export async function queryKeptAnswers(database: Queryable): Promise<KeptAnswer[]> {
  const columns = await database.query<Extract<KeptAnswer, { head: string }>>(sql`
    select dataset, head, column_key as key from remembered_column order by dataset collate "C", head collate "C"`);
  const places = await database.query<Extract<KeptAnswer, { among: string }>>(sql`
    select among, meant from remembered_place order by among collate "C"`);
  return [...columns, ...places];
}

/** The rows of answers that this transaction keeps, as JSON. */
export async function rowsRemembered(tx: Queryable): Promise<TableRows[]> {
  const [found] = await tx.query<{ columns: string | null; places: string | null }>(sql`
    select
      (select json_agg(remembered_column)::text from remembered_column where remembered_at = now()) as columns,
      (select json_agg(remembered_place)::text from remembered_place where remembered_at = now()) as places`);
  const { columns = null, places = null } = found ?? {};
  return [
    ...(columns === null ? [] : [{ table: 'remembered_column', rows: columns }]),
    ...(places === null ? [] : [{ table: 'remembered_place', rows: places }]),
  ];
}

/** Forgets an answer that was kept up to a moment, now unless said. Returns the moment, undefined where nothing was kept. */
export async function forgetAnswer(tx: Queryable, answer: RememberedAnswer, until?: string): Promise<string | undefined> {
  const moment = until === undefined ? sql`now()` : sql`${until}::text::timestamptz`;
  const kept =
    'head' in answer
      ? sql`remembered_column where dataset = ${answer.dataset}::text and head = ${answer.head}::text`
      : sql`remembered_place where among = ${answer.among}::text`;
  const [forgotten] = await tx.query<{ at: string }>(sql`
    delete from ${kept} and remembered_at <= ${moment} returning (to_json(${moment}) #>> '{}') as at`);
  return forgotten?.at;
}
