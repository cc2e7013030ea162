import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements, type StatementsAsked } from './ruling-statements.ts';

export type FiguresAsked = StatementsAsked & {
  measure: string;
  /** Measure of the denominator that comes in the same statement; undefined when it comes from elsewhere. */
  denominatorMeasure?: string | undefined;
};
/** What is stated of a commune in a year; `statedOn` is the day of the workshop, null where the source states no day. */
export type IndicatorFigure = {
  period: string;
  pcode: string;
  numerator: number;
  denominator: number | null;
  statedOn: string | null;
};

/**
 * Figures of every assessed commune and year, in the edition's codes, by year and code. A commune and year that is not
 * in the answer was not assessed. Communes of an older edition that became one commune are added up; their denominator
 * is known only when each of them states one.
 */
export function queryIndicatorFigures(
  database: Queryable,
  { measure, denominatorMeasure, ...asked }: FiguresAsked,
): Promise<IndicatorFigure[]> {
  return database.query<IndicatorFigure>(sql`
    select
      year as period, pcode, sum(counted.value)::float8 as numerator,
      case when count(*) = count(base.value) then sum(base.value) end::float8 as denominator,
      max(workshop_on)::text as "statedOn"
    from (${rulingStatements(asked)}) as ruling
    join observation as counted
      on counted.statement = ruling.id and counted.measure = ${measure}::text
      and counted.sex = 'all' and counted.age_band = 'all' and counted.category = 'all'
    left join observation as base
      on base.statement = ruling.id and base.measure = ${denominatorMeasure ?? null}::text
      and base.sex = 'all' and base.age_band = 'all' and base.category = 'all'
    group by year, pcode
    order by year, pcode`);
}
