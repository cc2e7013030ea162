import type { Edition } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

type Facts = Omit<Edition, 'isDefault' | 'places' | 'geometry' | 'bbox'> & {
  bbox: [number, number, number, number] | null;
};
type FileRow = {
  edition: string;
  kind: 'places' | 'province' | 'district' | 'commune';
  detail: 'overview' | 'full';
  hash: string;
  bytes: number;
  brotliBytes: number;
};

/**
 * All editions with their published files. First the one a visitor sees: real before demonstration, one with a
 * gazetteer's places before bare polygons, the newest.
 */
export async function queryEditions(database: Queryable): Promise<Edition[]> {
  const facts = await queryFacts(database);
  const files = await queryFiles(database);
  return facts.map((edition, index) => ({
    ...edition,
    isDefault: index === 0,
    ...publishedOf(files.filter((file) => file.edition === edition.id)),
  }));
}

function queryFacts(database: Queryable): Promise<Facts[]> {
  return database.query<Facts>(sql`
    select
      edition.id, name_en as "nameEn", name_km as "nameKm", kind, is_demonstration as "isDemonstration", source, licence,
      valid_from::text as "validFrom",
      (
        select case when st_extent(shape) is null then null else array[
          st_xmin(st_extent(shape))::float8, st_ymin(st_extent(shape))::float8,
          st_xmax(st_extent(shape))::float8, st_ymax(st_extent(shape))::float8
        ] end
        from (
          select geom as shape from place where place.edition = edition.id and level <= 3 and geom is not null
          union all
          select point from place where place.edition = edition.id and level <= 3 and point is not null
        ) as shapes
      ) as bbox,
      (
        select jsonb_build_object(
          'province', count(*) filter (where level = 1),
          'district', count(*) filter (where level = 2),
          'commune', count(*) filter (where level = 3),
          'village', count(*) filter (where level = 4),
          'communesWithoutPolygon', count(*) filter (where level = 3 and geom is null),
          'areasWithoutPlace', (select count(*) from area_without_place where area_without_place.edition = edition.id)
        )
        from place
        where place.edition = edition.id
      ) as counts
    from edition
    order by is_demonstration, kind = 'boundaries', valid_from desc, edition.id desc`);
}

function queryFiles(database: Queryable): Promise<FileRow[]> {
  return database.query<FileRow>(sql`
    select edition, kind, detail, hash, bytes, octet_length(brotli)::int as "brotliBytes"
    from published_file
    order by edition, kind, detail`);
}

function publishedOf(files: readonly FileRow[]): Pick<Edition, 'places' | 'geometry'> {
  const fileOf = (kind: FileRow['kind'], detail: FileRow['detail']) => {
    const file = files.find((candidate) => candidate.kind === kind && candidate.detail === detail);
    if (file === undefined) return null;
    const { hash, bytes, brotliBytes } = file;
    return { url: `/api/geometry/${file.edition}/${kind}-${detail}-${hash}.json`, hash, bytes, brotliBytes };
  };
  const levelOf = (kind: 'province' | 'district' | 'commune') => {
    const [overview, full] = [fileOf(kind, 'overview'), fileOf(kind, 'full')];
    return overview === null || full === null ? null : { overview, full };
  };
  const [province, district, commune] = [levelOf('province'), levelOf('district'), levelOf('commune')];
  const isComplete = province !== null && district !== null && commune !== null;
  return { places: fileOf('places', 'full'), geometry: isComplete ? { province, district, commune } : null };
}
