-- What crosswalk files state, row by row, whichever editions are there yet: the years say which editions a row joins,
-- and `crosswalk` follows from it. An empty side means that the source states none.
create table crosswalk_row (
  from_year int not null check (from_year between 1900 and 2099),
  to_year int not null check (to_year between 1900 and 2099),
  from_pcode text check (from_pcode ~ '^(\d{2}){1,4}$'),
  to_pcode text check (to_pcode ~ '^(\d{2}){1,4}$'),
  from_name text not null,
  to_name text not null,
  method text not null check (method <> ''),
  check (from_year < to_year),
  check (from_pcode is not null or to_pcode is not null),
  unique nulls not distinct (from_year, to_year, from_pcode, to_pcode)
);
