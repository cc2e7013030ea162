-- That somebody took the demonstration out: it is then never built again by itself.

create table demonstration_removal (
  id int generated always as identity primary key,
  removed_at timestamptz not null default now()
);
