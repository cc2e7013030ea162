import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../server/db/database.ts';
import { ledTo } from '../../server/queries/led-to.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { OLDER, writeOlderEdition } from '../support/older-edition.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

describe('places led to another edition', () => {
  onBothHomes((home) => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await writeOlderEdition(database, SMALL);
    });
    afterAll(() => database.close());

    const led = async (edition: string) => {
      const rows = await database.query<{ pair: string }>(sql`
        select place.edition || ' ' || place.pcode || ' ' || led.to_pcode as pair
        from place
        cross join lateral (${ledTo(edition, { edition: sql`place.edition`, pcode: sql`place.pcode` })}) as led
        order by pair`);
      return rows.map(({ pair }) => pair);
    };
    const viewed = async (edition: string) => {
      const rows = await database.query<{ pair: string }>(sql`
        select from_edition || ' ' || from_pcode || ' ' || to_pcode as pair
        from place_equivalent
        where to_edition = ${edition}::text
        order by pair`);
      return rows.map(({ pair }) => pair);
    };

    it('keep their code, follow whole shares forward, and back where one commune came of one', async () => {
      expect((await led(SMALL)).filter((pair) => pair.startsWith(OLDER))).toEqual([
        'older 010101 010101',
        'older 010108 010103',
        'older 010109 010103',
      ]);
      // 010103 came of two, 010201 and 010202 each of a part: nobody can say which of them they were.
      expect((await led(OLDER)).filter((pair) => pair.startsWith(SMALL))).toEqual(['small 010101 010101']);
    });

    it('are the same by index as by the view', async () => {
      for (const edition of [SMALL, OLDER]) expect(await led(edition)).toEqual(await viewed(edition));
    });
  });
});
