import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../server/db/database.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { countReports, done, emptyDatabase, inventedFile, stateOf, textFile } from '../support/invented-files.ts';
import { workbook } from '../support/workbook.ts';

const HEADER = ['Type', 'Code', 'Name (Khmer)', 'Name (Latin)', 'Reference', 'Official Note', 'Note (by Checker)'];
const DAY = { validFrom: '2025-09-14' };

/** The invented gazetteer as the ministry hands it out: one workbook a province, codes as numbers without their leading zero. */
async function workbooks(): Promise<SourceFile[]> {
  const lines = new TextDecoder()
    .decode((await inventedFile('gazetteer.csv')).bytes)
    .trim()
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => {
    const [type = '', code = '', ...rest] = line.split(',');
    const cells = rest.map((cell) => (cell === '' ? null : cell));
    return [type, /^\d+$/.test(code) ? Number(code) : code, ...cells];
  });
  const south = rows.findIndex(([, code]) => code === 9);
  return [
    await workbook('1 - Gazetteer_NOR_14_Sep_2025.xls.xlsx', [HEADER, ...rows.slice(0, south)]),
    await workbook('9 - Gazetteer_SOU_14_Sep_2025.xlsx', [HEADER, ...rows.slice(south)]),
  ];
}

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
  });
  afterAll(() => database.close());
  beforeEach(() => emptyDatabase(database));

  const run = (files: readonly SourceFile[], options = {}) => importGazetteer(database, { files, options }, () => {});
  const gazetteer = async () => [await inventedFile('gazetteer.csv')];

  it('accounts for every row: a place, or rejected by name with its reason', async () => {
    const report = done(await run(await gazetteer(), DAY));
    expect([report.edition, report.layout, report.read, report.taken]).toEqual(['gazetteer-2025', 'ncdd-gazetteer', 21, 15]);
    expect(report.rejected.map(({ where, code, name, reason }) => [where, code, name, reason])).toEqual([
      ['gazetteer.csv, line 17', '010101', 'Alpha Twice', 'the code stands twice, first in gazetteer.csv, line 4'],
      ['gazetteer.csv, line 19', '0901', 'Wrong Level', 'Type ឃុំ does not fit a code of 4 digits'],
      ['gazetteer.csv, line 20', '090104', 'Island', 'Type "កោះ" is not known'],
      ['gazetteer.csv, line 21', 'គ្មាន', 'No Code', 'Code is no place code'],
      ['gazetteer.csv, line 22', '090105', null, 'both names are empty'],
      ['gazetteer.csv, line 18', '090201', 'Far Away', 'the district 0902 it lies in is not in the files'],
    ]);
    expect(report.duplicates).toEqual([{ code: '010101', name: 'Alpha Twice' }]);
    expect(report.byLevel).toEqual({ province: 2, district: 3, commune: 8, village: 2 });
    expect(report.notes).toEqual([
      '01010101 has no Latin name; its Khmer name ភូមិអាល់ហ្វា stands for it.',
      'No boundaries are loaded yet; the places wait for their polygons.',
    ]);
  });

  it('reads the list of the finance ministry, a record a village, with the places each lies in', async () => {
    const within = { province_code: '01', province_en: 'North', province_kh: 'ខេត្តជើង', district_code: '0101', district_en: 'First' };
    const commune = { ...within, district_kh: 'ទីមួយ', commune_code: '010101', commune_en: 'Alpha', commune_kh: 'អាល់ហ្វា' };
    const records = [
      { ...commune, village_code: '01010101', village_en: 'Ou', village_kh: 'អូរ' },
      { ...commune, village_code: '01010102', village_en: null, village_kh: 'ដើមចេក' },
      { ...commune, village_code: '01010101', village_en: 'Ou', village_kh: 'អូរ' },
      { ...commune, village_code: '010101', village_en: 'Short', village_kh: 'ខ្លី' },
      { village_code: '09010101', village_en: 'Alone', village_kh: 'ឯកា' },
    ];
    const report = done(await run([textFile('mef-admin-data.json', JSON.stringify(records))], DAY));
    expect([report.layout, report.edition, report.read, report.taken]).toEqual(['mef-gazetteer', 'mef-gazetteer-2025', 5, 2]);
    expect(report.rejected.map(({ code, reason }) => [code, reason])).toEqual([
      ['01010101', 'the code stands twice, first in mef-admin-data.json, record 1'],
      ['010101', 'village_code is no code of this level'],
      ['09010101', 'the commune 090101 it lies in is not in the files'],
    ]);
    expect(report.byLevel).toEqual({ province: 1, district: 1, commune: 1, village: 2 });
    expect(report.notes).toContain('01010102: it has no Latin name; its Khmer name stands for it.');
    const places = await database.query(sql`select name_en as en, name_km as km from place where level < 4 order by pcode`);
    expect(places).toEqual([
      { en: 'North', km: 'ជើង' },
      { en: 'First', km: 'ទីមួយ' },
      { en: 'Alpha', km: 'អាល់ហ្វា' },
    ]);
  });

  it('keeps places with both names, cleaned, their type and their code with its leading zero', async () => {
    done(await run(await gazetteer(), DAY));
    const places = await database.query(sql`
      select pcode, type, name_km as km, name_en as en, search_text as search from place
      where pcode in ('01', '0901', '090101', '01010101', '01010102') order by pcode`);
    expect(places).toEqual([
      { pcode: '01', type: 'province', km: 'ជើង', en: 'North', search: 'north|ជើង' },
      { pcode: '01010101', type: 'village', km: 'ភូមិអាល់ហ្វា', en: 'ភូមិអាល់ហ្វា', search: 'ភូមិអាល់ហ្វា|ភូមិអាល់ហ្វា' },
      { pcode: '01010102', type: 'village', km: 'ដើមចេក', en: 'Daeum Chek', search: 'daeumchek|ដើមចេក' },
      { pcode: '0901', type: 'municipality', km: 'ឆ្នេរ', en: 'Coast', search: 'coast|ឆ្នេរ' },
      { pcode: '090101', type: 'sangkat', km: 'អិបស៊ីឡុន', en: 'Epsilon', search: 'epsilon|អិបស៊ីឡុន' },
    ]);
  });

  it('reads workbooks, one a province, to the same state as one table', async () => {
    done(await run(await gazetteer(), DAY));
    const fromTable = await stateOf(database);
    await emptyDatabase(database);
    const report = done(await run(await workbooks()));
    expect([report.read, report.taken, report.rejected.length]).toEqual([21, 15, 6]);
    expect(await stateOf(database)).toEqual(fromTable);
  });

  it('takes the day it is valid from from the names of the workbooks, when they agree', async () => {
    const [north, south] = await workbooks();
    if (north === undefined || south === undefined) throw new Error('there are two workbooks');
    done(await run([north, south]));
    expect(await database.query(sql`select valid_from::text as day, name_en as en, name_km as km from edition`)).toEqual([
      { day: '2025-09-14', en: 'Gazetteer of 14 September 2025', km: 'បញ្ជីឈ្មោះរដ្ឋបាល ១៤ កញ្ញា ២០២៥' },
    ]);
    const later = { ...south, name: '9 - Gazetteer_SOU_01_Oct_2025.xlsx' };
    expect(await run([north, later])).toEqual({ refused: expect.stringContaining('--valid-from') });
  });

  it('reads a table with a byte order mark and with the line ends of any system', async () => {
    const text = new TextDecoder().decode((await inventedFile('gazetteer.csv')).bytes);
    done(await run([textFile('gazetteer.csv', text)], DAY));
    const plain = await stateOf(database);
    for (const written of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
      await emptyDatabase(database);
      done(await run([textFile('gazetteer.csv', written)], DAY));
      expect(await stateOf(database)).toEqual(plain);
    }
  });

  it('imported again ends in the same state', async () => {
    done(await run(await workbooks()));
    const before = await stateOf(database);
    done(await run(await workbooks()));
    expect(await stateOf(database)).toEqual(before);
  });

  describe('a bad delivery changes nothing', () => {
    async function expectRefusal(files: readonly SourceFile[], sentence: RegExp, options: object = DAY): Promise<void> {
      const before = [await stateOf(database), await countReports(database)];
      expect(await run(files, options)).toMatchObject({ refused: expect.stringMatching(sentence) });
      expect([await stateOf(database), await countReports(database)]).toEqual(before);
    }

    it('empty, broken, of other columns, or without a row that can be taken, alone or beside a good file', async () => {
      const [good, other] = await workbooks();
      if (good === undefined || other === undefined) throw new Error('there are two workbooks');
      done(await run([good, other]));
      await expectRefusal([textFile('g.csv', '')], /^g\.csv is empty\.$/);
      await expectRefusal(
        [textFile('g.csv', 'Type,Code,Name\nឃុំ,10101,x\n')],
        /^g\.csv is no gazetteer: its columns are Type, Code, Name\.$/,
      );
      await expectRefusal([textFile('g.csv', HEADER.join(','))], /^The files name no place that can be taken\.$/);
      const broken = { name: 'broken.xlsx', bytes: good.bytes.slice(0, 900) };
      await expectRefusal([broken], /^broken\.xlsx cannot be read as an \.xlsx workbook \(/);
      await expectRefusal([good, other, broken], /^broken\.xlsx cannot be read/);
    });

    it('that lacks places the edition holds', async () => {
      const [north, south] = await workbooks();
      if (north === undefined || south === undefined) throw new Error('there are two workbooks');
      done(await run([north, south]));
      await expectRefusal(
        [north],
        /holds 5 places that these files lack \(09, 0901, 090101, 090102, 090103\); import all its files together/,
        {},
      );
    });
  });
});
