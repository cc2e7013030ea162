import { type Database, sql } from '../../server/db/database.ts';
import { writeStatement, writeUpload } from './small-edition-statements.ts';

export const OLDER = 'older';

/**
 * An older edition led to the small one: 010101 is the same commune, 010108 and 010109 became 010103, and 010107 was
 * divided between 010201 and 010202 in unstated shares.
 */
export async function writeOlderEdition(database: Database, small: string): Promise<void> {
  await database.query(sql`
    insert into edition (id, name_en, name_km, kind, is_demonstration, source, licence, valid_from)
    values (${OLDER}::text, 'Older edition', 'ច្បាប់ចាស់', 'boundaries', false, 'Drawn by hand for tests', 'Apache-2.0', '2008-01-01')`);
  await database.query(sql`
    insert into place (edition, pcode, name_en, name_km, search_text)
    select ${OLDER}::text, pcode, 'Older ' || pcode, '', pcode
    from unnest(array['01', '0101', '010101', '010107', '010108', '010109']) as given(pcode)`);
  await database.query(sql`
    insert into crosswalk (from_edition, from_pcode, to_edition, to_pcode, share, method)
    select ${OLDER}::text, from_pcode, ${small}::text, to_pcode, share, 'by hand'
    from (values
      ('010101', '010101', 1::float8), ('010108', '010103', 1), ('010109', '010103', 1), ('010107', '010201', null), ('010107', '010202', null)
    ) as given(from_pcode, to_pcode, share)`);
}

type SmallCovariate = readonly [edition: string, pcode: string, period: string, numerator: number, denominator?: number];

/** Writes adults abroad as one upload. */
export async function writeAdultsAbroad(database: Database, rows: readonly SmallCovariate[]): Promise<void> {
  const upload = await writeUpload(database, 'covariate');
  for (const [edition, pcode, period, numerator, denominator] of rows) {
    const base = denominator === undefined ? [] : [{ measure: 'denominator', value: denominator }];
    const observations = [{ measure: 'adults-abroad', value: numerator }, ...base];
    await writeStatement(database, { upload, subject: 'covariate:adults-abroad', edition, pcode, period, observations });
  }
}

/** Writes one VSNP assessment as an upload of its own and returns the upload's number. */
export async function writeAssessment(
  database: Database,
  { edition, pcode, period, on, children }: { edition: string; pcode: string; period: string; on: string; children: number },
): Promise<number> {
  const upload = await writeUpload(database, 'vsnp-assessments');
  const observations = [{ measure: 'high-risk-children', value: children }];
  const statement = await writeStatement(database, { upload, subject: 'vsnp-assessments', edition, pcode, period, observations });
  await database.query(sql`
    insert into assessment (statement, workshop_on) values (${statement}::text::bigint, ${on}::date)`);
  return upload;
}
