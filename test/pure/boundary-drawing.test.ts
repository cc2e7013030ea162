import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { dissolveExactly, findHoles } from '../../server/boundaries/dissolve.ts';
import { toPieces, toPlaceOrder } from '../../server/boundaries/pieces.ts';
import { finenesses, PieceVanished, publishTopologies } from '../../server/boundaries/publish.ts';
import { square } from '../support/shapes.ts';

const ORDER = toPlaceOrder(['010201', '010101', '01', '0102', '0101', '010102', '01010101', '02', '0201']);
const POLYGONS = new Map<string, MultiPolygon>([
  ['010101', square(104, 12)],
  ['010102', square(104.1, 12)],
  ['010201', square(104.2, 12)],
  ['01', square(104, 12, 0.3)],
  ['02', square(105, 12)],
]);
const DIVIDED = { name: 'Delta', reason: 'no-current-commune', geometry: square(104, 12.1), within: '0101' } as const;
const LAKE = { name: 'Lake', reason: 'lake', geometry: square(104.1, 12.1), within: null } as const;

describe('an edition cut to pieces', () => {
  it('orders the places of each level by their codes, without villages', () => {
    expect(ORDER).toEqual({ province: ['01', '02'], district: ['0101', '0102', '0201'], commune: ['010101', '010102', '010201'] });
  });

  it('takes the finest polygons, a coarser one only where nothing finer lies under it', () => {
    const pieces = toPieces(ORDER, POLYGONS, [DIVIDED, LAKE]);
    expect(pieces.map(({ commune, district, province, area }) => [commune, district, province, area?.reason])).toEqual([
      [0, 0, 0, undefined],
      [1, 0, 0, undefined],
      [2, 1, 0, undefined],
      [null, null, 1, undefined],
      [null, 0, 0, 'no-current-commune'],
      [null, null, null, 'lake'],
    ]);
  });
});

describe('drawing the pieces', () => {
  const pieces = toPieces(ORDER, POLYGONS, [DIVIDED, LAKE]);
  const decoded = (topology: Topology, level: string) => feature(topology, topology.objects[level] as GeometryCollection).features;

  it('names a shape by its place’s index, and land or water without a place by what it is', async () => {
    const { commune, district, province } = await publishTopologies(pieces, { keep: 1, gridLines: 100_000 });
    expect(decoded(commune, 'commune').map(({ id, properties }) => id ?? properties)).toEqual([
      0,
      1,
      2,
      { area: 'no-current-commune', name: 'Delta' },
      { area: 'lake', name: 'Lake' },
    ]);
    expect(decoded(district, 'district').map(({ id }) => id)).toEqual([0, 1]);
    expect(decoded(province, 'province').map(({ id }) => id)).toEqual([0, 1]);
  });

  it('shares arcs: the border between two communes is stored once', async () => {
    const { commune } = await publishTopologies(toPieces(ORDER, new Map([...POLYGONS].slice(0, 2)), []), { keep: 1, gridLines: 100_000 });
    expect(commune.arcs).toHaveLength(3);
  });

  it('tells when a piece vanishes on too coarse a grid', async () => {
    const speck = new Map([...POLYGONS, ['010102', square(104.1, 12, 1e-7)] as const]);
    await expect(publishTopologies(toPieces(ORDER, speck, []), { keep: 1, gridLines: 1_000 })).rejects.toThrow(PieceVanished);
  });

  it('keeps every vertex in full detail, and tries ever finer grids', () => {
    expect(finenesses('full', pieces).every(({ keep }) => keep === 1)).toBe(true);
    for (const detail of ['full', 'overview'] as const) {
      const lines = finenesses(detail, pieces).map(({ gridLines }) => gridLines);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }
  });

  it('dissolves districts and provinces from their pieces, to the last digit', async () => {
    const { district, province } = await dissolveExactly(pieces);
    const corners = (polygon: MultiPolygon | undefined) => [...new Set(polygon?.coordinates.flat(2).map(String))].sort();
    expect([...district.keys()]).toEqual([0, 1]);
    expect(corners(district.get(1))).toEqual(['104.2,12', '104.2,12.1', '104.3,12', '104.3,12.1'].sort());
    expect(corners(province.get(1))).toEqual([...new Set(square(105, 12).coordinates.flat(2).map(String))].sort());
  });

  it('finds the holes in the land, the greatest first, and none where the lake is a piece', async () => {
    const frame = (lng: number, side: number): MultiPolygon => ({
      type: 'MultiPolygon',
      coordinates: [[...(square(lng, 12, 0.3).coordinates[0] ?? []), ...(square(lng + 0.1, 12.1, side).coordinates[0] ?? [])]],
    });
    const holed = new Map([
      ['010101', frame(104, 0.05)],
      ['010102', frame(104.5, 0.1)],
    ]);
    const holes = await findHoles(toPieces(ORDER, holed, []));
    expect(holes.map((hole) => Math.round(hole.areaSquareKm))).toEqual([121, 30]);
    expect(holes[0]).toMatchObject({ lng: expect.closeTo(104.65, 6), lat: expect.closeTo(12.15, 6) });
    const filled = toPieces(ORDER, holed, [{ ...LAKE, geometry: square(104.6, 12.1) }]);
    expect((await findHoles(filled)).map((hole) => Math.round(hole.areaSquareKm))).toEqual([30]);
    expect(await findHoles([])).toEqual([]);
  });
});
