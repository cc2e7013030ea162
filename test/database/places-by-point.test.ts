import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { workshops } from '../../server/datasets/workshops.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { placeSearchText } from '../../server/domain/places/search-text.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { queryCurrentRecords } from '../../server/queries/current-records.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { done } from '../support/invented-files.ts';
import { FACTS, GAZETTEER, place } from '../support/two-editions.ts';

const HEADS = 'pcode,place-name,Longitude,Latitude,workshop-code,type,starts-on,organiser';
const rest = (code: string) => `${code},vsnp,2025-07-08,police`;

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
    await database.transaction(async (tx) => {
      await upsertEdition(tx, { ...FACTS, id: GAZETTEER, kind: 'gazetteer', validFrom: '2025-09-14' });
      const communes = ['010201', '010301'].map((pcode) => ({ ...place(pcode), nameEn: 'Samraong' }));
      await upsertPlaces(tx, GAZETTEER, [...['01', '0102', '0103'].map(place), ...communes, place('010302')], ({ nameEn, nameKm }) =>
        placeSearchText(nameEn, nameKm),
      );
      // Two squares side by side: 103 to 104 and 104 to 105 degrees east.
      await tx.query(sql`
        update place
        set geom = st_multi(st_makeenvelope(102 + substr(pcode, 4, 1)::int - 1, 12, 102 + substr(pcode, 4, 1)::int, 13, 4326)),
            geometry_source = edition
        where pcode in ('010201', '010301')`);
    });
  });
  afterAll(() => database.close());

  const load = async (rows: readonly string[]): Promise<DatasetReport> => {
    const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(`${[HEADS, ...rows].join('\n')}\n`) }];
    return done(await importDataset(database, { files, dataset: workshops, stated: {}, source: undefined }, () => {}));
  };

  it('a workshop that is known by its coordinates stands in the commune they lie in, and they are not kept', async () => {
    const report = await load([
      `,,103.5125,12.25,${rest('W-1')}`,
      // Between two communes of one name the coordinates decide.
      `,Samraong,104.5,12.5,${rest('W-2')}`,
      // A code, or a name that fits one commune, says it already.
      `010201,,104.5,12.5,${rest('W-3')}`,
      `,Place 010302,103.5,12.5,${rest('W-4')}`,
    ]);
    expect(report.rejected).toEqual([]);
    expect(report.repairs).toContainEqual({ repair: 'found-by-point', column: 'lng', cells: 2, first: 'line 2' });
    const found = (await queryCurrentRecords(database, 'workshops')).map(({ record }) => `${record.code} ${record.pcode}`);
    expect(found.toSorted()).toEqual(['W-1 010201', 'W-2 010301', 'W-3 010201', 'W-4 010302']);
    const [kept] = await database.query<{ text: string }>(sql`
      select concat(
        (select jsonb_agg(workshop) from workshop), (select jsonb_agg(import_report) from import_report),
        (select jsonb_agg(upload_row) from upload_row), (select jsonb_agg(upload) from upload)
      )::text as text`);
    expect(kept?.text).not.toMatch(/103\.5125|12\.25/);
  });

  it('coordinates in no commune, half of them or swapped ones name no place, and no message repeats them', async () => {
    const report = await load([
      `,,107.25,12.5,${rest('W-1')}`,
      `,,103.5,,${rest('W-2')}`,
      `,,12.5,103.5,${rest('W-3')}`,
      `,,,,${rest('W-4')}`,
      `,Samraong,,,${rest('W-5')}`,
    ]);
    expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'line 2: pcode is blank, and no commune lies at the coordinates',
      'line 3: lat is blank',
      'line 4: lng is no longitude between 102 and 108 degrees',
      'line 5: pcode is blank',
      'line 6: pcode is blank, and 2 communes are called so: 010201, 010301; write the code',
    ]);
  });
});
