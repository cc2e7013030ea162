-- Khmer names are romanised in many ways (Paoy Paet and Poipet, Kaoh and Koh, Tuol Kouk and Toul Kork, Ou Chrov and
-- O'Chrou): their loose form keeps the consonants that are heard, without telling voice and breath apart, and says only
-- where vowels stand. An r or v that ends a syllable is heard as a vowel, if at all.
create function loose_name(name text) returns text
language sql immutable strict parallel safe
return regexp_replace(
  regexp_replace(
    regexp_replace(regexp_replace(translate(name, 'bdgvh', 'ptkw'), 'r(?![aeiouyr])', '', 'g'), 'w(?![aeiouy])', 'u', 'g'),
    '[aeiouy]+', '*', 'g'
  ),
  '(.)\1+', '\1', 'g'
);

alter table place
  add column loose_text text generated always as (loose_name(split_part(search_text, '|', 1))) stored;
create index place_loose on place (edition, loose_text text_pattern_ops);
