import { type Database, sql } from '../../server/db/database.ts';
import { writeUpload } from './small-edition-statements.ts';

/**
 * Networks as of 2025-12-31: N-1 at 010101 active (last at work 2025-09-30), N-2 at 010202 dormant (2023-06-30),
 * N-3 at 020101 with empty reports only, N-4 at 020102 closed in 2025, N-5 at 020201 founded later, in 2026,
 * N-6 of another organisation at 020103 active (2025-03-31).
 */
export async function writeNetworks(database: Database, edition: string): Promise<void> {
  const upload = await writeUpload(database, 'networks');
  await database.script(`
    insert into organisation (id, name_en, name_km) values
      ('acts', 'Cambodia ACTs', 'កម្ពុជាអេកស៍'), ('santi', 'Santi Sena', 'សន្តិសេនា'), ('elsewhere', 'Elsewhere', 'កន្លែងផ្សេង')`);
  await database.query(sql`
    insert into network (upload, edition, pcode, code, organisation, founded_on, closed_on, villages_covered, child_peer_educators)
    values
      (${upload}::int, ${edition}::text, '010101', 'N-1', 'acts', '2020-01-15', null, 4, 6),
      (${upload}::int, ${edition}::text, '010202', 'N-2', 'acts', '2021-03-01', null, null, 0),
      (${upload}::int, ${edition}::text, '020101', 'N-3', 'acts', '2022-01-01', null, 1, 2),
      (${upload}::int, ${edition}::text, '020102', 'N-4', 'acts', '2020-01-01', '2025-07-01', 1, 2),
      (${upload}::int, ${edition}::text, '020201', 'N-5', 'acts', '2026-02-01', null, 1, 2),
      (${upload}::int, ${edition}::text, '020103', 'N-6', 'santi', '2020-01-01', null, 3, 2)`);
  await database.query(sql`
    insert into network_members (network, member_group, members)
    select id, member_group, members
    from network
    cross join (values ('teachers', 3), ('police', 2)) as given(member_group, members)
    where code = 'N-1'`);
  await database.query(sql`
    insert into network_report (upload, edition, network, period, ends_on, sessions, people_reached, cases_monitored, cases_reported, children_referred)
    select ${upload}::int, ${edition}::text, given.code, given.period, given.ends_on::date, given.sessions, 0, 0, 0, 0
    from (values
      ('N-1', '2024-Q4', '2024-12-31', 2), ('N-1', '2025-Q3', '2025-09-30', 1), ('N-1', '2025-Q4', '2025-12-31', 0),
      ('N-2', '2023-Q2', '2023-06-30', 3), ('N-3', '2025-Q3', '2025-09-30', 0), ('N-4', '2025-Q1', '2025-03-31', 5),
      ('N-5', '2026-Q1', '2026-03-31', 1), ('N-6', '2025-Q1', '2025-03-31', 2)
    ) as given(code, period, ends_on, sessions)`);
}

/**
 * Trainings at 010101 (its network was at work within 12 months), 010202 (twice; its network not within 12 months
 * of the first), 020203 (no network); two 12 December events in one commune and one in another province in 2025,
 * one in 2024; a police workshop over two days; one workshop in a commune whose point nobody knows once it is taken.
 */
export async function writeWorkshops(database: Database, edition: string): Promise<void> {
  const upload = await writeUpload(database, 'workshops');
  await database.query(sql`
    insert into workshop (upload, edition, pcode, code, type, theme_en, starts_on, ends_on, audience, organiser, trained_by)
    values
      (${upload}::int, ${edition}::text, '010101', 'W-1', 'tot', 'Child protection', '2024-10-01', '2024-10-03', null, 'acts', null),
      (${upload}::int, ${edition}::text, '010202', 'W-2', 'tot', 'Child protection', '2024-08-01', '2024-08-02', null, 'acts', 'W-1'),
      (${upload}::int, ${edition}::text, '010202', 'W-3', 'tot', 'Child protection', '2025-08-01', '2025-08-02', null, 'acts', 'W-1'),
      (${upload}::int, ${edition}::text, '020203', 'W-4', 'tot', 'Child protection', '2025-10-01', '2025-10-02', null, 'santi', null),
      (${upload}::int, ${edition}::text, '010101', 'W-5', 'campaign-12-december', 'March', '2025-12-12', '2025-12-12', 'school', 'acts', null),
      (${upload}::int, ${edition}::text, '010101', 'W-6', 'campaign-12-december', 'Theatre', '2025-12-11', '2025-12-12', 'commune', 'acts', null),
      (${upload}::int, ${edition}::text, '020101', 'W-7', 'campaign-12-december', 'March', '2025-12-12', '2025-12-12', 'school', 'santi', null),
      (${upload}::int, ${edition}::text, '020102', 'W-8', 'campaign-12-december', 'March', '2024-12-12', '2024-12-12', null, 'santi', null),
      (${upload}::int, ${edition}::text, '020102', 'W-9', 'police', 'Referral', '2025-12-31', '2026-01-01', 'authority', 'santi', null)`);
  await database.query(sql`
    insert into workshop_participants (workshop, participant_group, participants)
    select workshop.id, given.participant_group, given.participants
    from (values ('W-5', 'pupils', 200), ('W-5', 'teachers', 10), ('W-6', 'villagers', 90), ('W-7', 'pupils', 150), ('W-8', 'pupils', 70))
      as given(code, participant_group, participants)
    join workshop on workshop.code = given.code`);
}
