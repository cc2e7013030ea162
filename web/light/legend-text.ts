import type { DenominatorYear, Edition, Indicator, ValueColumns } from '@atlas/server/contracts';
import { formatDay, formatNumber, formatYear } from '../cartography/format.ts';
import type { ScaleRow } from '../cartography/scale.ts';
import { fill, type TextValues } from '../i18n/fill.ts';
import { legend } from '../i18n/legend.ts';
import type { Language } from '../view.ts';

/** Reads the texts of the legend in a language. */
export function legendText(language: Language): (key: keyof typeof legend.en, values?: TextValues) => string {
  return (key, values = {}) => fill(legend[language][key], values);
}

/** What a row of the scale means, in words; class edges never overlap: "under 4", "4 to 7.9", "22 and more". */
export function rowLabel({ row, from, to }: ScaleRow, indicator: Indicator, language: Language): string {
  const text = legendText(language);
  const isContext = indicator.palette === 'context';
  switch (row) {
    case 'zero':
      return text(isContext ? 'zeroContext' : 'zero');
    case 'not-assessed':
      return text(isContext ? 'notAssessedContext' : 'notAssessed');
    case 'no-denominator':
      return text('noDenominator');
    case 'withheld':
      return text('withheld');
    case 'failed':
      return text('failed');
  }
  const { decimals } = indicator;
  const edge = (value: number) => formatNumber(language, value, Number.isInteger(value) ? 0 : decimals);
  const last = (value: number) => formatNumber(language, value - 10 ** -decimals, decimals);
  if (from === undefined) return to === undefined ? text('anyValue') : text('under', { to: edge(to) });
  return to === undefined ? text('atLeast', { from: edge(from) }) : text('between', { from: edge(from), to: last(to) });
}

type Sourced = { indicator: Indicator; edition: Edition; columns: ValueColumns | undefined };

/** Where the numbers and the boundaries come from, and how new they are. */
export function sourcesText({ indicator, edition, columns }: Sourced, language: Language): string {
  const text = legendText(language);
  const newestOn = columns?.summary.newestOn ?? undefined;
  const denominatorYears = indicator.denominator?.subject === 'population' ? (columns?.denominatorYears ?? []) : [];
  const parts = [
    text('source', { source: indicator.source[language] }),
    ...(newestOn === undefined ? [] : [text('newest', { day: formatDay(language, newestOn) })]),
    ...(denominatorYears.length === 0 ? [] : [text('denominatorYear', { year: denominatorYearsText(denominatorYears, language) })]),
    text('boundaries', { edition: language === 'km' ? edition.nameKm : edition.nameEn }),
  ];
  return parts.join(' · ');
}

/** Years of denominators as they are read: one alone, or each with how many communes it rates. */
export function denominatorYearsText(years: readonly DenominatorYear[], language: Language): string {
  const text = legendText(language);
  const named = years.map(({ year, communes }) => {
    const values = { year: formatYear(language, year), communes: formatNumber(language, communes) };
    return years.length === 1 ? values.year : text('yearOfCommunes', values);
  });
  return named.join(', ');
}
