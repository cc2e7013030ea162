import { type Fragment, sql } from '../db/database.ts';

export type StatementsAsked = {
  edition: string;
  /** `vsnp-assessments` or `covariate:<id>`. */
  subject: string;
  /** One calendar year; all if left out. */
  period?: string | undefined;
  /** Communes of this place only. */
  within?: string | undefined;
};

/**
 * The statements that hold for the communes of the edition: `id`, `year`, `workshop_on` (null where the source states no
 * day) and the commune's code in the edition (`pcode`). Of a year the newest statement of a place rules. A commune made
 * of several of an older edition has one for each of them. Where two editions speak of a commune, the one with the newer
 * workshop is heard, else the wanted edition itself. Statements about districts and provinces are of no commune.
 */
export function rulingStatements({ edition, subject, period, within }: StatementsAsked): Fragment {
  return sql`
    select id, year, workshop_on, pcode
    from (
      select newest.*,
        first_value(source_edition) over (
          partition by pcode, year
          order by workshop_on desc nulls last, source_edition = ${edition}::text desc, source_edition desc
        ) as ruling_edition
      from (
        select distinct on (statement.edition, statement.pcode, same.to_pcode, left(period, 4))
          statement.id, left(period, 4) as year, workshop_on, same.to_pcode as pcode, statement.edition as source_edition
        from current_statement as statement
        join place_equivalent as same
          on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
        left join assessment on assessment.statement = statement.id
        where subject = ${subject}::text
          and ${period === undefined ? sql`true` : sql`left(period, 4) = ${period}::text`}
          and ${within === undefined ? sql`true` : sql`same.to_pcode like ${within}::text || '%'`}
          and length(same.to_pcode) = 6
        order by statement.edition, statement.pcode, same.to_pcode, left(period, 4),
          workshop_on desc nulls last, period desc, statement.id desc
      ) as newest
    ) as heard
    where source_edition = ruling_edition`;
}
