import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../server/db/database.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';

describe('the database port', () => {
  onBothHomes((home) => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await database.script('create table account (id int primary key, amount int not null)');
    });
    afterAll(() => database.close());

    it('returns the same JavaScript types from cast columns', async () => {
      const rows = await database.query(
        sql`select 1::int as whole, 2.5::float8 as real, 'ខ្មែរ'::text as word, true as flag, null::text as nothing, '{"a":[1]}'::jsonb as document, array['x','y']::text[] as list`,
      );
      expect(rows).toEqual([{ whole: 1, real: 2.5, word: 'ខ្មែរ', flag: true, nothing: null, document: { a: [1] }, list: ['x', 'y'] }]);
    });

    it('passes parameters apart from the text, arrays included, through nested fragments', async () => {
      const condition = sql`name = any(${["O'Smach", 'a\\b"c', 'ប៉ោយប៉ែត']}::text[])`;
      const rows = await database.query(sql`select name from (values (${"O'Smach"}::text), ('other')) as v(name) where ${condition}`);
      expect(rows).toEqual([{ name: "O'Smach" }]);
    });

    it('keeps nothing of a transaction that fails', async () => {
      const failing = database.transaction(async (tx) => {
        await tx.query(sql`insert into account values (1, 10)`);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await database.query(sql`select id from account`)).toEqual([]);
    });

    it('runs 100 concurrent transactions without one seeing another’s half', async () => {
      await database.query(sql`insert into account select n, 100 from generate_series(1, 10) as n`);
      const move = (step: number) =>
        database.transaction(async (tx) => {
          const from = (step % 10) + 1;
          const to = ((step * 7 + 3) % 10) + 1;
          await tx.query(sql`select id from account where id in (${from}, ${to}) order by id for update`);
          await tx.query(sql`update account set amount = amount - 1 where id = ${from}`);
          const [seen] = await tx.query<{ total: number }>(sql`select sum(amount)::int as total from account`);
          await tx.query(sql`update account set amount = amount + 1 where id = ${to}`);
          if (step % 9 === 0) throw new Error('abandoned');
          return seen?.total;
        });
      const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, step) => move(step)));
      const seen = outcomes.filter((outcome) => outcome.status === 'fulfilled').map((outcome) => outcome.value);
      expect(seen).toHaveLength(88);
      expect(new Set(seen)).toEqual(new Set([999]));
      expect(await database.query(sql`select sum(amount)::int as total, count(*)::int as rows from account`)).toEqual([
        { total: 1000, rows: 10 },
      ]);
    });

    it('makes a failure of the spatial library loud, and undoes its transaction', async () => {
      const bowties = sql`values (st_geomfromtext('POLYGON((0 0,2 2,0 2,2 0,0 0))')), (st_geomfromtext('POLYGON((0 0,1 2,0 2,3 0,0 0))'))`;
      const failing = database.transaction(async (tx) => {
        await tx.query(sql`insert into account values (77, 1)`);
        await tx.query(sql`select st_intersection(a.g, b.g)::text from (${bowties}) as a(g), (${bowties}) as b(g)`);
        await tx.query(
          sql`select st_astext(st_intersection(st_geomfromtext('POLYGON((0 0,2 2,0 2,2 0,0 0))'), st_geomfromtext('POLYGON((0 0,1 2,0 2,3 0,0 0))'))) as shape`,
        );
      });
      await expect(failing).rejects.toThrow();
      expect(await database.query(sql`select id from account where id = 77`)).toEqual([]);
    });

    it('loads rows with COPY, whatever their text holds', async () => {
      await database.script('create table note (id int, words text)');
      const words = ['a\tb', 'line\nbreak', 'back\\slash', 'ឃុំ', null];
      const count = await database.copyIn(
        'note',
        ['id', 'words'],
        words.map((text, id) => [id, text]),
      );
      expect(count).toBe(5);
      expect(await database.query(sql`select words from note order by id`)).toEqual(words.map((text) => ({ words: text })));
    });
  });
});
