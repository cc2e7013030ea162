import type { PlaceMatch } from '../contracts/place.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';
import { placeMatchColumns } from './place-matches.ts';

/**
 * `text` is a name as `toSearchText` makes it, `spellings` are other texts for it, `pcode` is the beginning of a code; any
 * may be empty.
 */
export type PlaceSearch = { edition: string; text: string; spellings: readonly string[]; pcode: string; limit: number };

/**
 * Places whose name, or whose code, begins with what was typed, with the provinces and districts that sound like it; then
 * those written otherwise but sounding alike; then those whose name holds it. Within each, provinces before districts
 * before communes before villages, whole names first.
 */
export function searchPlaces(database: Queryable, { edition, text, spellings, pcode, limit }: PlaceSearch): Promise<PlaceMatch[]> {
  return database.query<PlaceMatch>(sql`
    with found as (
      select place.*,
        case
          when ${beginsWith(text)} or ${pcodeBegins(pcode)} or (level <= 2 and ${soundsLike(spellings)}) then 0
          when ${soundsLike(spellings)} or ${beginsAlike(text)} then 1
          else 2
        end as rank,
        (place.pcode = ${pcode}::text or '|' || search_text || '|' like '%|' || ${text}::text || '|%') as is_whole
      from current_place as place
      where edition = ${edition}::text
        and (${holds(text)} or ${pcodeBegins(pcode)} or ${soundsLike(spellings)} or ${beginsAlike(text)})
    ),
    best as (
      select * from found order by rank, level, is_whole desc, pcode limit ${limit}::int
    )
    select ${placeMatchColumns(sql`best`)}
    from best
    order by rank, best.level, is_whole desc, pcode`);
}

// Search texts hold letters, marks and digits only, so they need no escaping inside LIKE.
function beginsWith(text: string): Fragment {
  return text === '' ? sql`false` : sql`(search_text like ${text}::text || '%' or search_text like '%|' || ${text}::text || '%')`;
}

function holds(text: string): Fragment {
  return text === '' ? sql`false` : sql`position(${text}::text in search_text) > 0`;
}

/** Only of Latin words with letters enough to tell names apart. */
function soundsLike(spellings: readonly string[]): Fragment {
  const texts = spellings.filter((text) => /^[a-z]{4,}$/.test(text));
  if (texts.length === 0) return sql`false`;
  const sounds = sql`array(select loose_name(spelling) from unnest(${texts}::text[]) as spelling)`;
  return sql`(loose_text = any(${sounds})
    or (other_search <> '' and exists (
      select from unnest(string_to_array(other_search, '|')) as other where loose_name(other) = any(${sounds})
    )))`;
}

/** A name half typed sounds like very many: provinces and districts only. */
function beginsAlike(text: string): Fragment {
  return /^[a-z]{5,}$/.test(text) ? sql`(level <= 2 and loose_text like loose_name(${text}::text) || '%')` : sql`false`;
}

function pcodeBegins(pcode: string): Fragment {
  return pcode === '' ? sql`false` : sql`place.pcode like ${pcode}::text || '%'`;
}
