-- What was loaded, and what it says about places. No table holds a person.

create table upload (
  id int generated always as identity primary key,
  dataset text not null check (dataset <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null default 'command line',
  state text not null default 'committed' check (state in ('committed', 'withdrawn')),
  is_demonstration boolean not null default false,
  source text not null default '',
  report jsonb not null default '{}'
);

-- All that one upload says of one subject, place and period. The newest committed one rules;
-- withdrawing its upload brings back the one before.
create table statement (
  id bigint generated always as identity primary key,
  upload int not null references upload on delete cascade,
  subject text not null check (subject ~ '^[a-z0-9-]+(:[a-z0-9-]+)?$'),
  edition text not null,
  pcode text not null,
  period text not null check (period ~ '^(19|20)\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  unique (upload, subject, edition, pcode, period),
  foreign key (edition, pcode) references place (edition, pcode) on delete cascade
);
create index statement_subject on statement (subject, edition, period, pcode, upload);

create table observation (
  statement bigint not null references statement on delete cascade,
  measure text not null check (measure ~ '^[a-z0-9-]+$'),
  sex text not null default 'all' check (sex in ('all', 'female', 'male')),
  age_band text not null default 'all' check (age_band ~ '^(all|\d{1,2}-\d{1,2}|\d{1,2}\+)$'),
  category text not null default 'all' check (category ~ '^[a-z0-9-]+$'),
  value float8 not null check (value >= 0 and value < 1e12),
  primary key (statement, measure, sex, age_band, category)
);

-- A VSNP workshop's statement about a commune: what separates zero from not assessed.
create table assessment (
  statement bigint primary key references statement on delete cascade,
  workshop_on date not null,
  villages_covered int check (villages_covered >= 0),
  villages_total int check (villages_total > 0),
  check (villages_covered <= villages_total)
);

create table assessment_participants (
  assessment bigint not null references assessment on delete cascade,
  participant_group text not null check (participant_group ~ '^[a-z0-9-]+$'),
  participants int not null check (participants >= 0),
  primary key (assessment, participant_group)
);

create table topic (
  assessment bigint not null references assessment on delete cascade,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  primary key (assessment, code)
);

create table obligation (
  assessment bigint not null references assessment on delete cascade,
  participant_group text not null check (participant_group ~ '^[a-z0-9-]+$'),
  code text not null check (code ~ '^[a-z0-9-]+$'),
  primary key (assessment, participant_group, code)
);

create table action_item (
  id bigint generated always as identity primary key,
  assessment bigint not null references assessment on delete cascade,
  priority_code text not null check (priority_code ~ '^[a-z0-9-]+$'),
  owner_group text not null check (owner_group ~ '^[a-z0-9-]+$'),
  due_on date,
  status text not null check (status in ('planned', 'under-way', 'done', 'dropped'))
);

create view current_statement as
  select distinct on (subject, edition, pcode, period) statement.*
  from statement
  join upload on upload.id = statement.upload
  where upload.state = 'committed'
  order by subject, edition, pcode, period, upload desc;
