-- Crosswalks come in by upload: between two years the newest committed one speaks whole, and taking it back brings back the one
-- before. `crosswalk_row` holds what was stated before, which is heard where no upload speaks of its years.
create table crosswalk_step (
  upload int not null references upload on delete cascade,
  from_year int not null check (from_year between 1900 and 2099),
  to_year int not null check (to_year between 1900 and 2099),
  from_pcode text check (from_pcode ~ '^(\d{2}){1,4}$'),
  to_pcode text check (to_pcode ~ '^(\d{2}){1,4}$'),
  from_name text not null,
  to_name text not null,
  method text not null check (method <> ''),
  share float8 check (share > 0 and share <= 1),
  check (from_year < to_year),
  check (from_pcode is not null or to_pcode is not null),
  unique nulls not distinct (upload, from_year, to_year, from_pcode, to_pcode)
);
create trigger note_data_change after insert or update or delete or truncate on crosswalk_step
for each statement execute function note_data_change();

create view current_crosswalk_row as
with ruling as (
  select from_year, to_year, max(upload) as upload
  from crosswalk_step
  join upload on upload.id = crosswalk_step.upload
  where upload.state = 'committed'
  group by from_year, to_year
)
select step.from_year, step.to_year, from_pcode, to_pcode, from_name, to_name, method, share
from crosswalk_step as step
join ruling on ruling.upload = step.upload and ruling.from_year = step.from_year and ruling.to_year = step.to_year
union all
select from_year, to_year, from_pcode, to_pcode, from_name, to_name, method, share
from crosswalk_row
where (from_year, to_year) not in (select from_year, to_year from ruling);
