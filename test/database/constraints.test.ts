import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { writeSmallEdition } from '../support/small-edition.ts';

/** A statement with `$` where a value stands, the values that make sense of it, and those a constraint of that name must refuse. */
type Rule = { constraint: string; statement: string; sense: readonly string[]; nonsense: readonly string[] };

const PLACES: readonly Rule[] = [
  {
    constraint: 'edition_id_check',
    statement: `update edition set id = $ where id = 'unused'`,
    sense: ["'2025-gazetteer'"],
    nonsense: ["'Gazetteer 2025'", "''", "'-a'", "'ឯ'"],
  },
  {
    constraint: 'place_pcode_check',
    statement: `insert into place (edition, pcode, name_en, name_km, search_text) values ('small', $, 'A', '', 'a')`,
    sense: ["'03'", "'0103'", "'010204'", "'01020203'"],
    nonsense: ["'KH03'", "'010'", "''", "'0102020301'", "'០៣'", "'03 '"],
  },
  {
    constraint: 'place_edition_parent_fkey',
    statement: `insert into place (edition, pcode, name_en, name_km, search_text) values ('small', $, 'A', '', 'a')`,
    sense: ["'0203'", "'020204'"],
    nonsense: ["'0301'", "'030101'"],
  },
  {
    constraint: 'place_pkey',
    statement: `insert into place (edition, pcode, name_en, name_km, search_text) values ('small', $, 'A', '', 'a')`,
    sense: ["'0203'"],
    nonsense: ["'0202'"],
  },
  {
    constraint: 'place_geom_check',
    statement: `update place set geom = st_multi(st_geomfromtext($, 4326)) where pcode = '010101'`,
    sense: ["'POLYGON((0 0, 1 0, 1 1, 0 0))'"],
    nonsense: ["'POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))'", "'MULTIPOLYGON EMPTY'"],
  },
  {
    constraint: 'place_check',
    statement: `update place set geometry_source = $ where pcode = '010101'`,
    sense: ["'older/010101'"],
    nonsense: ['null'],
  },
  {
    constraint: 'crosswalk_share_check',
    statement: `insert into crosswalk values ('small', '010101', 'unused', '010101', $, 'test')`,
    sense: ['1', '0.4', 'null'],
    nonsense: ['0', '-0.1', '1.01', "'NaN'"],
  },
];

const STATEMENTS: readonly Rule[] = [
  {
    constraint: 'upload_state_check',
    statement: 'update upload set state = $',
    sense: ["'withdrawn', withdrawn_at = now()"],
    nonsense: ["'lost'", "''"],
  },
  {
    constraint: 'upload_withdrawn_check',
    statement: 'update upload set state = $',
    sense: ["'committed', withdrawn_at = null", "'withdrawn', withdrawn_at = now()"],
    nonsense: ["'withdrawn', withdrawn_at = null", "'committed', withdrawn_at = now()"],
  },
  {
    constraint: 'upload_sha256_check',
    statement: 'update upload set sha256 = $',
    sense: ["repeat('a', 64)"],
    nonsense: ["'abc'", "repeat('A', 64)"],
  },
  {
    constraint: 'statement_period_check',
    statement: `update statement set period = $ where pcode = '010103' and subject = 'vsnp-assessments'`,
    sense: ["'2024'", "'2025-Q4'", "'2025-12'"],
    nonsense: ["'25'", "'2025-Q5'", "'2025-13'", "'2025-1'", "'2025-12-01'", "'1899'", "'2100'", "''"],
  },
  {
    constraint: 'statement_subject_check',
    statement: `update statement set subject = $ where pcode = '010103' and subject = 'vsnp-assessments'`,
    sense: ["'covariate:poor-households'"],
    nonsense: ["''", "'Poor households'", "'a:b:c'"],
  },
  {
    constraint: 'statement_edition_pcode_fkey',
    statement: `update statement set pcode = $ where pcode = '010103' and subject = 'vsnp-assessments'`,
    sense: ["'010102'", "'0101'"],
    nonsense: ["'019999'"],
  },
  {
    constraint: 'statement_upload_subject_edition_pcode_period_key',
    statement: `update statement set period = $ where pcode = '010101' and subject = 'vsnp-assessments' and period = '2024'`,
    sense: ["'2023'"],
    nonsense: ["'2025'"],
  },
  {
    constraint: 'observation_value_check',
    statement: 'update observation set value = $',
    sense: ['0', '0.5', '16000000'],
    nonsense: ['-1', "'NaN'", "'Infinity'", '1e12'],
  },
  {
    constraint: 'observation_sex_check',
    statement: `update observation set sex = $ where age_band = '0-17'`,
    sense: ["'female'"],
    nonsense: ["'girl'", "''"],
  },
  {
    constraint: 'observation_age_band_check',
    statement: `update observation set age_band = $ where age_band = '0-17'`,
    sense: ["'18+'", "'5-14'"],
    nonsense: ["'old'", "'17'", "''"],
  },
  {
    constraint: 'assessment_check',
    statement: 'update assessment set villages_covered = $ where villages_total = 5',
    sense: ['5', '0', 'null'],
    nonsense: ['6'],
  },
  {
    constraint: 'assessment_villages_covered_check',
    statement: 'update assessment set villages_covered = $',
    sense: ['null'],
    nonsense: ['-1'],
  },
  {
    constraint: 'assessment_villages_total_check',
    statement: 'update assessment set villages_covered = null, villages_total = $',
    sense: ['1'],
    nonsense: ['0', '-5'],
  },
  {
    constraint: 'action_item_status_check',
    statement: 'update action_item set status = $',
    sense: ["'done'"],
    nonsense: ["'forgotten'", "''"],
  },
];

const WORK: readonly Rule[] = [
  {
    constraint: 'network_check',
    statement: `update network set closed_on = $ where code = 'N-1'`,
    sense: ["'2020-01-15'", 'null'],
    nonsense: ["'2020-01-14'"],
  },
  {
    constraint: 'network_code_check',
    statement: `update network set code = $ where code = 'N-1'`,
    sense: ["'CPN-0101-01'"],
    nonsense: ["''", "'N 1'", "'N_1'"],
  },
  {
    constraint: 'network_child_peer_educators_check',
    statement: 'update network set child_peer_educators = $',
    sense: ['0'],
    nonsense: ['-1'],
  },
  { constraint: 'network_members_members_check', statement: 'update network_members set members = $', sense: ['0'], nonsense: ['-3'] },
  {
    constraint: 'network_report_period_check',
    statement: `update network_report set period = $, ends_on = '2024-09-30' where period = '2024-Q4'`,
    sense: ["'2024-Q3'"],
    nonsense: ["'2024'", "'2024-12'", "'2024-Q0'"],
  },
  {
    constraint: 'network_report_quarter_check',
    statement: `update network_report set ends_on = $ where period = '2024-Q4'`,
    sense: ["'2024-12-31'"],
    nonsense: ["'2024-12-30'", "'2024-10-01'", "'2024-09-30'", "'2025-01-01'", "'2023-12-31'", "'infinity'"],
  },
  {
    constraint: 'network_report_quarter_check',
    statement: `update network_report set period = '2024-Q1', ends_on = $ where period = '2024-Q4'`,
    sense: ["'2024-03-31'"],
    nonsense: ["'2024-03-30'", "'2024-12-31'", "'2024-02-29'"],
  },
  ...['sessions', 'people_reached', 'cases_monitored', 'cases_reported', 'children_referred'].map((count) => ({
    constraint: `network_report_${count}_check`,
    statement: `update network_report set ${count} = $`,
    sense: ['0', '12'],
    nonsense: ['-1'],
  })),
  { constraint: 'workshop_type_check', statement: 'update workshop set type = $', sense: ["'vsnp'"], nonsense: ["'lunch'", "''", "'ToT'"] },
  {
    constraint: 'workshop_check',
    statement: `update workshop set ends_on = $ where code = 'W-1'`,
    sense: ["'2024-10-01'", "'2024-11-01'"],
    nonsense: ["'2024-09-30'", "'2024-11-02'"],
  },
  {
    constraint: 'workshop_audience_check',
    statement: 'update workshop set audience = $',
    sense: ["'school'", 'null'],
    nonsense: ["'everybody'"],
  },
  {
    constraint: 'workshop_participants_participants_check',
    statement: 'update workshop_participants set participants = $',
    sense: ['0'],
    nonsense: ['-1'],
  },
  {
    constraint: 'presence_check',
    statement: `insert into presence (organisation, edition, pcode, programme, from_on, to_on) values ('acts', 'small', '01', 'vsnp', '2024-01-01', $)`,
    sense: ["'2024-01-01'", 'null'],
    nonsense: ["'2023-12-31'"],
  },
];

const ROUTES: readonly Rule[] = [
  { constraint: 'crossing_country_check', statement: 'update crossing set country = $', sense: ["'LA'"], nonsense: ["'KH'", "'th'"] },
  {
    constraint: 'crossing_status_status_check',
    statement: 'update crossing_status set status = $',
    sense: ["'limited'"],
    nonsense: ["'maybe'", "''"],
  },
  {
    constraint: 'crossing_status_source_check',
    statement: 'update crossing_status set source = $',
    sense: ["'a notice'"],
    nonsense: ["''"],
  },
  { constraint: 'flow_children_check', statement: 'update flow set children = $', sense: ['0'], nonsense: ['-1'] },
  { constraint: 'flow_adults_check', statement: 'update flow set adults = $', sense: ['0'], nonsense: ['-1'] },
  { constraint: 'flow_direction_check', statement: 'update flow set direction = $', sense: ["'return'"], nonsense: ["'in'"] },
  { constraint: 'flow_basis_check', statement: 'update flow set basis = $', sense: ["'estimated'"], nonsense: ["'guessed'"] },
  {
    constraint: 'flow_period_check',
    statement: 'update flow set period = $',
    sense: ["'2025-Q2'", "'2025-06'"],
    nonsense: ["'2025-00'", "'soon'"],
  },
  { constraint: 'flow_crossing_fkey', statement: 'update flow set crossing = $', sense: ["'bavet'"], nonsense: ["'nowhere'"] },
  { constraint: 'flow_edition_origin_fkey', statement: 'update flow set origin = $', sense: ["'01'"], nonsense: ["'03'"] },
];

class Undone extends Error {}

describe('what is stored', () => {
  onBothHomes((home) => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await database.script(`
        insert into edition (id, name_en, name_km, kind, is_demonstration, source, licence, valid_from)
        values ('unused', 'Unused', 'មិនប្រើ', 'complete', false, 'test', 'test', '2024-01-01')`);
    });
    afterAll(() => database.close());

    /** Tries a statement to the end of a transaction, deferred constraints included, and takes it back. */
    const tried = (statement: string) =>
      database.transaction(async (tx) => {
        await tx.script(statement);
        await tx.script('set constraints all immediate');
        throw new Undone('taken back');
      });

    for (const [subject, rules] of Object.entries({ places: PLACES, statements: STATEMENTS, work: WORK, routes: ROUTES })) {
      it(`about ${subject} makes sense, or is refused`, async () => {
        for (const { constraint, statement, sense, nonsense } of rules) {
          for (const value of sense) await expect(tried(statement.replace('$', value)), `${statement} ${value}`).rejects.toThrow(Undone);
          for (const value of nonsense)
            await expect(tried(statement.replace('$', value)), `${statement} ${value}`).rejects.toThrow(`"${constraint}"`);
        }
      });
    }
  });
});
