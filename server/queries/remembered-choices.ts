import type { Choices } from '../contracts/choices.ts';
import { type Queryable, sql } from '../db/database.ts';

type Remembered = { columns: { key: string; head: string }[]; places: Choices['places'] };

/** The answers kept for files of a dataset, the newest first. */
export async function queryRememberedChoices(database: Queryable, dataset: string): Promise<Remembered> {
  const columns = await database.query<{ key: string; head: string }>(sql`
    select column_key as key, head
    from remembered_column
    where dataset = ${dataset}::text
    order by remembered_at desc, head collate "C"`);
  const places = await database.query<{ among: string; meant: string }>(
    sql`select among, meant from remembered_place order by among collate "C"`,
  );
  return { columns, places: places.map(({ among, meant }) => ({ among: among.split(' '), meant })) };
}

/** Keeps answers for the next file; a later answer to the same question takes the place of the earlier one. */
export async function rememberChoices(database: Queryable, dataset: string, { columns, places }: Choices): Promise<void> {
  for (const [key, head] of Object.entries(columns)) {
    await database.query(sql`
      insert into remembered_column (dataset, head, column_key)
      values (${dataset}::text, ${head}::text, ${key}::text)
      on conflict (dataset, head) do update set column_key = excluded.column_key, remembered_at = now()`);
  }
  for (const { among, meant } of places) {
    await database.query(sql`
      insert into remembered_place (among, meant)
      values (${among.toSorted().join(' ')}::text, ${meant}::text)
      on conflict (among) do update set meant = excluded.meant, remembered_at = now()`);
  }
}
