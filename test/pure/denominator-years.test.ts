import { describe, expect, it } from 'vitest';
import type { Edition, Indicator, ValueColumns } from '../../server/contracts/index.ts';
import { countDenominatorYears } from '../../server/domain/rates/denominator-years.ts';
import { denominatorYearsText, sourcesText } from '../../web/light/legend-text.ts';

const MIXED = [
  { year: '2019', communes: 1402 },
  { year: '2023', communes: 248 },
];

describe('years of the population', () => {
  it('are counted by the communes they rate, oldest first', () => {
    expect(countDenominatorYears(['2023', '2019', '2019'])).toEqual([
      { year: '2019', communes: 2 },
      { year: '2023', communes: 1 },
    ]);
    expect(countDenominatorYears([])).toEqual([]);
  });

  it('are read as one year where there is one, and each with its communes where there are several', () => {
    expect(denominatorYearsText([{ year: '2019', communes: 1650 }], 'en')).toBe('2019');
    expect(denominatorYearsText(MIXED, 'en')).toBe('2019 (1,402 communes), 2023 (248 communes)');
    expect(denominatorYearsText(MIXED, 'km')).toBe('២០១៩ (១.៤០២ ឃុំ), ២០២៣ (២៤៨ ឃុំ)');
  });

  it('stand in the line of sources under the legend', () => {
    const source = { en: 'Assessments', km: '-' };
    const indicator = { source, denominator: { subject: 'population', measure: 'children', ageBand: '0-17' } } as Indicator;
    const edition = { nameEn: 'Gazetteer 2025', nameKm: '-' } as Edition;
    const columns = { summary: { newestOn: null }, denominatorYears: MIXED } as unknown as ValueColumns;
    const line = 'Source: Assessments · population of 2019 (1,402 communes), 2023 (248 communes) · Boundaries: Gazetteer 2025';
    expect(sourcesText({ indicator, edition, columns }, 'en')).toBe(line);
    const isOwn = { source, denominator: { subject: 'same-statement', measure: 'adults' } } as Indicator;
    expect(sourcesText({ indicator: isOwn, edition, columns }, 'en')).not.toContain('population');
  });
});
