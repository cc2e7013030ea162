import { describe, expect, it } from 'vitest';
import { approximatePoints } from '../../server/domain/places/approximate-points.ts';
import { cleanText, withoutProvinceWord } from '../../server/domain/places/clean-text.ts';
import { placeSearchText, toSearchText } from '../../server/domain/places/search-text.ts';

describe('a name from a source', () => {
  it('loses zero-width marks and surplus blanks, and is composed', () => {
    expect(cleanText(' Preaek\u200b  Chrey ')).toBe('Preaek Chrey');
    expect(cleanText('\ufeffទឹក\u200bថ្លា\u2060')).toBe('ទឹកថ្លា');
    expect(cleanText('Bê\tTa\u00a0Ba\n')).toBe('Bê Ta Ba');
    expect(cleanText('e\u0302')).toBe('\u00ea');
    expect(cleanText(' \u200b ')).toBe('');
  });

  it('keeps the joiners that Khmer spelling needs', () => {
    expect(cleanText('ប៊ី\u200cន')).toBe('ប៊ី\u200cន');
  });

  it('of a province loses the word for province, before or after it, and nothing else', () => {
    expect(withoutProvinceWord('ខេត្តបាត់ដំបង')).toBe('បាត់ដំបង');
    expect(withoutProvinceWord('ខេត្ត បាត់ដំបង')).toBe('បាត់ដំបង');
    expect(withoutProvinceWord('រាជធានីភ្នំពេញ')).toBe('ភ្នំពេញ');
    expect(withoutProvinceWord('Battambang Province')).toBe('Battambang');
    expect(withoutProvinceWord('Province of Battambang')).toBe('Battambang');
    expect(withoutProvinceWord('Phnom Penh Capital')).toBe('Phnom Penh');
    expect(withoutProvinceWord('Preah Sihanouk')).toBe('Preah Sihanouk');
    expect(withoutProvinceWord('Provincetown')).toBe('Provincetown');
  });
});

describe('search', () => {
  it('compares names without case, blanks, apostrophes and accents of Latin letters', () => {
    expect(toSearchText("O'Smach")).toBe('osmach');
    expect(toSearchText('Ou Smach')).toBe('ousmach');
    expect(toSearchText('Kâmpóng Thŭm')).toBe(toSearchText('kampong thum'));
    expect(toSearchText('Damnak Chang’aeur')).toBe('damnakchangaeur');
  });

  it('finds a Khmer name written with and without zero-width spaces, and keeps its signs', () => {
    expect(toSearchText('ប៉ោយ\u200bប៉ែត')).toBe('ប៉ោយប៉ែត');
    expect(toSearchText('ប៉ោយ ប៉ែត')).toBe('ប៉ោយប៉ែត');
    expect(toSearchText('កំពត')).not.toBe(toSearchText('កពត'));
    expect(toSearchText('អូរស្មាច់')).toBe('អូរស្មាច់');
  });

  it('holds both names of a place apart, so that no match runs from one into the other', () => {
    expect(placeSearchText('Ou Poipet', 'អូរប៉ោយប៉ែត')).toBe('oupoipet|អូរប៉ោយប៉ែត');
    expect(placeSearchText('Ou Poipet', '')).toBe('oupoipet|');
  });
});

describe('an approximate point', () => {
  it('lies near the parent’s, apart from its siblings’, and follows the parent’s own approximate point', () => {
    const pcodes = ['0101', '010101', '010102', '010103', '0102', '010201', '010202', '0103', '010301'];
    const points = approximatePoints(['01', ...pcodes], new Map([['01', [104, 12] as const]]));
    expect([...points.keys()].sort()).toEqual(pcodes);
    const all = [...points.values()];
    for (const [index, [lng, lat]] of all.entries()) {
      expect(Math.hypot(lng - 104, lat - 12)).toBeLessThan(0.05);
      for (const other of all.slice(index + 1)) expect(Math.hypot(lng - other[0], lat - other[1])).toBeGreaterThan(0.001);
    }
  });

  it('is given to no village, to no place that has a point, and to none whose parents have none', () => {
    const known = new Map([['01', [104, 12] as const]]);
    expect(approximatePoints(['01', '01010101', '02', '0201', '020101'], known)).toEqual(new Map());
  });
});
