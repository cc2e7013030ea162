import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { datasetOf } from '../../server/datasets/index.ts';
import type { Database } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { done, textFile } from '../support/invented-files.ts';
import { throughLibreOffice, withLibreOffice } from '../support/libreoffice.ts';

/** Names that a spreadsheet would run, by commune. A tab or line end before them is gone at import already. */
const HOSTILE = { '010101': '=1+1', '010102': '+1+1', '010103': '-1+1', '010104': '@SUM(1)' } as const;
const SOURCE = '=1+1';
const GAZETTEER = [
  'Type,Code,Name (Khmer),Name (Latin),Reference,Official Note,Note (by Checker)',
  'ខេត្ត,1,ខេត្តជើង,North Province,,,',
  'ស្រុក,101,ទីមួយ,First,,,',
  ...Object.entries(HOSTILE).map(([code, name]) => `ឃុំ,${Number(code)},=2+2,\t${name},,,`),
  'ឃុំ,10105,បន្ទាយនាង,Banteay Neang,,,',
];
const ASSESSED = ['pcode,period,workshop-date,high-risk-children', '010101,2025,2025-05-06,9', '010105,2025,2025-05-07,4'];
const NETWORKS = ['pcode,network-code,organisation,founded-on,members-police', '010105,CPN-1,cambodia-acts,2021-05-20,2'];
const WORKSHOPS = ['pcode,workshop-code,type,starts-on,ends-on,organiser', '010105,TOT-1,tot,2025-07-08,2025-07-10,cambodia-acts'];

const EDITION = 'gazetteer-2025';
const PATHS = {
  values: `/api/exports/values?edition=${EDITION}&indicator=high-risk-children&level=commune&period=2025`,
  gaps: `/api/exports/gaps?edition=${EDITION}&period=2025&on=2025-12-31`,
  networks: '/api/exports/registers/networks?',
  workshops: '/api/exports/registers/workshops?',
} as const;

onBothHomes((home) => {
  withLibreOffice(() => {
    let database: Database;
    let asking: Asking;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      asking = askingOf(database);
      const options = { validFrom: '2025-09-14', source: SOURCE };
      done(await importGazetteer(database, { files: [textFile('gazetteer.csv', GAZETTEER.join('\n'))], options }, () => {}));
      const load = async (id: string, rows: readonly string[]) => {
        const delivery = { files: [textFile('table.csv', rows.join('\n'))], dataset: datasetOf(id), stated: {}, source: undefined };
        expect(await importDataset(database, delivery, () => {})).toMatchObject({ taken: rows.length - 1, rejected: [] });
      };
      await load('vsnp-assessments', ASSESSED);
      await load('networks', NETWORKS);
      await load('workshops', WORKSHOPS);
    });
    afterAll(() => database.close());

    const exported = async (format: 'csv' | 'xlsx') => {
      const files: Record<string, Uint8Array> = {};
      for (const [name, path] of Object.entries(PATHS)) {
        const { status, bytes } = await asking.download(`${path}&format=${format}`, 'identity');
        expect({ path, status, failures: asking.failures }).toEqual({ path, status: 200, failures: [] });
        files[name] = bytes;
      }
      return files;
    };
    /** Rows of the first sheet by head; codes and names are text or they are lost. */
    const rowsOf = async (workbook: Uint8Array | undefined) => {
      const [first] = await readExcelFile(Buffer.from(workbook ?? []));
      const [heads = [], ...rows] = first?.data ?? [];
      return rows.map((row) => Object.fromEntries(heads.map((head, index) => [String(head), row[index] ?? null])));
    };
    const formulasOf = (workbook: Uint8Array) =>
      Object.entries(unzipSync(workbook)).filter(([name, bytes]) => /worksheets\/.*\.xml$/.test(name) && /<f[ >/]/.test(strFromU8(bytes)));
    const namesOf = async (workbook: Uint8Array | undefined) =>
      Object.fromEntries((await rowsOf(workbook)).map((row) => [row['commune_code'], row['commune_en']]));

    it('a workbook keeps codes with their zeros, Khmer names and hostile texts as text, and runs none of them', async () => {
      const files = await throughLibreOffice(await exported('xlsx'), { from: 'xlsx', to: 'xlsx' });
      for (const [name, workbook] of files) expect([name, formulasOf(workbook)]).toEqual([name, []]);
      expect(await namesOf(files.get('values'))).toEqual({ ...HOSTILE, '010105': 'Banteay Neang' });
      expect(await namesOf(files.get('gaps'))).toEqual({ ...HOSTILE, '010105': 'Banteay Neang' });
      const values = await rowsOf(files.get('values'));
      expect(values.map((row) => row['commune_km'])).toEqual(['=2+2', '=2+2', '=2+2', '=2+2', 'បន្ទាយនាង']);
      expect(values.map((row) => row['value'])).toEqual([9, null, null, null, 4]);
      expect(await rowsOf(files.get('networks'))).toMatchObject([{ pcode: '010105', 'network-code': 'CPN-1', 'members-police': 2 }]);
      expect(await rowsOf(files.get('workshops'))).toMatchObject([
        { pcode: '010105', 'workshop-code': 'TOT-1', 'starts-on': '2025-07-08' },
      ]);
      const [, about] = await readExcelFile(Buffer.from(files.get('values') ?? []));
      expect(about?.data).toContainEqual(['places', SOURCE]);
    });

    it('a CSV opened just so runs no formula; with its columns opened as text it keeps codes and Khmer as well', async () => {
      const csv = await exported('csv');
      const opened = await throughLibreOffice(csv, { from: 'csv', to: 'xlsx', inFilter: 'CSV:44,34,76,1' });
      for (const [name, workbook] of opened) expect([name, formulasOf(workbook)]).toEqual([name, []]);
      // The sign that stops a spreadsheet from running a text stands before it.
      const quoted = Object.values(HOSTILE).map((name) => `'${name}`);
      expect((await rowsOf(opened.get('values'))).map((row) => row['commune_en'])).toEqual([...quoted, 'Banteay Neang']);
      const asText = `CSV:44,34,76,1,${Array.from({ length: 60 }, (_, index) => `${index + 1}/2`).join('/')}`;
      const texts = await throughLibreOffice(csv, { from: 'csv', to: 'xlsx', inFilter: asText });
      for (const [name, workbook] of texts) {
        const rows = (await rowsOf(workbook)).map((row) =>
          Object.fromEntries(Object.entries(row).map(([head, cell]) => [head, cell ?? ''])),
        );
        expect([name, rows]).toEqual([name, parse(Buffer.from(csv[name] ?? []), { bom: true, columns: true })]);
      }
      expect((await rowsOf(texts.get('values'))).at(-1)).toMatchObject({ pcode: '010105', commune_km: 'បន្ទាយនាង', province_code: '01' });
    });
  });
});
