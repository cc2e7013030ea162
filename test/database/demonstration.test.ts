import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, type Fragment, sql } from '../../server/db/database.ts';
import { buildDemonstration } from '../../server/demonstration/build.ts';
import { removeDemonstration } from '../../server/queries/remove-demonstration.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';

const BUILD_TIMEOUT = 240_000;
/** Tables of facts and of the program itself: they hold nothing of the demonstration. */
const NOT_DEMONSTRATION = ['migration', 'data_change', 'crossing', 'crossing_status', 'demonstration_removal', 'spatial_ref_sys'];

onBothHomes((home) => {
  describe('the demonstration', () => {
    let database: Database;
    const steps: string[] = [];
    let firstHashes: string[];

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      expect(await buildDemonstration(database, (step) => steps.push(step))).toBe(true);
      firstHashes = await hashes(database);
    }, BUILD_TIMEOUT);
    afterAll(() => database.close());

    const count = async (query: Fragment) => (await database.query<{ count: number }>(query))[0]?.count;

    it('says each of its numbered steps', () => {
      expect(new Set(steps.map((step) => /^Demonstration (\d)\/6: /.exec(step)?.[1]))).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
    });

    it('draws valid communes that do not overlap, with a lake and without other holes', async () => {
      expect(await count(sql`select count(*)::int as count from place where length(pcode) = 6 and st_isvalid(geom)`)).toBe(1652 - 14);
      const overlaps = await database.query(sql`
        with tile as (
          select pcode as code, geom from place where length(pcode) = 6 and geom is not null
          union all
          select source_code, geom from area_without_place
        )
        select a.code as a, b.code as b from tile as a join tile as b on a.code < b.code and a.geom && b.geom
        where st_relate(a.geom, b.geom, '2********')`);
      expect(overlaps).toEqual([]);
      const [whole] = await database.query<{ holes: number; parts: number }>(sql`
        with tile as (
          select geom from place where length(pcode) = 6 and geom is not null union all select geom from area_without_place
        )
        select sum(st_numinteriorrings(part.geom))::int as holes, count(*)::int as parts
        from (select (st_dump(st_union(geom))).geom from tile) as part`);
      expect(whole?.holes).toBe(0);
      expect(whole?.parts).toBeLessThan(8);
    });

    it('dissolves districts and provinces, each of which has land', async () => {
      expect(await count(sql`select count(*)::int as count from place where length(pcode) < 6 and geom is not null`)).toBe(235);
    });

    it('has every crossing in its own province', async () => {
      const strays = await database.query(sql`
        select crossing.id
        from crossing
        where not exists (
          select from place where place.pcode = crossing.province and st_intersects(place.geom, crossing.point)
        )`);
      expect(strays).toEqual([]);
    });

    it('fills every table that tells of places', async () => {
      const empty = [];
      for (const table of await tables(database)) if ((await rowsOf(database, table)) === 0) empty.push(table);
      // It is made, not read: no rows of a file, and nothing an office asked to remember of its files.
      const ofFiles = ['place_correction', 'remembered_column', 'remembered_place', 'upload_row'];
      const ofCrosswalks = ['crosswalk', 'crosswalk_row', 'crosswalk_step'];
      expect(empty.toSorted()).toEqual([...ofCrosswalks, 'demonstration_removal', 'import_report', ...ofFiles]);
    });

    it('lets every state occur: children found, none found, found without a count of the children living there, and nobody asked', async () => {
      const [states] = await database.query<{ found: number; none: number; unrated: number; unasked: number }>(sql`
        with asked as (
          select statement.pcode, observation.value, exists (
            select from statement as counted where counted.subject = 'population' and counted.pcode = statement.pcode
          ) as is_counted
          from statement
          join observation on observation.statement = statement.id
          where subject = 'vsnp-assessments' and period = '2025' and sex = 'all' and age_band = 'all' and category = 'all'
        )
        select
          count(*) filter (where value > 0 and is_counted)::int as found,
          count(*) filter (where value = 0)::int as none,
          count(*) filter (where value > 0 and not is_counted)::int as unrated,
          (1652 - count(*))::int as unasked
        from asked`);
      expect(states?.unasked).toBe(1250);
      expect(Math.min(states?.found ?? 0, states?.none ?? 0)).toBeGreaterThan(50);
      expect(states?.unrated).toBeGreaterThan(0);
    });

    it('marks all it loads, edition, uploads and organisations, as demonstration', async () => {
      for (const table of ['edition', 'upload', 'organisation'] as const) {
        const rows = await database.query(whereNotDemonstration[table]);
        expect(rows).toEqual([]);
      }
    });

    it('is not built a second time, and leaves nothing when it is removed', async () => {
      expect(await buildDemonstration(database, () => {})).toBe(false);
      expect(await removeDemonstration(database)).toBe(25 + 210 + 1652);
      for (const table of await tables(database)) {
        if (!NOT_DEMONSTRATION.includes(table)) expect([table, await rowsOf(database, table)]).toEqual([table, 0]);
      }
      expect(await buildDemonstration(database, () => {})).toBe(false);
    });

    it(
      'leaves nothing half-built when it is interrupted, and is the same to the last byte when built again',
      async () => {
        await database.query(sql`delete from demonstration_removal`);
        const stop = new AbortController();
        const abortLate = (step: string) => {
          if (step.includes('5/6')) stop.abort();
        };
        await expect(buildDemonstration(database, abortLate, stop.signal)).rejects.toThrow(/abort/);
        expect([await rowsOf(database, 'edition'), await rowsOf(database, 'place'), await rowsOf(database, 'upload')]).toEqual([0, 0, 0]);
        expect(await buildDemonstration(database, () => {})).toBe(true);
        expect(await hashes(database)).toEqual(firstHashes);
      },
      BUILD_TIMEOUT,
    );
  });

  it('never joins a real edition', async () => {
    const database = await openFreshDatabase(home);
    const edition = { nameEn: 'Real', nameKm: 'ពិត', isDemonstration: false, kind: 'gazetteer', source: 'test', licence: 'test' } as const;
    await upsertEdition(database, { ...edition, id: 'real', validFrom: '2025-09-14' });
    expect(await buildDemonstration(database, () => {})).toBe(false);
    expect(await rowsOf(database, 'place')).toBe(0);
    await database.close();
  });
});

const whereNotDemonstration = {
  edition: sql`select id from edition where not is_demonstration`,
  upload: sql`select id from upload where not is_demonstration`,
  organisation: sql`select id from organisation where not is_demonstration`,
};

async function tables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(sql`
    select table_name::text as name
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  return rows.map(({ name }) => name);
}

async function rowsOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ count: number }>({ strings: [`select count(*)::int as count from ${table}`], values: [] });
  return row?.count ?? 0;
}

async function hashes(database: Database): Promise<string[]> {
  const rows = await database.query<{ file: string }>(sql`
    select kind || ' ' || detail || ' ' || hash as file from published_file order by kind, detail`);
  return rows.map(({ file }) => file);
}
