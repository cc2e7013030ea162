import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

type Composition = Omit<PlaceProfile['composition'], 'period'>;
type Part = { code: string; sex: string; ageBand: string; children: number };

/**
 * Identified children of a place in a year by risk factor, and by sex and age band; all its assessed communes
 * together. One child may count under several factors.
 */
export async function queryComposition(
  database: Queryable,
  asked: { edition: string; period: string; within: string },
): Promise<Composition> {
  const parts = await database.query<Part>(sql`
    select category as code, sex, age_band as "ageBand", sum(value)::float8 as children
    from (${rulingStatements({ ...asked, subject: 'vsnp-assessments' })}) as ruling
    join observation on observation.statement = ruling.id
    where measure = 'high-risk-children'
    group by category, sex, age_band
    order by sum(value) desc, category, sex, age_band`);
  return {
    byFactor: parts.flatMap(({ code, sex, ageBand, children }) =>
      code !== 'all' && sex === 'all' && ageBand === 'all' ? [{ code, children }] : [],
    ),
    bySexAndAge: parts
      .flatMap(({ code, sex, ageBand, children }) =>
        code === 'all' && sex !== 'all' && ageBand !== 'all' ? [{ sex, ageBand, children }] : [],
      )
      .sort((a, b) => compare(a.sex, b.sex) || Number.parseInt(a.ageBand, 10) - Number.parseInt(b.ageBand, 10)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
