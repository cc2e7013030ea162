-- Khmer names are romanised in many ways (Paoy Paet and Poipet, Kaoh and Koh, Ou and O'): their loose form keeps the
-- consonants, without those that are told apart by breath or voice alone, and says only where vowels stand.
create function loose_name(name text) returns text
language sql immutable strict parallel safe
return regexp_replace(regexp_replace(translate(name, 'bdgvh', 'ptkw'), '[aeiouy]+', '*', 'g'), '(.)\1+', '\1', 'g');

alter table place
  add column loose_text text generated always as (loose_name(split_part(search_text, '|', 1))) stored;
create index place_loose on place (edition, loose_text text_pattern_ops);
