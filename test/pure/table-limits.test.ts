import spectrum from 'csv-spectrum';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable, type Table } from '../../server/intake/read-table.ts';
import { workbook } from '../support/workbook.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A workbook of so many rows below its heads. */
async function longWorkbook(rows: number): Promise<Uint8Array> {
  const parts = unzipSync((await workbook('a.xlsx', [['code', 'n']])).bytes);
  const [path = ''] = Object.keys(parts).filter((name) => name.endsWith('sheet1.xml'));
  const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>10201</v></c><c r="B${number}"><v>4</v></c></row>`;
  const below = Array.from({ length: rows }, (_, index) => row(index + 2)).join('');
  return zipSync({ ...parts, [path]: strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace('</sheetData>', `${below}</sheetData>`)) });
}

const LINES = (count: number) => `code,n\n${'010201,4\n'.repeat(count)}`;
const RECORDS = (count: number) => `[${Array(count).fill('{"code":"010201","n":4}').join()}]`;
const LONG = 'x'.repeat(4001);

describe('a table larger than any office writes', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['rows of a .csv', 'a.csv', () => bytesOf(LINES(100_001)), 'a.csv has more than 100,000 rows; split it into several files.'],
    [
      'rows of a .tsv',
      'a.tsv',
      () => bytesOf(LINES(100_001).replaceAll(',', '\t')),
      'a.tsv has more than 100,000 rows; split it into several files.',
    ],
    ['records of JSON', 'a.json', () => bytesOf(RECORDS(100_001)), 'a.json has more than 100,000 rows; split it into several files.'],
    ['rows of a workbook', 'a.xlsx', () => longWorkbook(100_001), 'a.xlsx has more than 100,000 rows; split it into several files.'],
    [
      'cells of a .csv',
      'a.csv',
      () => bytesOf(`${'1,'.repeat(999)}1\n`.repeat(2001)),
      'a.csv has more than 2,000,000 cells; split it into several files.',
    ],
    [
      'a long text in a .csv',
      'a.csv',
      () => bytesOf(`code,n\n010201,4\n010202,${LONG}\n`),
      'a.csv has a cell of more than 4,000 characters, in row 3.',
    ],
    ['a long text in JSON', 'a.json', () => bytesOf(`[{"code":"${LONG}"}]`), 'a.json has a cell of more than 4,000 characters, in row 2.'],
    ['one endless line', 'a.csv', () => bytesOf(`code,n\n${'1,'.repeat(700_000)}`), 'a.csv has more than 16,384 columns.'],
    [
      'an endless quote',
      'a.csv',
      () => bytesOf(`code,n\n"${'1,\n'.repeat(700_000)}`),
      'a.csv has a row of more than 1,000,000 characters.',
    ],
    ['nested JSON', 'a.json', () => bytesOf('['.repeat(1_000_000)), 'a.json is nested more than 8 levels deep.'],
  ])('is refused with the number of its limit: %s', async (_, name, make, reason) => {
    expect(await readTable({ name, bytes: await make() })).toMatchObject({ reason });
  });

  it('is taken up to that number, brackets in texts nested as they like', async () => {
    expect(((await readTable({ name: 'a.csv', bytes: bytesOf(LINES(100_000)) })) as Table).rows).toHaveLength(100_000);
    expect(((await readTable({ name: 'a.json', bytes: bytesOf(RECORDS(100_000)) })) as Table).rows).toHaveLength(100_000);
    const text = JSON.stringify([{ code: `\\"${'['.repeat(3000)}` }]);
    expect(await readTable({ name: 'a.json', bytes: bytesOf(text) })).toMatchObject({ rows: [{ where: 'record 1' }] });
  });

  it('leaves the server its own thread: it answers while a table is read', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const begun = performance.now();
    expect(await readTable({ name: 'a.json', bytes: bytesOf('[[1],'.repeat(9_000_000)) })).toMatchObject({
      reason: 'a.json is nested more than 8 levels deep.',
    });
    const whole = performance.now() - begun;
    clearInterval(timer);
    expect(longest).toBeLessThan(Math.max(whole, 50));
  });
});

describe('the tables of csv-spectrum', () => {
  it('are read as they are meant, blank cells left out, but for the one with bare quotes, which is refused', async () => {
    const cases = await new Promise<Parameters<Parameters<typeof spectrum>[0]>[1]>((settle, fail) =>
      spectrum((error, found) => (error === null ? settle(found) : fail(error))),
    );
    expect(cases).toHaveLength(12);
    for (const { csv, json, name } of cases) {
      const table = await readTable({ name: 'a.csv', bytes: new Uint8Array(csv) });
      if (name === 'location_coordinates') {
        expect(table).toMatchObject({ reason: 'a.csv cannot be read as a .csv table (its quotes do not match near line 2).' });
        continue;
      }
      const meant = [JSON.parse(json.toString()) as Record<string, string> | Record<string, string>[]]
        .flat()
        .map((record) => Object.fromEntries(Object.entries(record).filter(([, cell]) => cell.trim() !== '')));
      expect({ name, rows: 'rows' in table ? table.rows.map(({ fields }) => fields) : table }).toEqual({ name, rows: meant });
    }
  });
});
