import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../server/intake/read-table.ts';
import { judgeWorkbook } from '../../server/intake/workbook-guard.ts';
import { workbook } from '../support/workbook.ts';

const zip = (parts: Zippable, level: 0 | 9 = 9) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...parts }, { level });
const ENTITY = strToU8('<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>');
const EXCEL_ENCRYPTED = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]);

/** A zip whose lists say that its one large part has a hundred bytes. */
function liar(): Uint8Array {
  const bytes = zip({ 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 28 < bytes.length; at += 1) if (view.getUint32(at, true) === 30_000_000) view.setUint32(at, 100, true);
  return bytes;
}

const HOSTILE: Readonly<Record<string, [bytes: () => Uint8Array, reason: RegExp]>> = {
  'a bomb in one part': [() => zip({ 'xl/worksheets/sheet1.xml': new Uint8Array(121_000_000) }), /unpacks to far more/],
  'a bomb in many parts': [
    () => zip(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, new Uint8Array(1_000_000)]))),
    /unpacks to far more/,
  ],
  'a bomb that lies about its size': [liar, /./],
  'very many parts': [
    () => zip(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`p${index}`, new Uint8Array()])), 0),
    /parts, more than 200/,
  ],
  'a part that points outside': [() => zip({ '../../etc/cron.d/x': strToU8('x') }), /point outside/],
  'an entity of a foreign file': [() => zip({ 'xl/sharedStrings.xml': ENTITY }), /document type/],
  macros: [() => zip({ 'xl/vbaProject.bin': strToU8('x') }), /macros/],
  'links to other workbooks': [() => zip({ 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') }), /linked to other workbooks/],
  'a password': [() => EXCEL_ENCRYPTED, /password/],
};

describe('a hostile workbook', () => {
  it.each(Object.entries(HOSTILE))('with %s is refused in one sentence, and the program goes on', async (_, [make, reason]) => {
    const refused = await readTable({ name: 'table.xlsx', bytes: make() });
    expect(refused).toMatchObject({ reason: expect.stringMatching(/^table\.xlsx cannot be read as an \.xlsx workbook \([^\n]+\)\.$/) });
    expect(JSON.stringify(refused)).toMatch(reason);
  });

  it('that was cut off anywhere is refused', async () => {
    const { bytes } = await workbook('t.xlsx', [['pcode'], ['010201']]);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(judgeWorkbook(bytes.subarray(0, Math.floor(bytes.length * part)))).toEqual({ fault: { issue: 'no-spreadsheet', values: {} } });
    }
    expect(await readTable({ name: 't.xlsx', bytes })).toMatchObject({ rows: [{ where: 'row 2', fields: { pcode: '010201' } }] });
  });
});
