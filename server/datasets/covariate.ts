import { z } from 'zod';
import { INDICATORS } from '../../data/indicators/index.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import { observe } from '../domain/statements/statement.ts';
import { NumberCell, needed, PlaceCell, reportedCode, toIssues, YearCell } from './cells.ts';
import type { Column, Stated, StatementDataset } from './dataset.ts';
import { NAME_COLUMNS, PERIOD_COLUMN, PLACE_COLUMN } from './place-columns.ts';
import { sumNumbers } from './sum.ts';

const Row = z.object({ pcode: PlaceCell, period: YearCell, value: needed(NumberCell), denominator: NumberCell });

/** Any table of place, year and value; whoever imports says which columns these are and which indicator they feed. */
export const covariate: StatementDataset = {
  id: 'covariate',
  name: { en: 'Statistic of places', km: 'ស្ថិតិតាមទីកន្លែង' },
  summary: 'any table of place, year and value',
  options: ['indicator', 'value', 'place', 'denominator', 'period'],
  required: ['indicator'],
  keeps: 'statements',
  source: (stated) => indicatorOf(stated)?.source.en ?? '',
  refusal: (stated) => (indicatorOf(stated) === undefined ? UNKNOWN_INDICATOR : undefined),
  columns: (stated) => [
    stated.place === undefined ? PLACE_COLUMN : asStated('pcode', stated.place),
    { ...PERIOD_COLUMN, isRequired: stated.period === undefined },
    stated.value === undefined ? VALUE_COLUMN : asStated('value', stated.value),
    stated.denominator === undefined ? DENOMINATOR_COLUMN : asStated('denominator', stated.denominator),
    ...NAME_COLUMNS,
  ],
  showsNames: true,
  read(cells, stated) {
    const refuse = (...issues: RowIssue[]) => ({ issues, code: reportedCode(cells['pcode']) });
    const read = Row.safeParse({ ...cells, denominator: cells['denominator'] ?? null, period: cells['period'] ?? stated.period });
    if (!read.success) return refuse(...toIssues(read.error));
    const { pcode, period, value, denominator } = read.data;
    if (stated.period !== undefined && period !== stated.period)
      return refuse(rowIssue('other-year', { year: period, stated: stated.period }));
    if (value === 0 && denominator === 0) return refuse(rowIssue('nobody-counted'));
    const indicator = stated.indicator ?? '';
    const observations = [observe(indicator, value), ...(denominator === null ? [] : [observe('denominator', denominator)])];
    return {
      place: pcode,
      said: { subject: `covariate:${indicator}`, pcode: pcode.slice(0, 6), period, observations, findings: null },
    };
  },
  sum: sumNumbers,
  complete: (statement) => statement,
  examples: [{ pcode: '990101', period: 2022, value: 130, denominator: 980 }],
};

/** Covariates of the map: the numerator's measure has the indicator's own name. */
const COVARIATES = INDICATORS.filter(({ subject }) => subject.startsWith('covariate:'));

function indicatorOf({ indicator }: Stated) {
  return COVARIATES.find(({ subject }) => subject === `covariate:${indicator}`);
}

const UNKNOWN_INDICATOR = { issue: 'no-indicator', values: { indicators: COVARIATES.map(({ id }) => id).join(', ') } } as const;

/** Every statistic calls its number otherwise: whoever imports says which column it is. */
const VALUE_COLUMN: Column = {
  key: 'value',
  label: { en: 'Number', km: 'ចំនួន' },
  explanation: { en: 'The number counted in the place.', km: 'ចំនួនដែលបានរាប់នៅទីកន្លែងនោះ។' },
  synonyms: [],
  isRequired: true,
};

const DENOMINATOR_COLUMN: Column = {
  key: 'denominator',
  label: { en: 'Out of', km: 'ក្នុងចំណោម' },
  explanation: { en: 'Of how many it was counted.', km: 'ចំនួនសរុបដែលបានរាប់។' },
  synonyms: [],
  isRequired: false,
};

function asStated(key: string, head: string): Column {
  const label = { en: head, km: head };
  return { key, label, explanation: label, synonyms: [head], isStated: true, isRequired: true };
}
