import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../server/intake/workbook.ts';
import { throughLibreOffice, withLibreOffice } from '../support/libreoffice.ts';
import { workbook } from '../support/workbook.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

type Made = { rows: string; others?: readonly string[]; strings?: string; styles?: string; properties?: string };

/** A workbook of parts written by hand; `rows` are those of its first sheet. */
function made({ rows, others = [], strings = '', styles = '', properties = '' }: Made): Uint8Array {
  const sheets = [rows, ...others];
  const list = sheets.map((_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const targets = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${[...targets, relation('s', 'sharedStrings', 'texts.xml'), relation('y', 'styles', '/xl/styles.xml')].join('')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${RELATIONS}">${properties}<sheets>${list}</sheets></workbook>`,
    'xl/texts.xml': `<sst ${MAIN}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...Object.fromEntries(sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(xml)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
const sheetOf = (rows: string) => (rows.startsWith('<?') ? rows : `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`);

/** What stands in the lines, blank cells at the end of each left out. */
function linesOf(bytes: Uint8Array): unknown[][] {
  const read = readSheets(bytes);
  if (!('grid' in read)) throw new Error('no grid');
  return read.grid.lines.map(({ cells }) => [...cells]);
}

/** The same by a reader of another hand. */
async function witnessed(bytes: Uint8Array): Promise<unknown[][]> {
  const [first] = await readExcelFile(Buffer.from(bytes));
  return (first?.data ?? []).map((row: readonly unknown[]) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
}

const FORMATS = ['yyyy-mm-dd', 'dd/mm/yyyy;@', '[$-409]d-mmm-yy;@', '[h]:mm:ss', 'mm:ss.0', '0.00', '#,##0 "days"', '[Red]0;[Blue]-0'];
const MORE_FORMATS = ['General', '0%', 'd" of "mmmm', '[$-1010000]d/m/yyyy', 'yyyy\\-mm', '# ?/?', 'aaaa', '"yyyy"0', 'h:mm AM/PM'];

describe('the sheet of a workbook', () => {
  it('is read as another reader reads it, whatever its cells hold', async () => {
    const anyCell = fc.oneof(
      fc.constant(null),
      fc.nat(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('law; obligations', ' ឃុំ ១ ', '<a> & "b"', "it's", '&amp;', '_x000D_', '_x005F_x0041_', '010201', ']]>'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const anyTable = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyTable, async (rows) => {
        const width = Math.max(...rows.map((row) => row.length));
        const whole = rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]);
        const { bytes } = await workbook('a.xlsx', whole);
        expect(linesOf(bytes)).toEqual(await witnessed(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('tells days from numbers by their formats as another reader does, counted from 1900 or 1904', async () => {
    const known = Array.from({ length: 90 }, (_, id) => id);
    const own = [...FORMATS, ...MORE_FORMATS];
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const formats = own.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join('');
    const ids = [...known, ...own.map((_, at) => 164 + at)];
    const styles = `<numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}<xf xfId="1"/><xf xfId="1" numFmtId="1"/></cellXfs>`;
    const rows = Array.from(
      { length: ids.length + 2 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="${at}"><v>45000.75</v></c></row>`,
    );
    for (const properties of ['', '<workbookPr date1904="1"/>', '<workbookPr/>']) {
      const bytes = made({ rows: rows.join(''), styles, properties });
      expect(linesOf(bytes)).toEqual(await witnessed(bytes));
    }
  });

  it('is read however its program writes it: prefixes, comments, runs of a text, readings beside it, cells of every type', async () => {
    const rows = `<?xml version="1.0"?><!-- <row> --><x:worksheet xmlns:x="m"><x:sheetData>
      <x:row r="2" spans="1:3"><x:c r="B2" t='s'><x:v>0</x:v></x:c><x:c r="D2" t="inlineStr"><x:is><x:t>a &lt;</x:t></x:is></x:c></x:row>
      <x:row r="4"><x:c r="A4" t="b"><x:v>1</x:v></x:c><x:c r="B4" t="e"><x:v>#DIV/0!</x:v></x:c>
        <x:c r="C4" t="str"><x:f>A1&amp;"x"</x:f><x:v>_x0041_b</x:v></x:c><x:c r="D4" t="s"><x:v>1</x:v></x:c><x:c r="E4"/>
        <x:c r="F4" t="d"><x:v>2025-03-01T00:00:00Z</x:v></x:c><x:c r="AB4"><x:v>1e2</x:v></x:c></x:row>
      <x:row r="9"><x:c r="A9"><x:v></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const strings =
      '<si><r><rPr><b/></rPr><t>one</t></r><r><t xml:space="preserve"> two</t></r><rPh sb="0" eb="1"><t>ONE</t></rPh></si><si><t>&#x17D2;&#33;&amp;lt;</t></si>';
    const bytes = made({ rows, strings });
    const day = new Date('2025-03-01T00:00:00Z');
    const fourth = [true, null, 'Ab', '\u17d2!&lt;', null, day, ...Array<null>(21).fill(null), 100];
    expect(linesOf(bytes)).toEqual([[], [null, 'one two', null, 'a <'], [], fourth]);
    expect(linesOf(bytes)).toEqual(await witnessed(bytes));
  });

  it('counts rows and cells on where they have no address', () => {
    expect(linesOf(made({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c><v>3</v></c></row>' }))).toEqual([[1, 2], [], [3]]);
  });

  it('names the sheets beside it that hold something', () => {
    const others = ['<row r="1"/>', '<row r="7"><c r="C7"><v>1</v></c></row>', '<row r="1"><c r="A1"/></row>'];
    expect(readSheets(made({ rows: '', others }))).toEqual({ grid: { lines: [], otherSheets: ['S3'] } });
  });

  it('never reads a blank value as a zero', () => {
    expect(linesOf(made({ rows: '<row r="1"><c r="A1"><v> </v></c><c r="B1"><v>0</v></c></row>' }))).toEqual([[null, 0]]);
  });

  it.each<[string, string]>([
    ['a cell behind its place', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['a row behind its place', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a text that is not in the list', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>seven</v></c></row>'],
    ['a format that is not there', '<row r="1"><c r="A1" s="7"><v>1</v></c></row>'],
    ['a type that is not there', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'],
    ['elements that cross', '<row r="1"><c r="A1"><v>1</c></v></row>'],
    ['an element that never ends', '<row r="1"><c r="A1"><v>1'],
    ['an attribute without a value', '<row r="1"><c r><v>1</v></c></row>'],
    ['a document type far inside', `<row r="1">${' '.repeat(120_000)}<!DOCTYPE x [<!ENTITY y "z">]></row>`],
  ])('is refused with %s, as it is by another reader or for good reason', (_, rows) => {
    expect(() => linesOf(made({ rows }))).toThrow();
  });

  it('is read or refused, and never read without an end, wherever it is damaged', () => {
    const whole = `<row r="1" spans='1:2'><c r="A1" t="s"><v>0</v></c><!-- x --><c r="B1"><f>A1</f><v>2&#48;</v></c></row><row r="2"/>`;
    const place = fc.nat(whole.length);
    const sign = fc.constantFrom('', '<', '>', '/', '"', "'", '=', '&', '!', '?', ' ', ':', '<![CDATA[', '<!--', '\0', '\ufffd');
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, sign), { minLength: 1, maxLength: 4 }), (damages) => {
        const rows = damages.reduce((xml, [at, length, put]) => xml.slice(0, at) + put + xml.slice(at + (length % 9)), whole);
        let lines: unknown[][] = [];
        try {
          lines = linesOf(made({ rows, strings: '<si><t>x</t></si>' }));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(TypeError);
        }
        expect(lines.flat().every((cell) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('is counted while it is read: far rows and far columns cost nothing', () => {
    const begun = performance.now();
    expect(() => linesOf(made({ rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }))).toThrow(/100,000 rows/);
    expect(() => linesOf(made({ rows: '<row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>' }))).toThrow(/16,384 columns/);
    const wide = Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('');
    expect(() => linesOf(made({ rows: wide }))).toThrow(/2,000,000 cells/);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

withLibreOffice(() => {
  it('is read as another reader reads it, stored by LibreOffice', async () => {
    const day = new Date('2025-03-01T00:00:00Z');
    const { bytes } = await workbook('a.xlsx', [
      ['pcode', 'day', 'n', 'ឃុំ'],
      ['010201', day, 7.25, 'a & b'],
      [null, null, null, null],
      ['x', day, 0, ' '],
    ]);
    const [stored] = [...(await throughLibreOffice({ a: bytes }, { from: 'xlsx', to: 'xlsx' })).values()];
    expect(linesOf(stored ?? bytes)).toEqual(await witnessed(stored ?? bytes));
    expect(linesOf(stored ?? bytes)[1]).toEqual(['010201', day, 7.25, 'a & b']);
  });
});
