import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, parentOf, parsePcode } from '../../server/contracts/pcode.ts';

describe('a written place code', () => {
  it.each([
    ['010201', '010201'],
    ['10201', '010201'],
    ['KH010201', '010201'],
    ['KH10201', '010201'],
    ['kh 010201', '010201'],
    ['០១០២០១', '010201'],
    ['KH០១០២០១', '010201'],
    ['១០២០១', '010201'],
    [' 0102\u200b01 ', '010201'],
    ['\ufeff1', '01'],
    ['25', '25'],
    ['102', '0102'],
    ['1020101', '01020101'],
    ['25071405', '25071405'],
  ])('%j is %s', (written, pcode) => expect(parsePcode(written)).toBe(pcode));

  it.each([
    '',
    '0',
    '00',
    '000201',
    'KH',
    'KHM010201',
    'TH01',
    '010201.0',
    '01-02-01',
    '0102 01',
    '-10201',
    '1e4',
    '123456789',
    '๐๑๐๒๐๑',
    'Poipet',
  ])('%j is none', (written) => expect(parsePcode(written)).toBeUndefined());

  it('is read the same with and without its leading zero, its KH and in Khmer digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        const digits = String(number);
        const khmer = digits.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
        const padded = digits.length % 2 === 1 ? `0${digits}` : digits;
        for (const written of [digits, padded, `KH${digits}`, `KH${padded}`, khmer]) expect(parsePcode(written)).toBe(padded);
      }),
    );
  });

  it('says its level and its parent', () => {
    expect(['01', '0102', '010201', '01020101'].map(levelOf)).toEqual(['province', 'district', 'commune', 'village']);
    expect(['01', '0102', '010201', '01020101'].map(parentOf)).toEqual([undefined, '01', '0102', '010201']);
  });
});
