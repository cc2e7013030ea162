import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../server/datasets/index.ts';
import { Choosing } from '../../server/intake/choosing.ts';
import { readRows } from '../../server/intake/dataset-rows.ts';
import { ImportRefused } from '../../server/intake/outcome.ts';
import { workbook } from '../support/workbook.ts';

/** What the reader says of a file: each row by where it stands, taken with its number or refused with the reason; or of all of it. */
type Case = {
  name: string;
  dataset?: string;
  period?: string;
  file: string | Uint8Array | ReturnType<typeof workbook>;
  says: readonly string[];
};

const HEADS = 'pcode,period,workshop-date,high-risk-children';
const utf8 = (text: string) => new TextEncoder().encode(text);
const single = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

const CASES: readonly Case[] = [
  {
    name: 'an old Macintosh file, whose lines end in CR only',
    file: `${HEADS}\r010201,2025,2025-03-01,7\r010202,2025,2025-03-02,0\r`,
    says: ['line 2 takes 7', 'line 3 takes 0'],
  },
  {
    name: 'UTF-16, little end first, as Excel saves "Unicode text"',
    file: utf16(`${HEADS.replaceAll(',', '\t')}\r\n010201\t2025\t2025-03-01\t៧\r\n`, true),
    says: ['line 2 takes 7'],
  },
  { name: 'UTF-16, big end first', file: utf16(`${HEADS}\n010201,2025,2025-03-01,7\n`, false), says: ['line 2 takes 7'] },
  {
    name: 'Windows-1252 with an accent in a column that is not read',
    file: single(`remarks,${HEADS}\nPr\xe9ah,010201,2025,2025-03-01,7\n`),
    says: ['line 2 takes 7'],
  },
  {
    name: 'semicolons, because the comma is for decimals',
    file: `${HEADS.replaceAll(',', ';')}\n010201;2025;01/03/2025;7,5\n010202;2025;1.3.2025;7\n`,
    says: ['line 2: high-risk-children is no whole number', 'line 3 takes 7'],
  },
  {
    name: 'cells pasted from a spreadsheet, parted by tabs',
    file: `${HEADS.replaceAll(',', '\t')}\n10201\t2025\t2025-03-01\t7`,
    says: ['line 2 takes 7'],
  },
  {
    name: 'two titles and a blank line above the heads',
    file: `Report of the province,,,\nMarch,,,\n,,,\n${HEADS}\n010201,2025,2025-03-01,7\n`,
    says: ['line 5 takes 7'],
  },
  {
    name: 'a line of HXL tags under the heads',
    file: `${HEADS}\n#adm3+code,#date+year,#date,#affected\n010201,2025,2025-03-01,7\n`,
    says: ['line 3 takes 7'],
  },
  {
    name: 'a Kobo export: groups before the heads, columns of its own',
    file: '_id,visit/pcode,visit/period,visit/workshop-date,visit/high-risk-children,_submitted_by\n17,010201,2025,2025-03-01,7,sok\n',
    says: ['line 2 takes 7'],
  },
  {
    name: 'heads in Khmer',
    file: 'លេខកូដទីកន្លែង,ឆ្នាំ,កាលបរិច្ឆេទសិក្ខាសាលា,កុមារប្រឈមហានិភ័យខ្ពស់ សរុប\n010201,2025,2025-03-01,7\n',
    says: ['line 2 takes 7'],
  },
  {
    name: 'heads in capitals with blanks around them',
    file: ' PCODE , Period ,WORKSHOP DATE,High-Risk Children\n010201,2025,2025-03-01,7\n',
    says: ['line 2 takes 7'],
  },
  { name: 'Khmer digits in every column', file: `${HEADS}\n០១០២០១,២០២៥,២០២៥-០៣-០១,១២\n`, says: ['line 2 takes 12'] },
  {
    name: 'lost zeros, and KH before the code',
    file: `${HEADS}\n10201,2025,2025-03-01,7\nKH010202,2025,2025-03-01,8\nkh10203,2025,2025-03-01,9\n`,
    says: ['line 2 takes 7', 'line 3 takes 8', 'line 4 takes 9'],
  },
  {
    name: 'signs between thousands',
    file: `${HEADS}\n010201,2025,2025-03-01,"1,234"\n010202,2025,2025-03-01,1 234\n`,
    says: ['line 2 takes 1234', 'line 3 takes 1234'],
  },
  { name: 'years of the Buddhist era', file: `${HEADS}\n010201,2568,01/03/2568,7\n`, says: ['line 2 takes 7'] },
  { name: 'the day number of a spreadsheet', file: `${HEADS}\n010201,2025,45717,7\n`, says: ['line 2 takes 7'] },
  { name: 'zero-width spaces in the codes', file: `${HEADS}\n0102\u200b01,2025,2025-03-01,7\u200b\n`, says: ['line 2 takes 7'] },
  {
    name: 'negative, fractional and absurd counts beside a good row',
    file: `${HEADS}\n010201,2025,2025-03-01,-1\n010202,2025,2025-03-01,1.5\n010203,2025,2025-03-01,99999999999\n010204,2025,2025-03-01,7\n`,
    says: [
      'line 2: high-risk-children is negative',
      'line 3: high-risk-children is no whole number',
      'line 4: high-risk-children is too large',
      'line 5 takes 7',
    ],
  },
  {
    name: 'days that are none',
    file: `${HEADS}\n010201,2025,2025-02-30,7\n010202,2025,31/31/2025,7\n010203,2025,soon,7\n`,
    says: ['line 2: workshop-date is no day', 'line 3: workshop-date is no day', 'line 4: workshop-date is no day'],
  },
  {
    name: 'years that are none',
    file: `${HEADS}\n010201,25,2025-03-01,7\n010202,,2025-03-01,7\n010203,3025,2025-03-01,7\n`,
    says: ['line 2: period is no year', 'line 3: period is blank', 'line 4: period is no year'],
  },
  {
    name: 'codes that are none, or too wide',
    file: `${HEADS}\n0102011,2025,2025-03-01,7\n01,2025,2025-03-01,7\n0102,2025,2025-03-01,7\nPoipet,2025,2025-03-01,7\n`,
    says: [
      'line 2: pcode is no place code',
      'line 3: pcode 01 is a province; a commune or village is needed',
      'line 4: pcode 0102 is a district; a commune or village is needed',
      'line 5: pcode is no place code',
    ],
  },
  {
    name: 'a blank total, which is never zero',
    file: `${HEADS}\n010201,2025,2025-03-01,\n010202,2025,2025-03-01,0\n`,
    says: ['line 2: high-risk-children is blank; where none was found, write 0', 'line 3 takes 0'],
  },
  {
    name: 'a risk factor above the total',
    file: `${HEADS},factor-out-of-school\n010201,2025,2025-03-01,7,8\n010202,2025,2025-03-01,7,7\n`,
    says: ['line 2: high-risk-children is less than factor-out-of-school', 'line 3 takes 7'],
  },
  {
    name: 'girls and boys that are more than the total',
    file: `${HEADS},female-0-5,male-0-5\n010201,2025,2025-03-01,7,4,4\n`,
    says: ['line 2: high-risk-children is less than girls and boys by age together'],
  },
  {
    name: 'a topic that is not in the list, and one named in Khmer',
    file: `${HEADS},topics\n010201,2025,2025-03-01,7,football\n010202,2025,2025-03-01,8,ច្បាប់\n`,
    says: ['line 2: topics holds what is not in the list', 'line 3 takes 8'],
  },
  {
    name: 'a line of sums at the end',
    file: `${HEADS}\n010201,2025,2025-03-01,7\nTotal,,,7\n`,
    says: ['line 2 takes 7', 'line 3: pcode is no place code; period is blank; workshop-date is blank'],
  },
  {
    name: 'a note at the end, in one cell',
    file: `${HEADS}\n010201,2025,2025-03-01,7\nCompiled by the provincial office\n`,
    says: ['line 2 takes 7', 'line 3: has 1 cells, the heads are 4: a number may stand under the wrong head'],
  },
  {
    name: 'a row that lost a cell, beside good ones',
    file: `${HEADS}\n010201,2025,7\n010202,2025,2025-03-01,8\n`,
    says: ['line 2: has 3 cells, the heads are 4: a number may stand under the wrong head', 'line 3 takes 8'],
  },
  {
    name: 'blank cells beyond the heads, as spreadsheets leave them',
    file: `${HEADS},,\n010201,2025,2025-03-01,7,,\n010202,2025,2025-03-01,8,,,,\n`,
    says: ['line 2 takes 7', 'line 3 takes 8'],
  },
  {
    name: 'columns with names, telephones and where homes are',
    file: `child name,phone,gps,${HEADS}\nSok Dara,012 345 678,"11.55,104.91",010201,2025,2025-03-01,7\n`,
    says: ['line 2 takes 7'],
  },
  {
    name: 'a formula instead of a number',
    file: `${HEADS}\n010201,2025,2025-03-01,=SUM(A1:A3)\n`,
    says: ['line 2: high-risk-children is no whole number'],
  },
  {
    name: 'words for nothing',
    file: `${HEADS}\n010201,2025,2025-03-01,n/a\n010202,2025,2025-03-01,-\n010203,2025,2025-03-01,none\n`,
    says: [
      'line 2: high-risk-children is no whole number',
      'line 3: high-risk-children is no whole number',
      'line 4: high-risk-children is no whole number',
    ],
  },
  {
    name: 'cells with line ends, quotes and commas in them',
    file: `remarks,${HEADS}\n"first\nsecond, ""third""",010201,2025,2025-03-01,7\n`,
    says: ['line 3 takes 7'],
  },
  { name: 'quotes that never end', file: `${HEADS}\n010201,2025,"2025-03-01,7\n`, says: ['its quotes do not match near line 2'] },
  {
    name: 'two columns of one name',
    file: `${HEADS},period\n010201,2025,2025-03-01,7,2024\n`,
    says: ['two columns are called "period"'],
  },
  { name: 'heads and nothing else', file: `${HEADS}\n`, says: [] },
  { name: 'nothing at all', file: '', says: ['is empty'] },
  {
    name: 'a column that is needed and missing',
    file: 'pcode,period,workshop-date\n010201,2025,2025-03-01\n',
    says: ['There is no column "High-risk children, total"'],
  },
  {
    name: 'a picture called .csv',
    file: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0),
    says: ['refused: file.csv is no table of vsnp-assessments'],
  },
  {
    name: 'a workbook with its title in merged cells above the heads',
    file: workbook('a.xlsx', [
      ['Assessments of 2025', null, null, null],
      [null, null, null, null],
      HEADS.split(','),
      ['010201', 2025, new Date('2025-03-01T00:00:00Z'), 7],
    ]),
    says: ['row 4 takes 7'],
  },
  {
    name: 'population with a column an age band, and a word for no number',
    dataset: 'population',
    file: 'com code,year,age 0-4,age 5-17\n010201,2024,120,300\n010202,2024,n/a,300\n',
    says: ['line 2 takes 120', 'line 3: people is no number'],
  },
  {
    name: 'population of another year than stated',
    dataset: 'population',
    period: '2024',
    file: 'pcode,period,0-17\n010201,2023,120\n',
    says: ['line 2: is of 2023, not of 2024'],
  },
  {
    name: 'quarters in every form',
    dataset: 'network-reports',
    file: [
      'network-code,quarter,sessions,people-reached,cases-monitored,cases-reported,children-referred',
      'CPN-1,2025-Q3,1,2,0,0,0',
      'CPN-1,Q2 2025,1,2,0,0,0',
      'CPN-1,2568 Q1,1,2,0,0,0',
      'CPN-1,2025-Q5,1,2,0,0,0',
      'CPN-1,2025,1,2,0,0,0',
    ].join('\n'),
    says: [
      'line 2 takes 2025-Q3',
      'line 3 takes 2025-Q2',
      'line 4 takes 2025-Q1',
      'line 5: quarter is no quarter',
      'line 6: quarter is no quarter',
    ],
  },
  {
    name: 'periods of routes in every form',
    dataset: 'flows',
    file: [
      'pcode,crossing,destination-country,direction,period,children,adults,basis',
      '01,poipet,th,out,2025,1,2,recorded',
      '01,poipet,th,out,2025-07,1,2,recorded',
      '01,poipet,th,out,Q3 2025,1,2,recorded',
      '01,poipet,th,out,July,1,2,recorded',
      '01,poipet,th,out,2025-13,1,2,recorded',
    ].join('\n'),
    says: [
      'line 2 takes 2025',
      'line 3 takes 2025-07',
      'line 4 takes 2025-Q3',
      'line 5: period is no year, quarter or month',
      'line 6: period is no year, quarter or month',
    ],
  },
  {
    name: 'a network closed before it was founded, and one without a code of its own',
    dataset: 'networks',
    file: 'pcode,network-code,organisation,founded-on,closed-on\n010201,CPN-1,police,2022-01-01,2021-01-01\n010201,,police,2022-01-01,\n',
    says: ['line 2: closed-on is before the day it was founded', 'line 3: network-code is blank'],
  },
];

describe('files as offices send them', () => {
  for (const { name, dataset: id = 'vsnp-assessments', period, file, says } of CASES) {
    it(`are read row by row: ${name}`, async () => {
      const given = typeof file === 'string' ? utf8(file) : await file;
      const bytes = given instanceof Uint8Array ? given : given.bytes;
      const { said, all } = await verdicts(id, bytes, period);
      expect(said).toHaveLength(says.length);
      for (const [at, wanted] of says.entries()) expect(said[at]).toContain(wanted);
      expect(all).not.toMatch(/Dara|012 345|11\.55|football|Compiled|SUM/);
    });
  }
});

/** What the reader says, and all that it would keep or show. */
async function verdicts(id: string, bytes: Uint8Array, period: string | undefined): Promise<{ said: string[]; all: string }> {
  const stated = period === undefined ? {} : { period };
  const ways = { tell: () => {}, find: async () => [], findAt: async () => [], choosing: new Choosing() };
  try {
    const reading = await readRows<unknown>([{ name: 'file.csv', bytes }], { dataset: datasetOf(id), stated }, ways);
    const rejected = reading.rejected.map(({ where, reason }) => `${where}: ${reason}`);
    const taken = reading.rows.map(({ where, said }) => `${where} takes ${numberOf(said)}`);
    const order = (text: string) => Number(/\d+/.exec(text)?.[0]);
    expect(reading.read).toBe(rejected.length + taken.length);
    return { said: [...rejected, ...taken].toSorted((a, b) => order(a) - order(b)), all: JSON.stringify(reading) };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { said: [`refused: ${error.message}`], all: error.message };
  }
}

function numberOf(said: unknown): string {
  const record = said as { observations?: { value: number }[]; period?: string };
  return String(record.observations?.[0]?.value ?? record.period);
}
