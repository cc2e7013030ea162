import { type Database, type Fragment, sql } from '../../server/db/database.ts';
import type { PublishedShape } from './published-map.ts';

export type Borders = {
  /** Names of shapes that are invalid or have no area. */
  unsound: string[];
  /** Pairs whose interiors share an area. */
  overlapping: string[];
  /** Pairs that share a line of border, each as "a b" with a before b. */
  adjacent: string[];
};

/** How the polygons of one level of an edition lie to each other, as they were imported. */
export function importedBorders(database: Database, edition: string, level: number): Promise<Borders> {
  return bordersOf(
    database,
    sql`select pcode as name, geom from place where edition = ${edition} and level = ${level}::int and geom is not null`,
  );
}

/** How published shapes lie to each other, as PostGIS sees them. */
export function publishedBorders(database: Database, shapes: readonly PublishedShape[]): Promise<Borders> {
  const names = shapes.map((shape, index) => shape.pcode ?? `area-${index}`);
  const texts = shapes.map((shape) => JSON.stringify(shape.geometry));
  return bordersOf(
    database,
    sql`select name, st_geomfromgeojson(shape) as geom from unnest(${names}::text[], ${texts}::text[]) as given (name, shape)`,
  );
}

async function bordersOf(database: Database, shapes: Fragment): Promise<Borders> {
  return database.transaction(async (tx) => {
    await tx.query(sql`create temporary table shown on commit drop as ${shapes}`);
    await tx.query(sql`create index shown_geom on shown using gist (geom)`);
    await tx.query(sql`analyze shown`);
    const unsound = await tx.query<{ name: string }>(sql`
      select name::text as name from shown where not st_isvalid(geom) or not st_area(geom) > 0 order by name`);
    const pairs = await tx.query<{ pair: string; matrix: string }>(sql`
      select (a.name || ' ' || b.name)::text as pair, st_relate(a.geom, b.geom)::text as matrix
      from shown as a
      join shown as b on a.name < b.name and a.geom && b.geom
      order by 1`);
    return {
      unsound: unsound.map(({ name }) => name),
      overlapping: pairs.filter(({ matrix }) => matrix[0] === '2').map(({ pair }) => pair),
      adjacent: pairs.filter(({ matrix }) => matrix[4] === '1').map(({ pair }) => pair),
    };
  });
}
