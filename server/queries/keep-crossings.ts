import type { BorderCountry, CrossingStatus } from '../contracts/crossing.ts';
import { type Database, sql } from '../db/database.ts';

type CrossingRow = {
  id: string;
  nameEn: string;
  nameKm: string;
  oppositeName: string;
  oppositeProvince: string;
  country: BorderCountry;
  province: string;
  category: 'international' | 'local';
  lng: number;
  lat: number;
  accuracy: string;
};
type CrossingStatusRow = { crossing: string; fromOn: string; toOn: string | null; status: CrossingStatus; source: string };
export type CrossingFacts = { crossings: readonly CrossingRow[]; statuses: readonly CrossingStatusRow[]; source: string };

/** Writes the crossings and their stated statuses; what was known of the same crossings before is replaced. */
export async function keepCrossings(database: Database, { crossings, statuses, source }: CrossingFacts): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(sql`
      insert into crossing (id, name_en, name_km, opposite_name, opposite_province, country, province, category, point, accuracy, source)
      select id, name_en, name_km, opposite_name, opposite_province, country, province, category,
        st_setsrid(st_makepoint(lng, lat), 4326), accuracy, ${source}::text
      from unnest(
        ${crossings.map((row) => row.id)}::text[], ${crossings.map((row) => row.nameEn)}::text[],
        ${crossings.map((row) => row.nameKm)}::text[], ${crossings.map((row) => row.oppositeName)}::text[],
        ${crossings.map((row) => row.oppositeProvince)}::text[], ${crossings.map((row) => row.country)}::text[],
        ${crossings.map((row) => row.province)}::text[], ${crossings.map((row) => row.category)}::text[],
        ${crossings.map((row) => row.lng)}::float8[], ${crossings.map((row) => row.lat)}::float8[],
        ${crossings.map((row) => row.accuracy)}::text[]
      ) as given(id, name_en, name_km, opposite_name, opposite_province, country, province, category, lng, lat, accuracy)
      on conflict (id) do update set
        name_en = excluded.name_en, name_km = excluded.name_km, opposite_name = excluded.opposite_name,
        opposite_province = excluded.opposite_province, country = excluded.country, province = excluded.province,
        category = excluded.category, point = excluded.point, accuracy = excluded.accuracy, source = excluded.source`);
    await tx.query(sql`delete from crossing_status where upload is null and crossing = any(${crossings.map((row) => row.id)}::text[])`);
    await tx.query(sql`
      insert into crossing_status (crossing, from_on, to_on, status, source)
      select crossing, from_on::date, nullif(to_on, '')::date, status, source
      from unnest(
        ${statuses.map((row) => row.crossing)}::text[], ${statuses.map((row) => row.fromOn)}::text[],
        ${statuses.map((row) => row.toOn ?? '')}::text[], ${statuses.map((row) => row.status)}::text[],
        ${statuses.map((row) => row.source)}::text[]
      ) as given(crossing, from_on, to_on, status, source)`);
  });
}
