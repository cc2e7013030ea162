import type { DatasetReport } from '../../server/contracts/import.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { rebuildCrosswalk } from '../../server/queries/rebuild-crosswalk.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';

export const GAZETTEER = 'gazetteer-2025';
export const BOUNDARIES = 'boundaries-2014';

/**
 * 2014: 010201, 010202, 010301, 010302 and 010401. By 2025 010202 and 010301 have become 010209 together, 010302 has become
 * 010210, and 010401 has been divided in unstated shares. 010501 of 2014 became 010211; no edition of 2014 names it.
 */
const STEPS = [
  ['010201', '010201'],
  ['010202', '010209'],
  ['010301', '010209'],
  ['010302', '010210'],
  ['010401', '010220'],
  ['010401', '010221'],
  ['010501', '010211'],
] as const;

export const FACTS = { nameEn: 'Test', nameKm: 'សាកល្បង', isDemonstration: false, source: 'test', licence: 'test' } as const;

export function place(pcode: string) {
  return { pcode, nameEn: `Place ${pcode}`, nameKm: '', geometry: null };
}

export async function writeEditions(database: Database): Promise<void> {
  const years = { from: BOUNDARIES, fromYear: 2014, to: GAZETTEER, toYear: 2025 };
  await database.transaction(async (tx) => {
    await upsertEdition(tx, { ...FACTS, id: BOUNDARIES, kind: 'boundaries', validFrom: '2014-01-01' });
    await upsertEdition(tx, { ...FACTS, id: GAZETTEER, kind: 'gazetteer', validFrom: '2025-09-14' });
    const older = ['01', '0102', '0103', '0104', '010201', '010202', '010301', '010302', '010401'];
    const newer = ['01', '0102', '010201', '010209', '010210', '010211', '010220', '010221'];
    await upsertPlaces(tx, BOUNDARIES, older.map(place), () => 'x');
    await upsertPlaces(tx, GAZETTEER, newer.map(place), () => 'x');
    // As they were stated before crosswalks were uploads.
    await tx.copyIn(
      'crosswalk_row',
      ['from_year', 'to_year', 'from_pcode', 'to_pcode', 'from_name', 'to_name', 'method'],
      STEPS.map(([fromPcode, toPcode]) => [years.fromYear, years.toYear, fromPcode, toPcode, '', '', 'test']),
    );
    await rebuildCrosswalk(tx, years);
  });
}

/** Every stored statement as one line, its observations sorted. */
export async function statements(database: Database): Promise<string[]> {
  const rows = await database.query<{ line: string }>(sql`
    select
      edition || ' ' || pcode || ' ' || period || ': '
        || string_agg(concat_ws(' ', measure, sex, age_band, category, value), '; ' order by measure collate "C", age_band collate "C", category collate "C") as line
    from statement
    join observation on observation.statement = statement.id
    group by statement.id
    order by 1`);
  return rows.map(({ line }) => line);
}

export async function uploads(database: Database): Promise<{ dataset: string; source: string; report: DatasetReport }[]> {
  return database.query(sql`select dataset, source, report from upload order by id`);
}

export async function withdraw(database: Database, upload: number | null): Promise<void> {
  await database.query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where id = ${upload}::int`);
}
