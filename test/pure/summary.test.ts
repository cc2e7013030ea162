import type { Edition, Indicator } from '@atlas/server/contracts';
import { describe, expect, it } from 'vitest';
import { LoadFailed } from '../../web/api.ts';
import { translate } from '../../web/i18n/index.ts';
import { toSource, toSummary } from '../../web/panels/summary-text.ts';
import { toggleLayer } from '../../web/panels/toggle-layer.ts';
import { DEFAULT_VIEW, type Language } from '../../web/view.ts';

const EDITION: Edition = {
  id: 'demonstration',
  nameEn: 'Demonstration',
  nameKm: 'ការបង្ហាញសាកល្បង',
  kind: 'complete',
  isDemonstration: true,
  isDefault: true,
  source: 'invented',
  licence: 'Apache-2.0',
  validFrom: '2021-01-01',
  bbox: null,
  counts: { province: 25, district: 210, commune: 1652, village: 0, communesWithoutPolygon: 14, areasWithoutPlace: 0 },
  places: null,
  geometry: null,
};

const CHILDREN: Indicator = {
  id: 'high-risk-children-rate',
  name: { en: 'High-risk children', km: 'កុមារប្រឈមហានិភ័យខ្ពស់' },
  unit: { en: 'per 1,000 children', km: 'ក្នុងកុមារ ១.០០០ នាក់' },
  description: { en: 'Children.', km: 'កុមារ។' },
  source: { en: 'VSNP workshops', km: 'សិក្ខាសាលា VSNP' },
  kind: 'rate',
  subject: 'vsnp-assessments',
  numerator: 'high-risk-children',
  denominator: null,
  per: 1000,
  decimals: 1,
  breaks: [4],
  palette: 'need',
  order: 1,
  periods: ['2024', '2025'],
  maximum: 30,
};
const ABROAD: Indicator = {
  ...CHILDREN,
  id: 'adults-abroad',
  name: { en: 'Adults abroad', km: 'មនុស្សពេញវ័យ' },
  subject: 'covariate:adults-abroad',
};

describe('the summary line', () => {
  it('says how many children, in how many communes, and how many communes nobody has asked', () => {
    const line = summary({ numerator: 1234, assessed: 402 });
    expect(line).toBe('2025 · 1,234 children identified in 402 of 1,652 communes (24 %); 1,250 not assessed');
  });

  it('counts one child as one', () => {
    expect(summary({ numerator: 1, assessed: 402 })).toMatch(/^2025 · 1 child identified in 402 of 1,652/);
  });

  it('says the same in Khmer, in Khmer digits', () => {
    const line = summary({ numerator: 1234, assessed: 402, language: 'km' });
    expect(line).toMatch(/^២០២៥ · កុមារ ១\.២៣៤ នាក់/);
    expect(line).toContain('១.២៥០ មិនទាន់វាយតម្លៃ');
    expect(line).not.toMatch(/\d/);
  });

  it('speaks of figures, not of assessments, where a figure comes from elsewhere', () => {
    expect(summary({ numerator: 296_022, assessed: 1614, indicator: ABROAD })).toBe(
      '2025 · Adults abroad: 296,022 counted in 1,614 of 1,652 communes (98 %); 38 without a figure',
    );
  });

  it('keeps the year of the values on screen while those of another year travel', () => {
    expect(summary({ numerator: 5, assessed: 2, period: '2024' })).toMatch(/^2025 · /);
  });

  it('says that nothing is known, not that nobody was found, where no year has figures', () => {
    const line = summary({ numerator: 0, assessed: 0, indicator: { ...CHILDREN, periods: [] } });
    expect(line).toBe('No figures for 2025: all 1,652 communes are not assessed');
  });

  it('says that values are missing when they could not be loaded', () => {
    const picture = { ...looked({ numerator: 0, assessed: 0 }), shown: undefined };
    const failure = { what: 'values' as const, error: new LoadFailed('no-answer'), retry: () => undefined };
    expect(toSummary({ ...picture, failure }, english)).toContain('which does not mean zero');
    expect(toSummary(picture, english)).toBe('Loading …');
  });

  it('names unit, source and the newest day', () => {
    expect(toSource(looked({ numerator: 5, assessed: 2 }), english)).toBe('per 1,000 children · VSNP workshops, newest 14 Nov 2025');
    expect(toSource({ ...looked({ numerator: 5, assessed: 2 }), shown: undefined }, english)).toBe('per 1,000 children · VSNP workshops');
  });
});

describe('the layers', () => {
  it('are switched one at a time and keep their order', () => {
    expect(toggleLayer(['indicator', 'routes'], 'coverage')).toEqual(['indicator', 'coverage', 'routes']);
    expect(toggleLayer(['indicator', 'coverage', 'routes'], 'indicator')).toEqual(['coverage', 'routes']);
    expect(toggleLayer(['workshops'], 'workshops')).toEqual([]);
  });
});

type Given = { numerator: number; assessed: number; indicator?: Indicator; language?: Language; period?: string };

const english = translate.bind(undefined, 'en');

function summary(given: Given): string {
  return toSummary(looked(given), (key, values) => translate(given.language ?? 'en', key, values));
}

/** What is looked at, with values of 2025 on screen. */
function looked({ numerator, assessed, indicator = CHILDREN, language = 'en', period = '2025' }: Given) {
  const columns = {
    edition: EDITION.id,
    indicator: indicator.id,
    level: 'commune' as const,
    period: '2025',
    placeOrder: 'a',
    states: '',
    values: [],
    numerators: [],
    assessedCommunes: [],
    denominatorYears: [],
    summary: { numerator, assessed, communes: 1652, newestOn: '2025-11-14' },
  };
  const shown = { period: '2025', columns, values: [] };
  return { view: { ...DEFAULT_VIEW, language }, edition: EDITION, indicator, period, shown, failure: undefined };
}
