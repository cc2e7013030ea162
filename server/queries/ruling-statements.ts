import { type Fragment, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

export type StatementsAsked = {
  edition: string;
  /** `vsnp-assessments`, `population` or `covariate:<id>`. */
  subject: string;
  /** One calendar year; all if left out. */
  period?: string | undefined;
  /** Communes of this place only. */
  within?: string | undefined;
};

/**
 * The statements that hold for the communes of the edition: `id`, `year`, `workshop_on` (null where the source states no
 * day), the commune's code in the edition (`pcode`) and the edition it was stated about (`source_edition`). Of a year the
 * newest statement of a place rules. A commune made of several of an older edition has one for each of them. Where two
 * editions speak of a commune, the one with the newer workshop is heard, else the wanted edition itself. Statements
 * about districts and provinces are of no commune.
 */
export function rulingStatements({ edition, subject, period, within }: StatementsAsked): Fragment {
  return sql`
    with newest as (
      select distinct on (statement.edition, statement.pcode, to_pcode, left(period, 4))
        statement.id, left(period, 4) as year, workshop_on, to_pcode as pcode, statement.edition as source_edition
      from current_statement as statement
      cross join lateral (${ledTo(edition, { edition: sql`statement.edition`, pcode: sql`statement.pcode` })}) as same
      left join assessment on assessment.statement = statement.id
      where subject = ${subject}::text
        and length(to_pcode) = 6
        and ${period === undefined ? sql`true` : sql`left(period, 4) = ${period}::text`}
        and ${within === undefined ? sql`true` : sql`to_pcode like ${within}::text || '%'`}
      order by statement.edition, statement.pcode, to_pcode, left(period, 4), workshop_on desc nulls last, period desc, statement.id desc
    ),
    heard as (
      select newest.*,
        first_value(source_edition) over (
          partition by pcode, year
          order by workshop_on desc nulls last, source_edition = ${edition}::text desc, source_edition desc
        ) as ruling_edition
      from newest
    )
    select id, year, workshop_on, pcode, source_edition
    from heard
    where source_edition = ruling_edition`;
}
