import { type Fragment, identifier, type Queryable, sql } from '../db/database.ts';

/** Rows of one table, as JSON with all digits and microseconds. */
export type TableRows = { table: string; rows: string };

/**
 * Everything that one upload brought, itself first and each table after those it refers to: what it takes to write the
 * very same rows again. Which tables speak of an upload is read from their references.
 */
export async function rowsOfUpload(tx: Queryable, upload: number): Promise<TableRows[]> {
  const parts: { table: string; where: Fragment }[] = [
    { table: 'organisation', where: sql`not is_demonstration` },
    { table: 'upload', where: sql`id = ${upload}::int` },
    ...tablesUnder('upload', sql`id = ${upload}::int`, await queryReferences(tx)),
    { table: 'import_report', where: sql`(report ->> 'upload')::int = ${upload}::int` },
  ];
  const found: TableRows[] = [];
  for (const { table, where } of parts) {
    const [row] = await tx.query<{ rows: string | null }>(sql`
      select json_agg(${name(table)})::text as rows
      from ${name(table)}
      where ${where}`);
    if (typeof row?.rows === 'string') found.push({ table, rows: row.rows });
  }
  return found;
}

type Reference = { table: string; column: string; to: string; toColumn: string };

function queryReferences(tx: Queryable): Promise<Reference[]> {
  return tx.query<Reference>(sql`
    select
      holder.relname::text as "table", own.attname::text as "column",
      referred.relname::text as "to", other.attname::text as "toColumn"
    from pg_constraint as reference
    join pg_class as holder on holder.oid = reference.conrelid
    join pg_class as referred on referred.oid = reference.confrelid
    join pg_attribute as own on own.attrelid = holder.oid and own.attnum = reference.conkey[1]
    join pg_attribute as other on other.attrelid = referred.oid and other.attnum = reference.confkey[1]
    where reference.contype = 'f'
      and cardinality(reference.conkey) = 1
      and reference.connamespace = current_schema()::regnamespace
    order by holder.relname, own.attname`);
}

/** The tables that refer to these rows, and those that refer to them in turn. */
function tablesUnder(to: string, where: Fragment, references: readonly Reference[]): { table: string; where: Fragment }[] {
  return references
    .filter((reference) => reference.to === to)
    .flatMap(({ table, column, toColumn }) => {
      const rows = sql`${name(column)} in (select ${name(toColumn)} from ${name(to)} where ${where})`;
      return [{ table, where: rows }, ...tablesUnder(table, rows, references)];
    });
}

function name(text: string): Fragment {
  return { strings: [identifier(text)], values: [] };
}
