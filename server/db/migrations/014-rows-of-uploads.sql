-- Where in its file each thing that an upload says was written, so that a number answers where it is from. `about` is
-- `PCODE PERIOD` of a statement and the key of a record; `written_in` names lines or rows, several of summed villages.
create table upload_row (
  upload int not null references upload on delete cascade,
  about text not null check (about <> ''),
  written_in text not null check (written_in <> ''),
  primary key (upload, about)
);
create trigger note_data_change after insert or update or delete or truncate on upload_row
for each statement execute function note_data_change();
