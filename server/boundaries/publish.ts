import type { Feature, FeatureCollection, GeoJsonProperties, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { GeometryDetail } from '../contracts/edition.ts';
import type { AdminLevel } from '../contracts/pcode.ts';
import type { Piece } from './pieces.ts';
import { runOnShapes } from './shape-commands.ts';

/** Share of the vertices kept (1 keeps all), and grid lines across the map that coordinates snap to. */
export type Fineness = { keep: number; gridLines: number };

/**
 * Vertices an overview of the whole country keeps: 4 % of the 69,764 of the 2014 communes, which makes 58 kB
 * of brotli with every polygon valid.
 */
const OVERVIEW_VERTICES = 2_800;

/** Finenesses to try in turn, until every polygon stays valid. A grid of 100,000 lines is one of 6 m over Cambodia. */
export function finenesses(detail: GeometryDetail, pieces: readonly Piece[]): Fineness[] {
  if (detail === 'full') return [100_000, 400_000, 2_000_000].map((gridLines) => ({ keep: 1, gridLines }));
  const keep = Math.min(1, OVERVIEW_VERTICES / countVertices(pieces));
  return [
    { keep, gridLines: 20_000 },
    { keep: Math.min(1, keep * 1.25), gridLines: 40_000 },
    { keep: Math.min(1, keep * 2), gridLines: 100_000 },
    { keep: 1, gridLines: 2_000_000 },
  ];
}

/** One TopoJSON file a level: the object is named as the level, a geometry's id is its index in place order. */
export type LevelTopologies = Record<AdminLevel, Topology>;

/**
 * Draws the pieces as shared arcs, simplified on the topology and snapped to a grid; districts and provinces are
 * dissolved from the snapped arcs, so that all three levels agree to the last digit.
 * Throws when a piece vanishes at this fineness.
 */
export async function publishTopologies(pieces: readonly Piece[], { keep, gridLines }: Fineness): Promise<LevelTopologies> {
  const shapes = pieces.map((piece, index) => ({ geometry: piece.geometry, properties: { piece: index } }));
  const written = await runOnShapes<Topology>(shapes, {
    ...(keep < 1 ? { commands: `-simplify ${(keep * 100).toFixed(4)}% keep-shapes` } : {}),
    output: `format=topojson quantization=${gridLines} id-field=piece drop-table`,
  });
  const { pieces: drawn, ...topology } = toCollection(written);
  const snapped: Topology = { ...topology, objects: { pieces: drawn } };
  const grid = gridPieces(snapped, drawn, pieces);
  return {
    commune: communeTopology(snapped, drawn, pieces),
    district: await dissolvedTopology('district', grid, snapped.transform),
    province: await dissolvedTopology('province', grid, snapped.transform),
  };
}

type GridPiece = { geometry: Polygon | MultiPolygon; piece: Piece };

/** The snapped pieces in whole grid steps, so that dissolving them stays exact. */
function gridPieces(topology: Topology, drawn: GeometryCollection<GeoJsonProperties>, pieces: readonly Piece[]): GridPiece[] {
  const { transform: _, ...untransformed } = topology;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x, y];
    });
  });
  const { features } = feature({ ...untransformed, arcs } as Topology, drawn) as FeatureCollection;
  return features.map((drawnPiece, index) => {
    const piece = pieces[index];
    const { geometry } = drawnPiece as Feature<Polygon | MultiPolygon | null>;
    if (piece === undefined || drawnPiece.id !== index || geometry === null || geometry.coordinates.length === 0) {
      throw new PieceVanished(`piece ${index} vanished on a grid this coarse`);
    }
    return { geometry, piece };
  });
}

/** A polygon too small for the grid: a finer one is needed. */
export class PieceVanished extends Error {}

function communeTopology(topology: Topology, drawn: GeometryCollection<GeoJsonProperties>, pieces: readonly Piece[]): Topology {
  const geometries = drawn.geometries.flatMap((geometry, index): GeometryObject[] => {
    const { id: _, ...shape } = geometry;
    const piece = pieces[index];
    if (piece === undefined) return [];
    if (piece.commune !== null) return [{ ...shape, id: piece.commune } as GeometryObject];
    if (piece.area === null) return [];
    return [{ ...shape, properties: { area: piece.area.reason, name: piece.area.name } } as GeometryObject];
  });
  return { ...topology, objects: { commune: { type: 'GeometryCollection', geometries } } };
}

async function dissolvedTopology(level: 'district' | 'province', grid: readonly GridPiece[], transform: Topology['transform']) {
  const parts = grid.filter(({ piece }) => piece[level] !== null);
  const empty: Topology = { type: 'Topology', arcs: [], objects: { [level]: { type: 'GeometryCollection', geometries: [] } } };
  if (parts.length === 0) return empty;
  const shapes = parts.map(({ geometry, piece }) => ({ geometry, properties: { place: piece[level] } }));
  const written = await runOnShapes<Topology>(shapes, {
    commands: '-dissolve place -sort place',
    output: 'format=topojson no-quantization id-field=place drop-table',
  });
  const { arcs, pieces: dissolved } = toCollection(written);
  const deltas = arcs.map((arc) => {
    let [lastX, lastY] = [0, 0];
    return arc.map(([x = 0, y = 0]) => {
      const step = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      return step;
    });
  });
  return { type: 'Topology', arcs: deltas, ...(transform ? { transform } : {}), objects: { [level]: dissolved } } satisfies Topology;
}

function toCollection({ objects, ...topology }: Topology): Omit<Topology, 'objects'> & { pieces: GeometryCollection<GeoJsonProperties> } {
  const pieces = Object.values(objects)[0];
  if (pieces?.type !== 'GeometryCollection') throw new Error('the topology holds no collection of shapes');
  return { ...topology, pieces };
}

function countVertices(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { geometry }) => sum + geometry.coordinates.flat().reduce((ring, points) => ring + points.length, 0), 0);
}
