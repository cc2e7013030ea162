import { type Database, sql } from '../../server/db/database.ts';

type SmallAssessment = {
  pcode: string;
  period: string;
  on: string;
  children: number;
  villages?: readonly [covered: number, total: number];
};

/** Children under 18 in 2023; 010203 and 020203 have no figure. */
const CHILDREN: Readonly<Record<string, number>> = {
  '010101': 1000,
  '010102': 2000,
  '010103': 1000,
  '010201': 500,
  '010202': 4000,
  '020101': 1000,
  '020102': 1000,
  '020103': 1000,
  '020201': 1000,
  '020202': 1000,
};

/** 2025: eight of twelve communes assessed, one of them with none found; 010102, 020103, 020202 and 020203 are not. 2024: one. */
const ASSESSMENTS: readonly SmallAssessment[] = [
  { pcode: '010101', period: '2024', on: '2024-05-10', children: 30 },
  { pcode: '010101', period: '2025', on: '2025-05-12', children: 12, villages: [4, 5] },
  { pcode: '010103', period: '2025', on: '2025-06-01', children: 0 },
  { pcode: '010201', period: '2025', on: '2025-03-20', children: 15 },
  { pcode: '010202', period: '2025', on: '2025-11-03', children: 40 },
  { pcode: '010203', period: '2025', on: '2025-02-01', children: 30 },
  { pcode: '020101', period: '2025', on: '2025-08-15', children: 6 },
  { pcode: '020102', period: '2025', on: '2024-12-30', children: 9 },
  { pcode: '020201', period: '2025', on: '2025-09-09', children: 21 },
];

/** Registers a committed upload and returns its number. */
export async function writeUpload(database: Database, dataset: string): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into upload (dataset, sha256, source)
    values (${dataset}::text, md5(${dataset}::text) || md5(random()::text), 'Written by hand for tests')
    returning id`);
  if (row === undefined) throw new Error('the upload was not written');
  return row.id;
}

export async function writePopulation(database: Database, edition: string): Promise<void> {
  const upload = await writeUpload(database, 'population');
  for (const [pcode, children] of Object.entries(CHILDREN)) {
    await writeStatement(database, {
      upload,
      subject: 'population',
      edition,
      pcode,
      period: '2023',
      observations: [{ measure: 'children', ageBand: '0-17', value: children }],
    });
  }
}

/** The number for the commune; of 010202's 40 also factors, which overlap, and sex by age. */
export async function writeAssessments(database: Database, edition: string): Promise<void> {
  const upload = await writeUpload(database, 'vsnp-assessments');
  for (const { pcode, period, on, children, villages } of ASSESSMENTS) {
    const details = pcode === '010202' ? DETAILS : [];
    const observations = [{ measure: 'high-risk-children', value: children }, ...details];
    const statement = await writeStatement(database, { upload, subject: 'vsnp-assessments', edition, pcode, period, observations });
    await database.query(sql`
      insert into assessment (statement, workshop_on, villages_covered, villages_total)
      values (${statement}::bigint, ${on}::date, ${villages?.[0] ?? null}::int, ${villages?.[1] ?? null}::int)`);
    if (pcode !== '010202') continue;
    await database.query(sql`
      insert into action_item (assessment, priority_code, owner_group, due_on, status)
      values (${statement}::bigint, 'school-return', 'commune-council', '2026-01-31', 'under-way')`);
  }
}

const DETAILS: readonly SmallObservation[] = [
  { measure: 'high-risk-children', category: 'out-of-school', value: 25 },
  { measure: 'high-risk-children', category: 'parents-abroad', value: 22 },
  { measure: 'high-risk-children', sex: 'female', ageBand: '12-14', value: 18 },
  { measure: 'high-risk-children', sex: 'male', ageBand: '12-14', value: 22 },
];

type SmallObservation = { measure: string; sex?: string; ageBand?: string; category?: string; value: number };
type SmallStatement = {
  upload: number;
  subject: string;
  edition: string;
  pcode: string;
  period: string;
  observations: readonly SmallObservation[];
};

/** Writes one statement with its observations and returns its number as text. */
export async function writeStatement(database: Database, { upload, observations, ...about }: SmallStatement): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into statement (upload, subject, edition, pcode, period)
    values (${upload}::int, ${about.subject}::text, ${about.edition}::text, ${about.pcode}::text, ${about.period}::text)
    returning id::text as id`);
  if (row === undefined) throw new Error('the statement was not written');
  for (const { measure, sex = 'all', ageBand = 'all', category = 'all', value } of observations) {
    await database.query(sql`
      insert into observation (statement, measure, sex, age_band, category, value)
      values (${row.id}::text::bigint, ${measure}::text, ${sex}::text, ${ageBand}::text, ${category}::text, ${value}::float8)`);
  }
  return row.id;
}

/** 2025: Poipet out to Sa Kaeo and back, and a few to Viet Nam; 2024: the widest corridor of all years. */
export async function writeFlows(database: Database, edition: string): Promise<void> {
  const upload = await writeUpload(database, 'flows');
  await database.query(sql`
    insert into flow (upload, edition, origin, crossing, destination_country, destination_province, direction, period, children, adults, basis, source)
    values
      (${upload}::int, ${edition}::text, '010101', 'poipet', 'TH', 'Sa Kaeo', 'out', '2025', 10, 100, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '010102', 'poipet', 'TH', 'Sa Kaeo', 'out', '2025-Q1', 5, 50, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '010102', 'poipet', 'TH', 'Sa Kaeo', 'out', '2025-Q3', 1, 9, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '0102', 'poipet', 'TH', 'Sa Kaeo', 'out', '2025', 20, 200, 'estimated', 'Household survey'),
      (${upload}::int, ${edition}::text, '010101', 'poipet', 'TH', 'Sa Kaeo', 'return', '2025', 3, 7, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '020101', 'poipet', 'TH', 'Bangkok', 'out', '2025', 0, 40, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '020102', 'bavet', 'VN', 'Tay Ninh', 'out', '2025', 2, 8, 'recorded', 'Border police'),
      (${upload}::int, ${edition}::text, '010101', 'poipet', 'TH', 'Sa Kaeo', 'out', '2024', 60, 540, 'recorded', 'Border police')`);
}
