-- One row for each transaction that changed data, seen exactly when what it changed is seen: their number names the
-- state of the data that an answer was made from. No row is ever taken away.
create table data_change (
  transaction xid8 primary key default pg_current_xact_id()
);

create function note_data_change() returns trigger
language plpgsql as $$
begin
  insert into data_change default values on conflict do nothing;
  return null;
end
$$;

-- A table that is added later gets the same trigger in its own migration.
do $$
declare
  name text;
begin
  for name in
    select table_name
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('data_change', 'migration', 'spatial_ref_sys')
  loop
    execute format(
      'create trigger note_data_change after insert or update or delete or truncate on %I
       for each statement execute function note_data_change()',
      name
    );
  end loop;
end
$$;
