import { type Fragment, type Queryable, sql } from '../db/database.ts';

export type FiguresAsked = {
  edition: string;
  /** `vsnp-assessments` or `covariate:<id>`. */
  subject: string;
  measure: string;
  /** Measure of the denominator that comes in the same statement; undefined when it comes from elsewhere. */
  denominatorMeasure?: string | undefined;
  /** One calendar year; all if left out. */
  period?: string | undefined;
  /** Communes of this place only. */
  within?: string | undefined;
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
 * Figures of every assessed commune and year, in the edition's codes. A commune and year that is not in the answer was
 * not assessed. The newest statement of the year rules. Communes of an older edition that became one commune are added
 * up; their denominator is known only when each of them states one. Of two editions that speak of a commune, the newer
 * workshop is heard, else the wanted edition itself. Statements about districts and provinces are of no commune.
 */
export function queryIndicatorFigures(database: Queryable, { within, ...asked }: FiguresAsked): Promise<IndicatorFigure[]> {
  return database.query<IndicatorFigure>(sql`
    with newest as (${newestStatements(asked)}),
    figure as (
      select newest.*, counted.value as numerator, base.value as denominator
      from newest
      join observation as counted
        on counted.statement = newest.id and counted.measure = ${asked.measure}::text
        and counted.sex = 'all' and counted.age_band = 'all' and counted.category = 'all'
      left join observation as base
        on base.statement = newest.id and base.measure = ${asked.denominatorMeasure ?? null}::text
        and base.sex = 'all' and base.age_band = 'all' and base.category = 'all'
    ),
    on_edition as (
      select
        pcode, year, source_edition, sum(numerator) as numerator,
        case when count(*) = count(denominator) then sum(denominator) end as denominator,
        max(workshop_on) as stated_on
      from figure
      group by pcode, year, source_edition
    )
    select distinct on (year, pcode)
      year as period, pcode, numerator::float8 as numerator, denominator::float8 as denominator, stated_on::text as "statedOn"
    from on_edition
    where length(pcode) = 6
      and ${within === undefined ? sql`true` : sql`pcode like ${within}::text || '%'`}
    order by year, pcode, stated_on desc nulls last, source_edition = ${asked.edition}::text desc, source_edition desc`);
}

/**
 * The newest statement of each place and year: `id`, `year`, `workshop_on`, the place's code in the edition (`pcode`)
 * and in the edition it was stated in (`source_edition`, `source_pcode`).
 */
export function newestStatements({ edition, subject, period }: Pick<FiguresAsked, 'edition' | 'subject' | 'period'>): Fragment {
  return sql`
    select distinct on (statement.edition, statement.pcode, same.to_pcode, left(period, 4))
      statement.id, left(period, 4) as year, workshop_on, same.to_pcode as pcode,
      statement.edition as source_edition, statement.pcode as source_pcode
    from current_statement as statement
    join place_equivalent as same
      on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
    left join assessment on assessment.statement = statement.id
    where subject = ${subject}::text
      and ${period === undefined ? sql`true` : sql`left(period, 4) = ${period}::text`}
    order by statement.edition, statement.pcode, same.to_pcode, left(period, 4), workshop_on desc nulls last, period desc, statement.id desc`;
}
