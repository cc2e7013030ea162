-- Crossings are places of their own, on the border; nothing is ever merged across it.

create table crossing (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  name_en text not null,
  name_km text not null,
  opposite_name text not null,
  opposite_province text not null,
  country text not null check (country in ('TH', 'VN', 'LA')),
  province text not null check (province ~ '^\d{2}$'),
  category text not null check (category in ('international', 'local')),
  point geometry(Point, 4326) not null,
  accuracy text not null,
  source text not null
);

-- No row for a date means that no source states the status: unknown.
create table crossing_status (
  crossing text not null references crossing on delete cascade,
  from_on date not null,
  to_on date check (to_on >= from_on),
  status text not null check (status in ('open', 'closed', 'limited', 'unknown')),
  source text not null check (source <> ''),
  primary key (crossing, from_on)
);

create table flow (
  id int generated always as identity primary key,
  upload int references upload on delete cascade,
  edition text not null,
  origin text not null,
  crossing text not null references crossing,
  destination_country text not null check (destination_country in ('TH', 'VN', 'LA')),
  destination_province text not null,
  direction text not null check (direction in ('out', 'return')),
  period text not null check (period ~ '^(19|20)\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  children int not null check (children >= 0),
  adults int not null check (adults >= 0),
  basis text not null check (basis in ('recorded', 'estimated')),
  source text not null,
  foreign key (edition, origin) references place (edition, pcode) on delete cascade
);
create index flow_period on flow (edition, period);
