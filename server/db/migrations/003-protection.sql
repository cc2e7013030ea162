-- Networks, workshops, who works where: codes and counts, no text from the field.

create table organisation (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  name_en text not null,
  name_km text not null,
  is_demonstration boolean not null default false
);

create table presence (
  id int generated always as identity primary key,
  upload int references upload on delete cascade,
  organisation text not null references organisation on delete cascade,
  edition text not null,
  pcode text not null,
  programme text not null check (programme ~ '^[a-z0-9-]+$'),
  from_on date not null,
  to_on date check (to_on >= from_on),
  foreign key (edition, pcode) references place (edition, pcode) on delete cascade
);

create table network (
  id int generated always as identity primary key,
  upload int references upload on delete cascade,
  edition text not null,
  pcode text not null,
  code text not null check (code ~ '^[A-Za-z0-9-]{1,40}$'),
  organisation text not null references organisation,
  founded_on date not null,
  closed_on date check (closed_on >= founded_on),
  villages_covered int check (villages_covered >= 0),
  child_peer_educators int not null default 0 check (child_peer_educators >= 0),
  unique (edition, code),
  foreign key (edition, pcode) references place (edition, pcode) on delete cascade
);
create index network_place on network (edition, pcode);

create table network_members (
  network int not null references network on delete cascade,
  member_group text not null check (member_group ~ '^[a-z0-9-]+$'),
  members int not null check (members >= 0),
  primary key (network, member_group)
);

create table network_report (
  network int not null references network on delete cascade,
  period text not null check (period ~ '^(19|20)\d{2}-Q[1-4]$'),
  -- Last day of the quarter: the date up to which the network is known to have been at work.
  ends_on date not null,
  sessions int not null check (sessions >= 0),
  people_reached int not null check (people_reached >= 0),
  cases_monitored int not null check (cases_monitored >= 0),
  cases_reported int not null check (cases_reported >= 0),
  children_referred int not null check (children_referred >= 0),
  primary key (network, period)
);

create table workshop (
  id int generated always as identity primary key,
  upload int references upload on delete cascade,
  edition text not null,
  pcode text not null,
  code text not null check (code ~ '^[A-Za-z0-9-]{1,40}$'),
  type text not null check (type in ('vsnp', 'tot', 'police', 'service-provider', 'campaign-12-december', 'awareness', 'community-programme')),
  theme_en text not null default '',
  theme_km text not null default '',
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on and ends_on < starts_on + 32),
  audience text check (audience in ('school', 'commune', 'authority')),
  organiser text not null references organisation,
  trained_by text,
  unique (edition, code),
  foreign key (edition, pcode) references place (edition, pcode) on delete cascade
);
create index workshop_when on workshop (edition, starts_on);

create table workshop_participants (
  workshop int not null references workshop on delete cascade,
  participant_group text not null check (participant_group ~ '^[a-z0-9-]+$'),
  participants int not null check (participants >= 0),
  primary key (workshop, participant_group)
);
