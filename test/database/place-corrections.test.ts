import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { PlaceColumns, PlaceMatches } from '../../server/contracts/place.ts';
import { PlaceProfile } from '../../server/contracts/profile.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { publishNames } from '../../server/intake/publish-names.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const HEADS = 'pcode,name-km,name-en,other-names,lng,lat';
const IN_POIPET = '010202,ប៉ោយប៉ែតថ្មី,Poipet Thmei,Aranh; ច្រាំង,103.18,13.17';

onBothHomes((home) => {
  describe('corrections of places', () => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await database.transaction((tx) => publishNames(tx, SMALL));
      asking = askingOf(database);
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      const corrections = await database.query<{ id: number }>(sql`
        select id from upload where dataset = 'places' and state = 'committed' order by id desc`);
      for (const { id } of corrections) await undoUpload(database, { upload: id, by: 'a test' });
    });

    const load = async (id: string, rows: readonly string[], isDryRun = false): Promise<DatasetReport> => {
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) }];
      const report = await importDataset(database, { files, dataset: datasetOf(id), stated: {}, source: undefined, isDryRun }, () => {});
      if ('refused' in report) throw new Error(report.refused);
      return report;
    };
    const correct = (...rows: readonly string[]) => load('places', [HEADS, ...rows]);
    const found = async (q: string) => {
      const { body } = await asking.ask(`/api/places?edition=${SMALL}&q=${encodeURIComponent(q)}`);
      return PlaceMatches.parse(body).matches.map(({ pcode, nameEn }) => `${pcode} ${nameEn}`);
    };
    const profileOf = async (pcode: string) =>
      PlaceProfile.parse((await asking.ask(`/api/places/${pcode}?edition=${SMALL}&period=2025`)).body);
    const published = async () => {
      const [file] = await database.query<{ hash: string; gzip: Uint8Array }>(sql`
        select hash, gzip from published_file where edition = ${SMALL}::text and kind = 'places'`);
      if (file === undefined) throw new Error('nothing is published');
      return { hash: file.hash, ...PlaceColumns.parse(JSON.parse(gunzipSync(file.gzip).toString())) };
    };
    const leaving = async () => {
      const values = `/api/exports/values?edition=${SMALL}&indicator=high-risk-children&level=commune&period=2025&format=`;
      const paths = [`${values}csv`, `${values}geojson`, '/api/exports/registers/places?format=csv'];
      const files = [];
      for (const path of paths) files.push(Buffer.from((await asking.download(path, 'identity')).bytes).toString());
      return [...files, (await published()).hash];
    };

    it('are found by search, by the name, the other spellings and their sound, and no longer by the name that was wrong', async () => {
      const report = await correct(IN_POIPET, '01020202,,Kbal Spean Thmei,,,');
      expect(report).toMatchObject({ read: 2, taken: 2, rejected: [], changes: { added: 2, changed: 0 } });
      expect((await found('Poipet Thmei'))[0]).toBe('010202 Poipet Thmei');
      for (const q of ['Aranh', 'ច្រាំង', 'Arañ', 'Haranh']) expect([q, await found(q)]).toEqual([q, ['010202 Poipet Thmei']]);
      expect(await found('Spean Thmei')).toEqual(['01020202 Kbal Spean Thmei']);
      expect(await found('ក្បាលស្ពាន')).toEqual(['01020202 Kbal Spean Thmei']);
      await correct('020203,,Ou Chrov,,,');
      expect(await found('Ou Poipet')).toEqual([]);
    });

    it('stand in the profile with their upload and line, in the parents of others, in every file and on the map', async () => {
      const { upload } = await correct(IN_POIPET);
      const profile = await profileOf('010202');
      expect(profile.place).toMatchObject({ nameEn: 'Poipet Thmei', nameKm: 'ប៉ោយប៉ែតថ្មី', lng: 103.18, lat: 13.17 });
      expect(profile.sources).toContainEqual(expect.objectContaining({ subject: 'places', upload, writtenIn: ['line 2'] }));
      expect((await profileOf('010202')).place.parentsEn).toEqual(['Banteay Meanchey', 'Poipet']);
      await correct('0102,,Serei Saophoan,,,');
      expect((await profileOf('010202')).place.parentsEn).toEqual(['Banteay Meanchey', 'Serei Saophoan']);
      const [csv, geojson] = await leaving();
      expect(csv).toMatch(/Poipet Thmei/);
      expect(geojson).toMatch(/Poipet Thmei/);
      const { commune } = (await published()).levels;
      const id = commune.pcodes.indexOf('010202');
      expect([commune.namesEn[id], commune.namesKm[id], commune.lngs[id], commune.lats[id]]).toEqual([
        'Poipet Thmei',
        'ប៉ោយប៉ែតថ្មី',
        103.18,
        13.17,
      ]);
    });

    it('are known to later files that name their communes', async () => {
      const table = (name: string) => ['commune,district,period,workshop-date,high-risk-children', `${name},Poipet,2025,2025-03-01,6`];
      for (const name of ['Poipet Thmei', 'Aranh', 'ច្រាំង', 'Arranh']) {
        expect([name, (await load('vsnp-assessments', table(name), true)).taken]).toEqual([name, 0]);
      }
      await correct(IN_POIPET);
      for (const [name, repair] of [
        ['Poipet Thmei', 'found-by-name'],
        ['Aranh', 'found-by-name'],
        ['ច្រាំង', 'found-by-name'],
        ['Arranh', 'found-by-similar-name'],
      ] as const) {
        const report = await load('vsnp-assessments', table(name), true);
        expect([name, report.taken, report.repairs.map((mended) => mended.repair)]).toEqual([name, 1, [repair]]);
      }
    });

    it('say first what they change, old and new, and store nothing', async () => {
      const before = await leaving();
      const report = await load('places', [HEADS, IN_POIPET], true);
      expect(report.preview?.places).toEqual([
        {
          pcode: '010202',
          period: '010202',
          kind: 'added',
          from: null,
          to: null,
          fields: [
            { column: 'name-km', from: 'ប៉ោយប៉ែត', to: 'ប៉ោយប៉ែតថ្មី' },
            { column: 'name-en', from: 'Poipet', to: 'Poipet Thmei' },
            { column: 'other-names', from: null, to: 'Aranh; ច្រាំង' },
            { column: 'lng', from: null, to: 103.18 },
            { column: 'lat', from: null, to: 13.17 },
          ],
        },
      ]);
      expect(await leaving()).toEqual(before);
    });

    it('give way to the newest of a place, and come back with an undo, every file byte for byte', async () => {
      const none = await leaving();
      const first = await correct(IN_POIPET, '010101,,Neang,,,');
      const one = await leaving();
      expect(one).not.toEqual(none);
      const second = await correct('010202,,Krong Thmei,,,');
      expect(second.changes).toEqual({ added: 0, changed: 1, unchanged: 0, withdrawn: 0 });
      // The newest row speaks alone: the Khmer name is the source's again.
      expect((await profileOf('010202')).place).toMatchObject({ nameEn: 'Krong Thmei', nameKm: 'ប៉ោយប៉ែត' });
      const asked = await undoUpload(database, { upload: second.upload ?? 0, by: 'a test', isDryRun: true });
      expect(asked).toMatchObject({ changes: { changed: 1 }, preview: { places: [{ pcode: '010202', kind: 'changed' }] } });
      expect(asked).toMatchObject({
        preview: { places: [{ fields: expect.arrayContaining([{ column: 'name-en', from: 'Krong Thmei', to: 'Poipet Thmei' }]) }] },
      });
      await undoUpload(database, { upload: second.upload ?? 0, by: 'a test' });
      expect(await leaving()).toEqual(one);
      const undone = await undoUpload(database, { upload: first.upload ?? 0, by: 'a test' });
      expect(undone).toMatchObject({ changes: { withdrawn: 2 } });
      expect(await leaving()).toEqual(none);
    });

    it('refuse rows that name no place, say nothing, are in the wrong letters or put a point elsewhere', async () => {
      const rows = [
        '019999,,Nowhere,,,',
        '990101,,Example,,,',
        '010101,,,,,',
        '010101,Latin,ខ្មែរ,,,',
        '010101,,Tel 012345678,,,',
        '010101,,,<b>,,',
        '010101,,,,103.05,',
        '010101,,,,13.05,103.05',
        '010101,,,,103.15,13.15',
        '020203,,,,105.5,13.15',
        '010101,,Neang,,,',
        '010101,,Neang Thmei,,,',
      ];
      const report = await load('places', [HEADS, ...rows], true);
      expect(report.rejected.map(({ where, code, reason }) => [where, code, reason])).toEqual([
        ['line 2', '019999', 'no loaded edition has a place of this code'],
        ['line 3', '990101', 'is an example of the template, no place'],
        ['line 4', '010101', 'pcode corrects nothing: no name, spelling or point is stated'],
        ['line 5', '010101', 'name-km is no name in Khmer letters; name-en is no name in Latin letters'],
        ['line 6', '010101', 'name-en is no name in Latin letters'],
        ['line 7', '010101', 'other-names holds what is no name in Latin or Khmer letters'],
        ['line 8', '010101', 'lat is blank'],
        ['line 9', '010101', 'lng is no longitude between 102 and 108 degrees; lat is no latitude between 9 and 15 degrees'],
        ['line 10', '010101', 'states a point outside the polygon of 010101'],
        ['line 11', '020203', 'states a point outside the polygon of 0202'],
        ['line 13', '010101', 'stands twice (first in line 12)'],
      ]);
      expect(report.taken).toBe(1);
    });
  });
});
