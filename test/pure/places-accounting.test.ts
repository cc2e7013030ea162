import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mefGazetteer } from '../../server/boundaries/mef-portal.ts';
import { ncddGazetteer } from '../../server/boundaries/ncdd-gazetteer.ts';
import type { PlacesReport } from '../../server/contracts/import.ts';
import { parentOf } from '../../server/contracts/pcode.ts';
import { readBoundaryPlaces } from '../../server/intake/boundary-places.ts';
import type { BoundaryUnit } from '../../server/intake/boundary-units.ts';
import { readGazetteer } from '../../server/intake/gazetteer-places.ts';
import { placesSentences } from '../../server/intake/report-sentences.ts';
import { square } from '../support/shapes.ts';

const PCODES = ['01', '0101', '010101', '010102', '02', '020101'];

const shape = fc.option(
  fc.record({ geometry: fc.constantFrom(square(104, 12), null), wasValid: fc.boolean(), isInCambodia: fc.boolean() }),
  { nil: null },
);
const reading: fc.Arbitrary<BoundaryUnit['reading']> = fc.oneof(
  fc.constantFrom(...PCODES).map((pcode) => ({ kind: 'place' as const, place: { pcode, nameEn: 'A', nameKm: '' }, parents: [] })),
  fc.constantFrom('a', 'b').map((code) => ({ kind: 'no-code' as const, code, name: 'A', reason: 'none' })),
  fc.constant({ kind: 'lake' as const, name: 'Lake' }),
  fc.constant({ kind: 'reject' as const, code: null, name: null, reason: 'bad' }),
);
const units = fc.array(fc.record({ reading, shape, where: fc.constant('here'), shapeId: fc.constant(undefined) }), { maxLength: 30 });

const row = fc.record({
  Type: fc.constantFrom('ខេត្ត', 'ស្រុក', 'ឃុំ', 'ភូមិ', 'កោះ', ''),
  Code: fc.constantFrom(1, 101, 10_101, 1_010_101, 2, 20_101, 'x', ''),
  'Name (Khmer)': fc.constantFrom('ក', '\u200b', ''),
  'Name (Latin)': fc.constantFrom('K', ' ', ''),
});

const optional = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(...values, undefined);
const record = fc.record({
  province_code: optional('01', '2'),
  province_en: optional('North'),
  district_code: optional('0101', '0201', 'x'),
  district_kh: optional('ក'),
  commune_code: optional('010101', '020101'),
  commune_en: optional('Alpha', 'Tonle Sap'),
  village_code: optional('01010101', '01010102', '2010101', 'x'),
  village_en: optional('Ou', 'Tonle Sap'),
});

describe('what goes in comes out', () => {
  it('of boundaries: every unit is taken or rejected, and every code and every area is kept once', () => {
    fc.assert(
      fc.property(units, (given) => {
        const { read, taken, rejected, places, areas, added } = readBoundaryPlaces(given);
        expect([read, taken + rejected.length]).toEqual([given.length, given.length]);
        expect(new Set(places.map(({ pcode }) => pcode)).size).toBe(places.length);
        expect(new Set(areas.map(({ sourceCode }) => sourceCode)).size).toBe(areas.length);
        expect(places.length - added.length + areas.filter(({ reason }) => reason === 'lake').length).toBe(taken);
        const codes = new Set(places.map(({ pcode }) => pcode));
        for (const code of codes) expect(codes.has(parentOf(code) ?? code)).toBe(true);
      }),
    );
  });

  it('of a gazetteer: every row is a place or rejected, and no place lacks the one it lies in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (given) => {
        const { read, places, rejected } = readGazetteer(toRows(given), ncddGazetteer);
        expect([read, places.length + rejected.length]).toEqual([given.length, given.length]);
        const codes = new Set(places.map(({ pcode }) => pcode));
        expect(codes.size).toBe(places.length);
        for (const code of codes) expect(codes.has(parentOf(code) ?? code)).toBe(true);
        for (const place of places) expect(place.nameEn).not.toBe('');
      }),
    );
  });

  it('of a list with a record a village: every record is a place or rejected, and what villages lie in is kept once', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (given) => {
        const { read, places, rejected } = readGazetteer(toRows(given), mefGazetteer);
        const codes = new Set(places.map(({ pcode }) => pcode));
        expect(codes.size).toBe(places.length);
        for (const code of codes) expect(codes.has(parentOf(code) ?? code)).toBe(true);
        expect(places.filter(({ pcode }) => pcode.length === 8).length + rejected.length).toBe(read);
      }),
    );
  });
});

function toRows(given: readonly object[]) {
  return given.map((fields, index) => ({ where: `row ${index}`, fields: { ...fields } }));
}

describe('a report', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ code: String(10_101 + index), name: `Commune ${index}` }));
  const report: PlacesReport = {
    kind: 'boundaries',
    edition: 'cod-ab-2014',
    layout: 'cod-ab',
    read: 1_633,
    taken: 1_632,
    rejected: [{ where: 'f.geojson, feature 7', code: null, name: 'Alpha', reason: 'its geometry is no polygon' }],
    byLevel: { province: 25, commune: 1_607 },
    madeValid: [{ code: '17', name: 'Siemreap' }],
    crs: 'EPSG:32648',
    holes: [{ areaSquareKm: 2_588.125, lng: 104.0687, lat: 12.8909 }],
    duplicates: [],
    matched: 1_549,
    inFileOnly: many,
    inGazetteerOnly: [],
    renamed: [{ code: '010102', from: 'Beta', to: 'Beta Thmei' }],
    resolvedByCrosswalk: [{ code: '010103', name: 'Gamma', to: '010201', method: 'latin-name' }],
    split: [],
    withoutPolygon: [],
    notes: [],
  };
  const sentences = placesSentences(report);

  it('says in plain sentences what was read, taken and rejected, and why', () => {
    expect(sentences.slice(0, 6)).toEqual([
      'boundaries import into cod-ab-2014 (layout cod-ab)',
      'Read 1,633: taken 1,632, rejected 1.',
      'By level: 25 province, 1,607 commune.',
      'Coordinate system: EPSG:32648.',
      'Rejected (1):',
      '  f.geojson, feature 7: Alpha (its geometry is no polygon)',
    ]);
    expect(sentences).toContain('  2588.13 km² at 12.891, 104.069');
    expect(sentences).toContain('  010103 Gamma -> 010201 (latin-name)');
    expect(sentences).toContain('  010102 Beta -> Beta Thmei');
  });

  it('names every unit of a long list, and leaves out lists that are empty', () => {
    for (const { code, name } of many) expect(sentences).toContain(`  ${code} ${name}`);
    expect(sentences.join('\n')).not.toContain('(0)');
  });
});
