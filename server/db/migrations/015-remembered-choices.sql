-- Answers an office asked to keep: which head of its files stands for a column of a dataset, and which commune it means by
-- a name that several bear.
create table remembered_column (
  dataset text not null check (dataset <> ''),
  head text not null check (length(head) between 1 and 200),
  column_key text not null check (column_key ~ '^[a-z0-9-]{1,60}$'),
  remembered_at timestamptz not null default now(),
  primary key (dataset, head)
);
create table remembered_place (
  among text primary key check (among ~ '^\d{6}( \d{6})+$'),
  meant text not null check (meant ~ '^\d{6}$'),
  remembered_at timestamptz not null default now()
);
create trigger note_data_change after insert or update or delete or truncate on remembered_column
for each statement execute function note_data_change();
create trigger note_data_change after insert or update or delete or truncate on remembered_place
for each statement execute function note_data_change();
