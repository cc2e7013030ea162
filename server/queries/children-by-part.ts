import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

export type ChildrenByPart = { pcode: string; sex: string; ageBand: string; category: string; children: number };

/**
 * Identified children of every assessed commune of a year, in the edition's codes: in all (`all` thrice), by sex and age
 * band, and by risk factor (`category`), by code.
 */
export function queryChildrenByPart(database: Queryable, asked: { edition: string; period: string }): Promise<ChildrenByPart[]> {
  return database.query<ChildrenByPart>(sql`
    select pcode, sex, age_band as "ageBand", category, round(sum(value))::int as children
    from (${rulingStatements({ ...asked, subject: 'vsnp-assessments' })}) as ruling
    join observation on observation.statement = ruling.id
    where measure = 'high-risk-children'
    group by pcode, sex, age_band, category
    order by pcode collate "C", sex, age_band, category`);
}
