-- Editions of the map, their places, and how one edition's places became another's.

create table edition (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name_en text not null check (name_en <> ''),
  name_km text not null check (name_km <> ''),
  is_demonstration boolean not null,
  -- What the edition is: a list of codes and names, a set of polygons, or both at once (the demonstration).
  kind text not null check (kind in ('gazetteer', 'boundaries', 'complete')),
  source text not null,
  licence text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  created_at timestamptz not null default now()
);

create table place (
  edition text not null references edition on delete cascade,
  pcode text not null check (pcode ~ '^(\d{2}){1,4}$'),
  level int not null generated always as (length(pcode) / 2) stored,
  parent text generated always as (case when length(pcode) > 2 then left(pcode, length(pcode) - 2) end) stored,
  name_en text not null check (name_en <> ''),
  -- Empty when the source has none: never a Latin name in disguise.
  name_km text not null,
  -- The gazetteer's own type, where stated.
  type text check (type in ('province', 'municipality-province', 'district', 'municipality', 'khan', 'commune', 'sangkat', 'village')),
  -- Names without spaces, case, accents and zero-width marks, for search.
  search_text text not null,
  geom geometry(MultiPolygon, 4326) check (st_isvalid(geom) and not st_isempty(geom)),
  point geometry(Point, 4326),
  -- True when the point is the parent's, because the place itself has no polygon.
  is_point_approximate boolean not null default false,
  -- Where the polygon comes from: this edition, or "edition/pcode" of an older one.
  geometry_source text,
  primary key (edition, pcode),
  foreign key (edition, parent) references place (edition, pcode) deferrable initially deferred,
  check ((geom is null) = (geometry_source is null))
);
create index place_geom on place using gist (geom);
create index place_point on place using gist ((point::geography));
create index place_search on place (edition, level, search_text text_pattern_ops);

-- Polygons of an edition that are no place: a lake, or an area whose commune has been divided since.
create table area_without_place (
  edition text not null references edition on delete cascade,
  source_code text not null,
  name text not null,
  reason text not null check (reason in ('lake', 'no-current-commune', 'no-code')),
  geom geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
  primary key (edition, source_code)
);

-- One row a pair: a share below 1 says which part of the older commune's children went where.
create table crosswalk (
  from_edition text not null references edition on delete cascade,
  from_pcode text not null check (from_pcode ~ '^(\d{2}){1,4}$'),
  to_edition text not null references edition on delete cascade,
  to_pcode text not null check (to_pcode ~ '^(\d{2}){1,4}$'),
  share float8 check (share > 0 and share <= 1),
  method text not null,
  primary key (from_edition, from_pcode, to_edition, to_pcode)
);

-- Files served as they are: topologies and place columns, compressed once, named by their content.
create table published_file (
  edition text not null references edition on delete cascade,
  kind text not null check (kind in ('places', 'province', 'district', 'commune')),
  detail text not null check (detail in ('overview', 'full')),
  hash text not null check (hash ~ '^[0-9a-f]{16}$'),
  bytes int not null check (bytes > 0),
  brotli bytea not null,
  gzip bytea not null,
  primary key (edition, kind, detail)
);
create unique index published_file_hash on published_file (edition, kind, detail, hash);

create table import_report (
  id int generated always as identity primary key,
  kind text not null,
  edition text references edition on delete cascade,
  created_at timestamptz not null default now(),
  report jsonb not null
);

-- Which place of one edition is which place of another, through the crosswalk's whole shares, both ways.
create view place_equivalent as
  select edition as from_edition, pcode as from_pcode, edition as to_edition, pcode as to_pcode
  from place
  union all
  select from_edition, from_pcode, to_edition, to_pcode
  from crosswalk
  where share = 1
  union all
  select to_edition, min(to_pcode), from_edition, min(from_pcode)
  from crosswalk
  where share = 1
  group by to_edition, to_pcode, from_edition
  having count(*) = 1;
