import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../server/intake/read-table.ts';
import { throughLibreOffice, withLibreOffice } from '../support/libreoffice.ts';
import { workbook } from '../support/workbook.ts';

const SPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
].join(' ');

/** An .ods file of these tables, with other parts beside its content. */
function spreadsheet(tables: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${SPACES}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const parts = Object.entries({ 'content.xml': content, ...others }).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], ...Object.fromEntries(parts) });
}

const text = (words: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${words}</text:p></table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const sheet = (rows: string, name = 'Sheet1') => `<table:table table:name="${name}">${rows}</table:table>`;
const number = (value: number) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>as shown</text:p></table:table-cell>`;

async function read(bytes: Uint8Array, name = 'table.ods') {
  const table = await readTable({ name, bytes });
  return 'reason' in table ? table.reason : table.rows.map(({ where, fields }) => ({ where, ...fields }));
}

describe('an .ods spreadsheet', () => {
  it('is read as what it holds, not as what it shows', async () => {
    const day = '<table:table-cell office:value-type="date" office:date-value="2025-03-01"><text:p>1 Mar</text:p></table:table-cell>';
    const rows = row(text('pcode') + text('on') + text('children')) + row(text('010201') + day + number(12.5));
    expect(await read(spreadsheet(sheet(rows)))).toEqual([
      { where: 'row 2', pcode: '010201', on: new Date('2025-03-01T00:00:00Z'), children: 12.5 },
    ]);
  });

  it('is known by its kind, whatever its name', async () => {
    expect(await read(spreadsheet(sheet(row(text('a')) + row(text('1')))), 'file.csv')).toEqual([{ where: 'row 2', a: '1' }]);
  });

  it('counts blank and repeated rows and cells where they stand', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="2"/>';
    const rows = [
      row(text('a') + text('b') + text('c') + text('d')),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"'),
      row(`${text('1') + blank + text('4')}<table:table-cell table:number-columns-repeated="16380"/>`),
      row(text('x', 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"'),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048566"'),
    ];
    expect(await read(spreadsheet(sheet(rows.join(''))))).toEqual([
      { where: 'row 5', a: '1', d: '4' },
      { where: 'row 6', a: 'x', b: 'x' },
      { where: 'row 7', a: 'x', b: 'x' },
    ]);
  });

  it('reads several lines, spaces and entities of a cell, and no note that hangs on it', async () => {
    const note = '<office:annotation><text:p>Sok Dara says</text:p></office:annotation>';
    const cell = `<table:table-cell office:value-type="string">${note}<text:p>A<text:s text:c="2"/>&amp;<text:span>B</text:span></text:p><text:p>C</text:p></table:table-cell>`;
    expect(await read(spreadsheet(sheet(row(text('a')) + row(cell))))).toEqual([{ where: 'row 2', a: 'A  &B\nC' }]);
  });

  it('takes a formula that was saved without its value for a blank', async () => {
    const cell = '<table:table-cell table:formula="of:=SUM([.A1])"/>';
    expect(await read(spreadsheet(sheet(row(text('a') + text('b')) + row(cell + text('x')))))).toEqual([{ where: 'row 2', b: 'x' }]);
  });

  it('says which other sheets hold something', async () => {
    const bytes = spreadsheet(sheet(row(text('a')) + row(text('1'))) + sheet(row(text('b')), 'Other') + sheet('', 'Empty'));
    expect(await readTable({ name: 'table.ods', bytes })).toMatchObject({ otherSheets: ['Other'] });
  });

  it.each([
    ['a password', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }, /password/],
    ['macros', { 'Basic/Standard/Module1.xml': '<x/>' }, /macros/],
    ['a part that points outside', { '../x': 'x' }, /point outside/],
    ['an entity', { 'content.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }, /document type/],
    ['links to other files', { 'content.xml': '<x><table:table-source xlink:href="http://127.0.0.1/"/></x>' }, /linked to other workbooks/],
    ['half a document', { 'content.xml': '<x><y' }, /damaged/],
  ] as const)('with %s is refused in one sentence', async (_, parts, reason) => {
    expect(await read(spreadsheet('', parts))).toMatch(reason);
  });

  it('that repeats a cell or a row beyond all measure is refused with the number of the limit', async () => {
    const cells = row(text('a')) + row(text('x'), 'table:number-rows-repeated="1048000"');
    expect(await read(spreadsheet(sheet(cells)))).toContain('more than 100,000 rows');
    const wide = row(text('x', 'table:number-columns-repeated="900000000"'));
    expect(await read(spreadsheet(sheet(wide)))).toContain('more than 16,384 columns');
  });

  withLibreOffice(() => {
    it('says the same, saved there, as the workbook it was made from', async () => {
      const made = await workbook('t.xlsx', [
        ['pcode', 'ឃុំ', 'on', 'children'],
        ['010201', 'ប៉ោយប៉ែត', new Date('2025-03-01T00:00:00Z'), 0],
        [null, null, null, null],
        ['010202', '=1+1', new Date('2024-12-31T00:00:00Z'), 1234],
      ]);
      const saved = (await throughLibreOffice({ t: made.bytes }, { from: 'xlsx', to: 'ods' })).get('t');
      expect(await read(saved ?? new Uint8Array())).toEqual(await read(made.bytes, 't.xlsx'));
    }, 120_000);
  });
});
