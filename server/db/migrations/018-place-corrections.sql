-- Corrections of places come in by upload and lie over what gazetteers and boundaries say, which stays as it came: of a place
-- the newest committed one rules, and taking it back brings back the one before, or the source.
create table place_correction (
  upload int not null references upload on delete cascade,
  edition text not null,
  pcode text not null,
  -- Null where the source's holds.
  name_en text check (name_en <> ''),
  name_km text check (name_km <> ''),
  -- What search compares of each, as of the places themselves.
  search_en text check (search_en ~ '^[^|]+$'),
  search_km text check (search_km ~ '^[^|]+$'),
  -- Other spellings, parted by "; ", and what search compares of them, parted by "|".
  other_names text not null,
  other_search text not null,
  lng float8 check (lng between -180 and 180),
  lat float8 check (lat between -90 and 90),
  primary key (upload, edition, pcode),
  foreign key (edition, pcode) references place (edition, pcode) on delete cascade,
  check ((name_en is null) = (search_en is null)),
  check ((name_km is null) = (search_km is null)),
  check ((lng is null) = (lat is null))
);
create index place_correction_place on place_correction (edition, pcode);
create trigger note_data_change after insert or update or delete or truncate on place_correction
for each statement execute function note_data_change();

create view current_place_correction as
select distinct on (edition, pcode) place_correction.*
from place_correction
join upload on upload.id = place_correction.upload
where upload.state = 'committed'
order by edition, pcode, upload desc;

-- Places as they are called, and where their point is, with the corrections: what everybody but the imports of places reads.
create view current_place as
select
  place.edition, place.pcode, place.level, place.parent,
  coalesce(correction.name_en, place.name_en) as name_en,
  coalesce(correction.name_km, place.name_km) as name_km,
  place.type,
  case
    when correction.pcode is null then place.search_text
    else concat_ws(
      '|',
      coalesce(correction.search_en, split_part(place.search_text, '|', 1)),
      coalesce(correction.search_km, split_part(place.search_text, '|', 2)),
      nullif(correction.other_search, '')
    )
  end as search_text,
  case when correction.search_en is null then place.loose_text else loose_name(correction.search_en) end as loose_text,
  coalesce(correction.other_search, '') as other_search,
  place.geom,
  case
    when correction.lng is null then place.point
    else st_setsrid(st_makepoint(correction.lng, correction.lat), 4326)
  end as point,
  place.geometry_source
from place
left join current_place_correction as correction on correction.edition = place.edition and correction.pcode = place.pcode;
