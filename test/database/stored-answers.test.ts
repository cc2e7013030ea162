import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ValueColumns } from '../../server/contracts/values.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { queryDataVersion } from '../../server/queries/data-version.ts';
import { A_MOMENT, type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const INDICATORS = `/api/indicators?edition=${SMALL}`;
const VALUES = `/api/values?edition=${SMALL}&indicator=high-risk-children&level=commune&period=2025`;

describe('answers from memory', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    /** Statements sent to the database so far. */
    let statements = 0;
    const statementsOf = async (work: () => Promise<unknown>) => {
      const before = statements;
      await work();
      return statements - before;
    };
    /** Asked at once, without the moment that tests else wait. */
    const childrenIn2025 = async () => {
      const { bytes } = await asking.download(VALUES, 'identity');
      return ValueColumns.parse(JSON.parse(new TextDecoder().decode(bytes))).summary.numerator;
    };
    const setChildren = (children: number, where: Pick<Database, 'query'> = database) =>
      where.query(sql`
        update observation set value = ${children}::float8
        where measure = 'high-risk-children' and category = 'all' and sex = 'all' and age_band = 'all'
          and statement = (select id from statement where subject = 'vsnp-assessments' and pcode = '010202' and period = '2025')`);

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      const query: Database['query'] = (statement) => {
        statements += 1;
        return database.query(statement);
      };
      asking = askingOf({ ...database, query });
    });
    afterAll(() => database.close());

    it('are the same bytes, and cost the database one question: whether anything has changed', async () => {
      const first = await asking.download(INDICATORS, 'br');
      let second: typeof first | undefined;
      await setTimeout(A_MOMENT);
      expect(
        await statementsOf(async () => {
          second = await asking.download(INDICATORS, 'br');
        }),
      ).toBe(1);
      expect(second?.bytes).toEqual(first.bytes);
      const told = (answer: typeof first | undefined) =>
        ['content-type', 'content-encoding', 'cache-control', 'vary'].map((name) => answer?.headers.get(name));
      expect(told(second)).toEqual(told(first));
      expect(told(second)).toEqual(['application/json', 'br', 'no-store', 'accept-encoding']);
      expect(second?.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    });

    it('hold a change of another program a moment later', async () => {
      expect(await childrenIn2025()).toBe(133);
      await setChildren(50);
      await setTimeout(A_MOMENT);
      expect(await childrenIn2025()).toBe(143);
      await setChildren(40);
      await setTimeout(A_MOMENT);
      expect(await childrenIn2025()).toBe(133);
    });

    it('hold a change that came through this server at once', async () => {
      expect(await childrenIn2025()).toBe(133);
      await setChildren(50);
      // Whatever is sent, and however it ends.
      expect(await asking.send('/api/nothing-of-this-name')).toBe(404);
      expect(await childrenIn2025()).toBe(143);
      await setChildren(40);
      await asking.send('/api/nothing-of-this-name');
      expect(await childrenIn2025()).toBe(133);
    });

    it('do not hold a change before it is committed, nor lose their place for one that was taken back', async () => {
      await childrenIn2025();
      const before = await queryDataVersion(database);
      const taken = database.transaction(async (tx) => {
        await setChildren(99, tx);
        throw new Error('taken back');
      });
      await expect(taken).rejects.toThrow('taken back');
      expect(await queryDataVersion(database)).toBe(before);
      await setTimeout(A_MOMENT);
      expect(await statementsOf(childrenIn2025)).toBe(1);
      expect(await childrenIn2025()).toBe(133);
    });

    it('are kept apart by what is asked and how it may travel', async () => {
      const answers = await Promise.all(['br', 'gzip', 'identity'].map((encoding) => asking.download(INDICATORS, encoding)));
      expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
      const others = await Promise.all(['2024', '2025', '2024'].map((year) => asking.ask(VALUES.replace('2025', year))));
      expect(others.map(({ body }) => ValueColumns.parse(body).period)).toEqual(['2024', '2025', '2024']);
    });

    it('are never refusals: those are found out anew each time', async () => {
      const elsewhere = VALUES.replace(SMALL, 'elsewhere');
      for (const _ of ['first', 'second']) {
        expect((await asking.ask(elsewhere)).status).toBe(400);
        await setTimeout(A_MOMENT);
        expect(await statementsOf(() => asking.ask(elsewhere))).toBe(2);
      }
    });

    it('fall with a change of any table: each notes its changes', async () => {
      const silent = await database.query<{ name: string }>(sql`
        select table_name::text as name
        from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'
          and table_name not in ('data_change', 'migration', 'spatial_ref_sys')
          and not exists (
            select from pg_trigger
            where tgrelid = format('%I', table_name)::regclass and tgname = 'note_data_change' and tgenabled = 'O')`);
      expect(silent).toEqual([]);
    });
  });
});
