-- The schema begins here; `migration` itself is made by migrate.ts.
comment on table migration is 'Numbered schema files applied to this database, forward only';
