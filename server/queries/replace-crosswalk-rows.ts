import { type Queryable, sql } from '../db/database.ts';

export type CrosswalkRow = {
  fromPcode: string | null;
  toPcode: string | null;
  fromName: string;
  toName: string;
  method: string;
  share?: number | null;
};

/** Keeps what a crosswalk file states between two years, in place of what was stated before. */
export async function replaceCrosswalkRows(
  database: Queryable,
  { fromYear, toYear }: { fromYear: number; toYear: number },
  rows: readonly CrosswalkRow[],
): Promise<void> {
  await database.query(sql`delete from crosswalk_row where from_year = ${fromYear}::int and to_year = ${toYear}::int`);
  await database.copyIn(
    'crosswalk_row',
    ['from_year', 'to_year', 'from_pcode', 'to_pcode', 'from_name', 'to_name', 'method', 'share'],
    rows.map((row) => [fromYear, toYear, row.fromPcode, row.toPcode, row.fromName, row.toName, row.method, row.share ?? null]),
  );
}
