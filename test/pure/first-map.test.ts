import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { choosePeriod, packPlaces, unpackPlaces } from '../../server/contracts/first-page.ts';
import { toNumbers } from '../../server/contracts/packed-numbers.ts';
import { packTopology, unpackTopology } from '../../server/contracts/packed-topology.ts';
import { cameraOfBounds, fromWorld, toWorld, WORLD_PIXELS } from '../../web/cartography/mercator.ts';
import { rowsOfPlaces } from '../../web/cartography/rows.ts';
import { BORDER_LINES, toBorderPieces, toBorders, toLakes } from '../../web/cartography/topology.ts';
import { degreesAt, panned, zoomed } from '../../web/light/moving.ts';

const COUNTRY = [102.3, 10.35, 107.65, 14.72] as const;
const SIZE = { width: 726, height: 716 };
const FREE = { top: 28, bottom: 64, left: 24, right: 24 };

/** Two communes of two provinces side by side, with the border between them as the third arc. */
const TWO_COMMUNES: Topology = {
  type: 'Topology',
  transform: { scale: [0.01, 0.01], translate: [103, 12] },
  arcs: [
    [
      [10, 0],
      [-10, 0],
      [0, 10],
      [10, 0],
    ],
    [
      [10, 10],
      [10, 0],
      [0, -10],
      [-10, 0],
    ],
    [
      [10, 0],
      [0, 10],
    ],
  ],
  objects: {
    commune: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 0, arcs: [[0, ~2]] },
        { type: 'Polygon', id: 1, arcs: [[1, 2]] },
      ],
    },
  },
};

describe('the page of a first visit', () => {
  it('carries a topology that is the same to the last digit', () => {
    const number = fc.integer({ min: -40_000, max: 40_000 });
    const arcs = fc.array(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    const use = fc.integer({ min: -9, max: 8 });
    const line = fc.array(use, { minLength: 1, maxLength: 4 });
    const shape = fc.oneof(
      fc.record({ type: fc.constant('LineString'), arcs: line }),
      fc.record({ type: fc.constant('Polygon'), arcs: fc.array(line, { maxLength: 3 }), id: fc.nat(2000) }),
      fc.record({ type: fc.constant('MultiPolygon'), arcs: fc.array(fc.array(line), { maxLength: 3 }), id: fc.constantFrom('01', '02') }),
      fc.constant({ type: null, id: 7 }),
      fc.constant({ type: 'Polygon', arcs: [[0]], properties: { area: 'lake' } }),
    );
    const topology = fc.record({
      type: fc.constant('Topology'),
      arcs,
      objects: fc.record({ commune: fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.array(shape) }) }),
    });
    fc.assert(
      fc.property(topology, (generated) => {
        const given = generated as unknown as Topology;
        expect(unpackTopology(JSON.parse(JSON.stringify(packTopology(given))))).toEqual(given);
      }),
    );
    expect(unpackTopology(packTopology(TWO_COMMUNES))).toEqual(TWO_COMMUNES);
  });

  it('carries a shape whose arcs are new as so many zeros, and an arc met again by how long ago it was new', () => {
    const { uses, shapes } = packTopology(TWO_COMMUNES);
    // Arc 0 is new; arc 2, backwards, before its turn; then arc 1, one before the newest; then arc 2 again.
    expect(toNumbers(uses)).toEqual([0, 1, 5, 4, 2]);
    expect(shapes['commune']?.geometries?.map(({ arcs }) => arcs)).toEqual([[2], [2]]);
  });

  it('carries of a rate only the points of communes without a polygon, of a count all that have one', () => {
    const level = { pcodes: ['010201', '010202', '020101'], lngs: [103, 103.1, 104], lats: [13, 13.1, 12], shapes: 'pax' };
    const rate = packPlaces(level, 'rate');
    expect(rate).toEqual({ codeSteps: [10201, 1, 9899], shapes: 'pax', lngs: [103.1], lats: [13.1] });
    expect(unpackPlaces(rate, 'commune', 'rate')).toEqual({ ...level, lngs: [0, 103.1, 0], lats: [0, 13.1, 0] });
    expect(unpackPlaces(packPlaces(level, 'count'), 'commune', 'count')).toEqual({ ...level, lngs: [103, 103.1, 0], lats: [13, 13.1, 0] });
  });

  it('takes the newest year with figures where the one wished has none', () => {
    const indicator = { periods: ['2021', '2024'] } as Parameters<typeof choosePeriod>[1];
    expect(choosePeriod('2021', indicator, '2026-11-25')).toBe('2021');
    expect(choosePeriod('2023', indicator, '2026-11-25')).toBe('2024');
    expect(choosePeriod(undefined, undefined, '2026-11-25')).toBe('2026');
  });
});

describe('the light map', () => {
  it('shows the whole country between what floats over the map', () => {
    const camera = cameraOfBounds(COUNTRY, SIZE, FREE, 10.5);
    const corner = (lng: number, lat: number) => {
      const world = WORLD_PIXELS * 2 ** camera.zoom;
      const [[x, y], [middleX, middleY]] = [toWorld(lng, lat), toWorld(camera.lng, camera.lat)];
      return [SIZE.width / 2 + (x - middleX) * world, SIZE.height / 2 + (y - middleY) * world] as const;
    };
    const [left, bottom] = corner(COUNTRY[0], COUNTRY[1]);
    const [right, top] = corner(COUNTRY[2], COUNTRY[3]);
    expect(left).toBeCloseTo(FREE.left, 6);
    expect(right).toBeCloseTo(SIZE.width - FREE.right, 6);
    expect((top - FREE.top + (SIZE.height - FREE.bottom - bottom)) / 2).toBeGreaterThan(0);
    expect(top - FREE.top).toBeCloseTo(SIZE.height - FREE.bottom - bottom, 6);
  });

  it('keeps what is under the hand there when it comes nearer', () => {
    const camera = { lng: 104.9, lat: 12.5, zoom: 7 };
    const point = { x: 100, y: 600 };
    const nearer = zoomed(camera, SIZE, { point, steps: 1.5 });
    expect(nearer.zoom).toBe(8.5);
    for (const [index, degree] of degreesAt(point, nearer, SIZE).entries())
      expect(degree).toBeCloseTo(degreesAt(point, camera, SIZE)[index] ?? 0, 9);
  });

  it('goes no farther than the map around Cambodia, and no nearer than it has detail', () => {
    const camera = { lng: 104.9, lat: 12.5, zoom: 7 };
    expect(panned(camera, SIZE, { x: 1e6, y: -1e6 })).toEqual({ lng: 116, lat: 20, zoom: 7 });
    expect(zoomed(camera, SIZE, { point: { x: 0, y: 0 }, steps: 20 }).zoom).toBe(13.5);
  });

  it('takes degrees to the map and back', () => {
    const [lng, lat] = fromWorld(...toWorld(104.9, 12.5));
    expect(lng).toBeCloseTo(104.9, 10);
    expect(lat).toBeCloseTo(12.5, 10);
  });

  it('draws each border once, by the coarsest unit it divides', () => {
    const lengths = (borders: ReturnType<typeof toBorders>) =>
      Object.fromEntries(borders.features.map(({ properties, geometry }) => [properties.kind, geometry.coordinates.flat().length]));
    const pcodes = ['010201', '020101'];
    expect(lengths(toBorders(TWO_COMMUNES, 'commune', pcodes))).toMatchObject({ inner: 0, district: 0, province: 2 });
    expect(lengths(toBorderPieces(TWO_COMMUNES, 'commune', pcodes))).toEqual({ inner: 0, district: 0, province: 2, outline: 8 });
    expect(lengths(toBorderPieces(TWO_COMMUNES, 'commune', ['010201', '010301']))).toMatchObject({ district: 2, province: 0 });
    expect(BORDER_LINES.map(({ kind }) => kind)).toEqual(['inner', 'district', 'province', 'outline']);
  });

  it('takes a large hole in the land for a lake, not an island nor a sliver', () => {
    // A square ring of two shapes around a hole, and an island beside it.
    const around = (size: number): Topology => ({
      type: 'Topology',
      arcs: [
        [
          [-1, -1],
          [-1, 1],
          [1, 1],
          [1, -1],
        ],
        [
          [1, -1],
          [-1, -1],
        ],
        [
          [-size, -size],
          [-size, size],
          [size, size],
          [size, -size],
        ],
        [
          [size, -size],
          [-size, -size],
        ],
        [
          [-1, -1],
          [-size, -size],
        ],
        [
          [1, -1],
          [size, -size],
        ],
        [
          [3, 0],
          [3, 1],
          [4, 1],
          [4, 0],
          [3, 0],
        ],
      ],
      objects: {
        commune: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', id: 0, arcs: [[0, 5, ~2, ~4]] },
            { type: 'MultiPolygon', id: 1, arcs: [[[1, 4, ~3, ~5]], [[6]]] },
          ],
        },
      },
    });
    const sizes = (topology: Topology) => toLakes(topology, 'commune').features.map(({ geometry }) => geometry.coordinates[0]?.length);
    expect(sizes(around(0.5))).toEqual([6]);
    expect(sizes(around(0.01))).toEqual([]);
  });

  it('leaves the land bare while values travel, and says failed where they failed', () => {
    const scale = { rowOf: (value: unknown) => ({ row: value === undefined ? 'failed' : 'zero' }) } as unknown as Parameters<
      typeof rowsOfPlaces
    >[0]['scale'];
    const looked = { scale, count: 2, isWanted: true, isFailed: false };
    expect(rowsOfPlaces({ ...looked, values: undefined })).toEqual([undefined, undefined]);
    expect(rowsOfPlaces({ ...looked, values: undefined, isFailed: true }).map((row) => row?.row)).toEqual(['failed', 'failed']);
    expect(rowsOfPlaces({ ...looked, values: [{ state: 'zero' }, { state: 'zero' }] }).map((row) => row?.row)).toEqual(['zero', 'zero']);
    expect(rowsOfPlaces({ ...looked, values: [{ state: 'zero' }], isWanted: false })).toEqual([undefined, undefined]);
  });
});
