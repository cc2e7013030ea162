import { type Fragment, identifier, type Queryable, sql } from '../db/database.ts';
import type { TableRows } from './rows-of-upload.ts';

/** Writes rows again as they were, with their numbers and moments; organisations that are there already keep their names, and a later answer stays. */
export async function restoreRows(tx: Queryable, { table, rows }: TableRows): Promise<void> {
  const columns = await tx.query<{ name: string; isIdentity: boolean }>(sql`
    select column_name::text as name, (is_identity = 'YES')::boolean as "isIdentity"
    from information_schema.columns
    where table_schema = current_schema()
      and table_name = ${table}::text
      and is_generated = 'NEVER'
      and column_name in (select json_object_keys(${rows}::text::json -> 0))
    order by ordinal_position`);
  const names = name(columns.map((column) => identifier(column.name)).join(', '));
  await tx.query(sql`
    insert into ${name(identifier(table))} (${names}) overriding system value
    select ${names}
    from json_populate_recordset(null::${name(identifier(table))}, ${rows}::text::json)
    ${ON_CONFLICT[table] ?? sql``}`);
  for (const column of columns.filter(({ isIdentity }) => isIdentity)) await moveOn(tx, table, column.name);
}

const ON_CONFLICT: Readonly<Record<string, Fragment>> = {
  organisation: sql`on conflict do nothing`,
  remembered_column: sql`on conflict (dataset, head) do update
    set column_key = excluded.column_key, remembered_at = excluded.remembered_at
    where remembered_column.remembered_at < excluded.remembered_at`,
  remembered_place: sql`on conflict (among) do update
    set meant = excluded.meant, remembered_at = excluded.remembered_at
    where remembered_place.remembered_at < excluded.remembered_at`,
};

/** What is numbered from now on comes after what was written again. */
async function moveOn(tx: Queryable, table: string, column: string): Promise<void> {
  const sequence = sql`pg_get_serial_sequence(${table}::text, ${column}::text)::regclass`;
  await tx.query(sql`
    select setval(${sequence}, greatest(max(${name(identifier(column))}), coalesce(pg_sequence_last_value(${sequence}), 1)))::text
    from ${name(identifier(table))}`);
}

function name(text: string): Fragment {
  return { strings: [text], values: [] };
}
