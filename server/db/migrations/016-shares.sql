-- A crosswalk may state which share of an older commune's children went where; what is divided by it is an estimate, and
-- an exact statement of the same place and period is heard instead of it, whichever came later.
alter table crosswalk_row add column share float8 check (share > 0 and share <= 1);
alter table statement add column is_estimated boolean not null default false;

create or replace view current_statement as
  select distinct on (subject, edition, pcode, period) statement.*
  from statement
  join upload on upload.id = statement.upload
  where upload.state = 'committed'
  order by subject, edition, pcode, period, is_estimated, upload desc;
