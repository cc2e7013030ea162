import { type Queryable, sql } from '../db/database.ts';

export type IdentifiedChildren = { pcode: string; children: number; assessedOn: string };

/**
 * High-risk children identified in each assessed commune in a year, in the edition's codes: the newest assessment of
 * the year rules. Communes of an older edition that became one commune are added up. A commune that is not in the
 * answer was not assessed.
 */
export function queryIdentifiedChildren(
  database: Queryable,
  { edition, period }: { edition: string; period: string },
): Promise<IdentifiedChildren[]> {
  return database.query<IdentifiedChildren>(sql`
    with newest as (
      select distinct on (statement.edition, statement.pcode)
        statement.edition, statement.pcode, workshop_on,
        (
          select value from observation
          where observation.statement = statement.id and measure = 'high-risk-children'
            and sex = 'all' and age_band = 'all' and category = 'all'
        ) as children
      from current_statement as statement
      join assessment on assessment.statement = statement.id
      where subject = 'vsnp-assessments'
        and left(period, 4) = ${period}::text
      order by statement.edition, statement.pcode, workshop_on desc, statement.id desc
    ),
    on_edition as (
      select same.to_pcode as pcode, newest.edition, sum(children) as children, max(workshop_on) as workshop_on
      from newest
      join place_equivalent as same
        on same.from_edition = newest.edition and same.from_pcode = newest.pcode and same.to_edition = ${edition}::text
      group by same.to_pcode, newest.edition
    )
    select distinct on (pcode) pcode, children::int as children, workshop_on::text as "assessedOn"
    from on_edition
    where length(pcode) = 6 and children is not null
    order by pcode, workshop_on desc, edition desc`);
}
