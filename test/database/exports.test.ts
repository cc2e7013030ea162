import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GapList } from '../../server/contracts/gap.ts';
import { toPlaceValues, ValueColumns } from '../../server/contracts/values.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  about: z.record(z.string(), z.string()),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.object({ type: z.string() }).loose().nullable(),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});

describe('a view that leaves as a file', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());

    const about = (level: string) => `edition=${SMALL}&indicator=high-risk-children-rate&level=${level}&period=2025`;
    const exported = async (format: string, { level = 'commune', more = '' } = {}) => {
      const { status, bytes, headers } = await asking.download(`/api/exports/values?${about(level)}&format=${format}${more}`, 'identity');
      expect({ status, failures: asking.failures }).toEqual({ status: 200, failures: [] });
      return { bytes: Buffer.from(bytes), headers };
    };
    const csv = async (options = {}) => {
      const { bytes } = await exported('csv', options);
      return parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    };

    it('holds the numbers and states of the map, codes as text, and never a zero for a place nobody assessed', async () => {
      const { body } = await asking.ask(`/api/values?${about('commune')}`);
      const values = toPlaceValues(ValueColumns.parse(body));
      const rows = await csv();
      expect(rows.map(({ state }) => state)).toEqual(values.map(({ state }) => state));
      const numbers = values.map((value) => (value.state === 'value' ? String(value.value) : value.state === 'zero' ? '0' : ''));
      expect(rows.map(({ value }) => value)).toEqual(numbers);
      expect(rows[0]).toMatchObject({
        pcode: '010101',
        province_code: '01',
        district_code: '0101',
        commune_code: '010101',
        period: '2025',
      });
      const unasked = rows.find(({ state }) => state === 'not-assessed');
      expect(unasked).toMatchObject({ value: '', counted: '', out_of: '', state_en: 'Not assessed', state_km: 'មិនទាន់វាយតម្លៃ' });
      expect(rows.find(({ state }) => state === 'no-denominator')).toMatchObject({ value: '', counted: '30', out_of: '' });
    });

    it('says on every row what it is of, and that invented numbers are invented', async () => {
      const said = async () =>
        new Set((await csv()).map(({ data, edition, indicator, unit }) => [edition, indicator, unit, data].join(' | ')));
      const [real] = await said();
      expect(real).toBe(
        `${SMALL} | high-risk-children-rate | per 1,000 children | Exact numbers: for managers only · តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង`,
      );
      await database.query(sql`update edition set is_demonstration = true where id = ${SMALL}::text returning 1`);
      try {
        expect([...(await said())]).toEqual([expect.stringContaining('Demonstration data, invented · ទិន្នន័យសាកល្បង')]);
        const { bytes } = await exported('geojson');
        expect(Collection.parse(JSON.parse(bytes.toString())).about['data']).toContain('Demonstration data');
      } finally {
        await database.query(sql`update edition set is_demonstration = false where id = ${SMALL}::text returning 1`);
      }
    });

    it('keeps to a province, names the file, and tags the columns when asked', async () => {
      const rows = await csv({ more: '&province=02&hxl=yes' });
      expect(rows[0]).toMatchObject({ pcode: '#loc+code', value: '#value' });
      expect(rows.slice(1).map(({ pcode }) => pcode?.slice(0, 2))).toEqual(Array(6).fill('02'));
      const { headers } = await exported('csv', { more: '&province=02' });
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${SMALL}-high-risk-children-rate-commune-02-2025.csv"`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect((await csv({ level: 'province' })).map(({ pcode, commune_code }) => [pcode, commune_code])).toEqual([
        ['01', ''],
        ['02', ''],
      ]);
    });

    it('is refused for a province that is not there, instead of being empty', async () => {
      for (const path of [`/api/exports/values?${about('commune')}`, `/api/exports/gaps?edition=${SMALL}&period=2025&on=2025-12-31`]) {
        expect((await asking.ask(`${path}&format=csv&province=99`)).status).toBe(404);
      }
    });

    it('holds no formula, whatever a place is called', async () => {
      const evil = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx'];
      const codes = (await csv()).slice(0, evil.length).map(({ pcode }) => pcode ?? '');
      const before = await database.query<{ pcode: string; name: string }>(
        sql`select pcode, name_en as name from place where edition = ${SMALL}::text and pcode = any(${codes}::text[])`,
      );
      const rename = (pcode: string, name: string) =>
        database.query(sql`update place set name_en = ${name}::text where edition = ${SMALL}::text and pcode = ${pcode}::text returning 1`);
      for (const [index, code] of codes.entries()) await rename(code, evil[index] ?? '');
      try {
        const names = (await csv()).slice(0, evil.length).map((row) => row['commune_en']);
        expect(names).toEqual(evil.map((name) => `'${name}`));
        const { bytes } = await exported('xlsx');
        expect(bytes.includes('<f>')).toBe(false);
        const [values] = await readExcelFile(bytes);
        const column = values?.data[0]?.indexOf('commune_en') ?? -1;
        expect(values?.data.slice(1, evil.length).map((row) => row[column])).toEqual(evil.slice(0, -1));
      } finally {
        for (const { pcode, name } of before) await rename(pcode, name);
      }
    });

    it('ranks the gaps as the list does, with every term, and says how many communes nobody assessed', async () => {
      const asked = `edition=${SMALL}&period=2025&on=2025-12-31&reachMeters=5000`;
      const { gaps, notAssessed, communes } = GapList.parse((await asking.ask(`/api/gaps?${asked}`)).body);
      expect(gaps.length).toBeGreaterThan(2);
      const download = (format: string) => asking.download(`/api/exports/gaps?${asked}&format=${format}`, 'identity');
      const rows = parse(Buffer.from((await download('csv')).bytes), { bom: true, columns: true }) as Record<string, string>[];
      const said = ({ rank, score, pcode, children, nearest_m, need }: Record<string, string>) => [
        rank,
        score,
        pcode,
        children,
        nearest_m,
        need,
      ];
      const ranked = rows.filter(({ state }) => state === 'gap');
      expect(ranked.map(said)).toEqual(
        gaps.map((gap) => [gap.rank, gap.score, gap.pcode, gap.children, gap.nearestActiveMeters ?? '', gap.terms.need].map(String)),
      );
      // Communes nobody assessed stand below, without a rank: an empty list is then a list without gaps.
      const unknown = rows.slice(ranked.length);
      expect(unknown).toHaveLength(notAssessed);
      expect(new Set(unknown.map(({ state, rank, children, score }) => [state, rank, children, score].join()))).toEqual(
        new Set(['not-assessed,,,']),
      );
      const [, about] = await readExcelFile(Buffer.from((await download('xlsx')).bytes));
      expect(about?.data).toContainEqual(['not assessed, so without a rank', `${notAssessed} of ${communes} communes`]);
    });

    it('is the same in a workbook, with what it is of and what each field means on sheets of their own', async () => {
      const { bytes, headers } = await exported('xlsx');
      expect(headers.get('content-type')).toContain('spreadsheetml');
      const sheets = await readExcelFile(bytes);
      expect(sheets.map(({ sheet }) => sheet)).toEqual(['Values', 'About', 'Fields']);
      const [heads = [], ...rows] = sheets[0]?.data ?? [];
      const text = rows.map((row) => Object.fromEntries(heads.map((head, index) => [String(head), String(row[index] ?? '')])));
      expect(text).toEqual(await csv());
      expect(sheets[1]?.data.map(([name]) => name)).toEqual(expect.arrayContaining(['data', 'source', 'edition', 'licence of the places']));
      const fields = parse((await exported('dictionary')).bytes, { bom: true }) as string[][];
      expect(sheets[2]?.data.map((row) => row.map((cell) => cell ?? ''))).toEqual(fields);
      expect(fields.slice(1).map(([field]) => field)).toEqual(heads);
    });

    it('is the same on the map of somebody else: a feature a place, drawn where it has a polygon or a point', async () => {
      const { bytes } = await exported('geojson');
      const { features } = Collection.parse(JSON.parse(bytes.toString()));
      const rows = await csv();
      const asText = ({ properties }: (typeof features)[number]) =>
        Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value ?? '')]));
      expect(features.map(asText)).toEqual(rows);
      expect(features.map(({ id }) => id)).toEqual(rows.map(({ pcode }) => pcode));
      const shapes = new Set(features.map(({ geometry }) => geometry?.type ?? 'none'));
      expect(shapes.has('MultiPolygon')).toBe(true);
    });
  });
});
