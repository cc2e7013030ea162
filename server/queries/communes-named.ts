import type { Pcode } from '../contracts/pcode.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';

/** Names as `toSearchText` makes them; empty where not stated. */
export type NamesAsked = { province: string; district: string; commune: string };
/** Communes of these names: written so, and, where a district is stated, sounding alike in it. */
export type CommunesNamed = { exact: Pcode[]; alike: Pcode[] };

/** For each of the names asked, in their order, the communes of an edition that are called so, or are spelt so by a correction, within what is stated around them. */
export async function queryCommunesNamed(database: Queryable, edition: string, asked: readonly NamesAsked[]): Promise<CommunesNamed[]> {
  const rows = await database.query<{ index: number; pcode: Pcode; isExact: boolean }>(sql`
    with wanted as (
      select * from unnest(
        ${asked.map(({ province }) => province)}::text[],
        ${asked.map(({ district }) => district)}::text[],
        ${asked.map(({ commune }) => commune)}::text[]
      ) with ordinality as names (province, district, commune, index)
    ),
    called as materialized (
      select pcode, level, split_part(search_text, '|', 1) as en, split_part(search_text, '|', 2) as km, loose_text as loose
      from current_place
      where edition = ${edition}::text
        and level <= 3
      union all
      select pcode, level, other, '', loose_name(other)
      from current_place
      cross join unnest(string_to_array(other_search, '|')) as other
      where edition = ${edition}::text
        and level <= 3
        and other_search <> ''
    ),
    matched as (
      select wanted.*, pcode, true as is_exact from wanted join called on en = commune and level = 3 and commune <> ''
      union all
      select wanted.*, pcode, true from wanted join called on km = commune and level = 3 and commune <> ''
      union all
      select wanted.*, pcode, false from wanted
      join called on loose = loose_name(commune) and level = 3 and district <> '' and ${canSound(sql`commune`)}
    )
    select matched.index::int as index, matched.pcode, bool_or(is_exact) as "isExact"
    from matched
    join called as province_of on province_of.pcode = left(matched.pcode, 2)
    join called as district_of on district_of.pcode = left(matched.pcode, 4)
    where ${isCalled(sql`province_of`, sql`matched.province`)}
      and ${isCalled(sql`district_of`, sql`matched.district`)}
    group by matched.index, matched.pcode
    order by matched.index, matched.pcode collate "C"`);
  const byIndex = Map.groupBy(rows, ({ index }) => index);
  return asked.map((_, position) => {
    const found = byIndex.get(position + 1) ?? [];
    const codes = (isExact: boolean) => found.flatMap((row) => (row.isExact === isExact ? [row.pcode] : []));
    return { exact: codes(true), alike: codes(false) };
  });
}

/** A place around is called so, or sounds so, or none is stated. */
function isCalled(alias: Fragment, name: Fragment): Fragment {
  return sql`(${name} in ('', ${alias}.en, ${alias}.km) or (${canSound(name)} and ${alias}.loose = loose_name(${name})))`;
}

/** Only of Latin words with letters enough to tell names apart. */
function canSound(name: Fragment): Fragment {
  return sql`${name} ~ '^[a-z]{4,}$'`;
}
