import { describe, expect, it } from 'vitest';
import { OTHER_NAMES } from '../../data/facts/other-names.ts';
import { toSearchText } from '../../server/domain/places/search-text.ts';
import { toSpellings } from '../../server/domain/places/spellings.ts';

const spell = (name: string) => toSpellings(toSearchText(name), OTHER_NAMES);

describe('the spellings of a name', () => {
  it('drops an r that only lengthens a vowel', () => {
    expect(spell('Tuol Kork')).toEqual(['tuolkork', 'tuolkok']);
    expect(spell('Thmar Pouk')).toContain('thmapouk');
    expect(spell('Kratie')).toEqual(['kratie']);
  });

  it('writes a last vowel as the v it may be', () => {
    expect(spell("O'Chrou")).toContain('ochrov');
  });

  it('knows the official name behind a former one and a short form, and from four letters on its beginning', () => {
    for (const name of ['Sihanoukville', 'sihan', 'Kompong Som', 'SHV'])
      expect([name, spell(name)]).toEqual([name, expect.arrayContaining(['preahsihanouk'])]);
    expect(spell('Sisophon')).toContain('sereisaophoan');
    expect(spell('sis')).toEqual(['sis']);
  });
});
