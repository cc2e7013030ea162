-- An upload that was taken back stays in the history, with the day and by whom.
alter table upload
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add constraint upload_withdrawn_check check ((state = 'withdrawn') = (withdrawn_at is not null));
