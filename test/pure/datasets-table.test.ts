import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../server/commands/write-template.ts';
import { noteSentence } from '../../server/contracts/file-notes.ts';
import type { Dataset } from '../../server/datasets/dataset.ts';
import { datasetOf, TEMPLATE_IDS } from '../../server/datasets/index.ts';
import { EXAMPLE_PROVINCE, toTemplate } from '../../server/datasets/template.ts';
import { vsnpAssessments } from '../../server/datasets/vsnp-assessments.ts';
import { Choosing } from '../../server/intake/choosing.ts';
import { readRows } from '../../server/intake/dataset-rows.ts';
import { readTable } from '../../server/intake/read-table.ts';
import { workbook } from '../support/workbook.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

const SILENT = { tell: () => {}, find: async () => [], findAt: async () => [], choosing: new Choosing() };

describe('a table that cannot be read', () => {
  it.each([
    ['t.json', '[{"name": Sok Srey Mom}]', 'it is not valid JSON'],
    ['t.csv', 'pcode,name\n010201,Sok "Srey" Mom\n', 'its quotes do not match near line 2'],
    ['t.csv', 'pcode,name\n010201,"Sok Srey Mom\n', 'its quotes do not match near line'],
  ])('is refused without a word of what stands in it: %s %j', async (name, text, detail) => {
    const refused = JSON.stringify(await readTable(file(name, text)));
    expect(refused).toContain(detail);
    expect(refused).not.toMatch(/Sok|Srey|Mom/);
  });
});

describe('JSON as a table', () => {
  it('is an array of records, bare or as the one array of an object', async () => {
    const records = [
      { code: '010201', n: 4 },
      { code: '010202', n: null, more: 'x' },
    ];
    for (const text of [JSON.stringify(records), `\ufeff${JSON.stringify({ title: 'IDPoor', DataList: records })}`]) {
      expect(await readTable(file('idpoor.json', text))).toEqual({
        columns: new Set(['code', 'n', 'more']),
        rows: [
          { where: 'record 1', fields: { code: '010201', n: 4 } },
          { where: 'record 2', fields: { code: '010202', more: 'x' } },
        ],
        odd: [],
        otherSheets: [],
        notes: [],
      });
    }
  });

  it('is refused when there are two arrays, none, other things, or half a file', async () => {
    const reasonOf = async (text: string) => JSON.stringify(await readTable(file('a.json', text)));
    expect(await reasonOf('{"a": [{}], "b": [{}]}')).toContain('no single array of records');
    expect(await reasonOf('{"a": 1}')).toContain('no single array of records');
    expect(await reasonOf('[1, 2]')).toContain('other things than records');
    expect(await reasonOf('[{"a": 1},')).toContain('cannot be read as a JSON array of records');
    expect(JSON.stringify(await readTable(file('a.xlsx', 'pcode,n')))).toContain('a.xlsx cannot be read as an .xlsx workbook');
  });

  it('is known by its content, and a table stays a table', async () => {
    expect(await readTable(file('export.txt', '[{"a": 1}]'))).toMatchObject({ columns: new Set(['a']) });
    expect(await readTable(file('table.csv', 'code,n\n010201,4\n'))).toMatchObject({ columns: new Set(['code', 'n']) });
  });
});

describe('a table as an office writes it', () => {
  const ROWS = ['pcode;period;workshop-date;high-risk-children', '010201;2025;2025-03-01;7', '10209;2025;2025-03-02;0'];
  const reading = async (name: string, bytes: Uint8Array) => {
    const { read, rows, rejected, notes } = await readRows([{ name, bytes }], { dataset: vsnpAssessments, stated: {} }, SILENT);
    const children = rows.map(({ where, commune, said }) => `${where}: ${commune} ${said.observations[0]?.value}`);
    return { read, rejected, children, notes: notes.map(noteSentence) };
  };
  const WAYS = [
    [',', '\n'],
    [';', '\n'],
    ['\t', '\n'],
    [';', '\r'],
    [';', '\r\n'],
  ] as const;
  const both = (ends: readonly [string, string]) => [`line ${ends[0]}: 010201 7`, `line ${ends[1]}: 010209 0`];
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it('is read with commas, semicolons and tabs, and with every line end', async () => {
    for (const [delimiter, end] of WAYS) {
      const text = ROWS.map((row) => row.replaceAll(';', delimiter)).join(end);
      expect([delimiter, end, (await reading('t.csv', bytesOf(text))).children]).toEqual([delimiter, end, both(['2', '3'])]);
    }
  });

  it('takes no comma within quotes for the sign between cells', async () => {
    const text = [
      'pcode;period;workshop-date;high-risk-children;name',
      '010201;2025;2025-03-01;7;"a, b, c, d, e, f, g, h"',
      '10209;2025;2025-03-02;0;x',
    ];
    expect((await reading('t.csv', bytesOf(text.join('\n')))).children).toEqual(both(['2', '3']));
  });

  it('is read in UTF-8 with and without its mark, in UTF-16 of both kinds, and in Windows-1252', async () => {
    const text = ROWS.join('\n');
    const utf16 = (isLittle: boolean) => {
      const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
      view.setUint16(0, 0xfeff, isLittle);
      for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), isLittle);
      return new Uint8Array(view.buffer);
    };
    const windows = Uint8Array.from(
      `${text.replace('pcode', 'pcode;name').replace('010201', '010201;Pr\u00e9ah').replace('10209', '10209;')}`,
      (sign) => sign.charCodeAt(0),
    );
    for (const bytes of [bytesOf(`\ufeff${text}`), utf16(true), utf16(false), windows]) {
      expect((await reading('t.csv', bytes)).children).toEqual(both(['2', '3']));
    }
  });

  it('has its heads found under titles, a line of HXL tags passed over, and the prefixes of a form taken off, and says so', async () => {
    const text = ['Province of the north;;;', 'Report of March;;;', ...ROWS]
      .join('\n')
      .replace('high-risk-children', 'visit/high-risk-children');
    const tagged = text.replace('010201', '#adm3+code;#date+year;#date;#affected+children\n010201');
    const { children, notes, read } = await reading('t.csv', bytesOf(tagged));
    expect([children, read]).toEqual([both(['5', '6']), 2]);
    expect(notes).toEqual(['the heads are in line 3; what stands above is not read.', 'line 4 holds HXL tags and is not read.']);
  });

  it('is refused where a line has more or fewer cells than there are heads: a number may be lost', async () => {
    for (const line of ['010201;2025;2025-03-01;7;9', '010201;2025;2025-03-01']) {
      const text = [ROWS[0], line].join('\n');
      expect(JSON.stringify(await readTable({ name: 't.csv', bytes: bytesOf(text) }))).toContain('line 2 has');
    }
  });
});

describe('a table with two columns of one name', () => {
  it('is refused, for one of them would go unread', async () => {
    expect(await readTable(file('t.csv', 'code,n,n\n010201,4,5\n'))).toMatchObject({
      reason: expect.stringContaining('two columns are called "n"'),
    });
  });
});

describe('a workbook whose head is a date', () => {
  it('is refused, for a spreadsheet makes a date of the age band 5-14', async () => {
    const book = await workbook('people.xlsx', [
      ['pcode', new Date('2025-05-14T00:00:00Z')],
      ['010201', 4],
    ]);
    expect(await readTable(book)).toMatchObject({
      reason:
        'people.xlsx cannot be read as an .xlsx workbook (the head of column 2 is a date; an age band such as 5-14 must be text, for example "age 5-14").',
    });
  });
});

describe('a template', () => {
  it('comes back from its own workbook as it was written: every column found, every example read', async () => {
    const template = { name: 'vsnp-assessments.xlsx', bytes: await writeTemplate('vsnp-assessments') };
    const reading = await readRows([template], { dataset: vsnpAssessments, stated: {} }, SILENT);
    expect([reading.read, reading.rejected, reading.notes]).toEqual([3, [], []]);
    expect(reading.rows.map(({ commune, village, said }) => [commune, village, said.observations[0]?.value])).toEqual([
      ['990101', null, 9],
      ['990102', null, 0],
      ['990103', '99010301', 2],
    ]);
    expect(reading.rows[0]?.said.findings).toEqual({
      workshopOn: '2025-03-14',
      villagesCovered: 4,
      villagesTotal: 6,
      participants: { 'commune-council': 5, teachers: 3 },
      topics: ['law', 'obligations'],
      obligations: [{ group: 'police', code: 'report-suspected-cases' }],
      actions: [{ priority: 'school-return', owner: 'teachers', dueOn: '2025-09-30', status: 'planned' }],
    });
  });

  for (const id of TEMPLATE_IDS) {
    const dataset: Dataset = datasetOf(id);

    if (dataset.examples?.length !== 0)
      it(`of ${id} comes back as it was written: every column found, every example read, on no real place`, async () => {
        const template = { name: `${id}.xlsx`, bytes: await writeTemplate(id) };
        const reading = await readRows<unknown>([template], { dataset, stated: {} }, SILENT);
        expect([reading.read, reading.rejected, reading.notes]).toEqual([dataset.examples?.length, [], []]);
        const places = reading.rows.flatMap(({ commune }) => commune ?? []);
        expect(places.every((pcode) => pcode.startsWith(EXAMPLE_PROVINCE))).toBe(true);
      });

    it(`of ${id} explains each of its columns, and lists each code, in both languages`, () => {
      const [sheet, columns, codes] = toTemplate(dataset);
      const explained = new Map(columns?.rows.map((row) => [row[0], row]));
      const khmer = /[\u1780-\u17ff]/;
      for (const key of sheet?.rows[0] ?? []) {
        const [, en, km, , explanationEn, explanationKm] = explained.get(key) ?? [];
        expect([key, en, explanationEn].every((text) => typeof text === 'string' && text !== '')).toBe(true);
        expect([key, ...[km, explanationKm].map((text) => khmer.test(String(text)))]).toEqual([key, true, true]);
      }
      // Provinces of the neighbours have no Khmer name on file.
      const listed = (codes?.rows ?? []).slice(1).filter(([column]) => column !== 'destination-province');
      expect(listed.filter(([, , en, km]) => en === '' || !khmer.test(String(km)))).toEqual([]);
    });
  }

  it('lists the statuses of an action plan', () => {
    const [, , codes] = toTemplate(vsnpAssessments);
    expect(codes?.rows.some(([column, code]) => column === 'action-1-status' && code === 'under-way')).toBe(true);
  });
});
