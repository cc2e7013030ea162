import type { MultiPolygon } from 'geojson';
import { CROSSINGS } from '../../data/facts/crossings.ts';
import { DISTRICTS } from '../../data/facts/districts.ts';
import { PROVINCES } from '../../data/facts/provinces.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { NewEdition } from '../intake/store-edition.ts';
import { communesByDistrict } from './communes.ts';
import { drawGeometry, type Geometry } from './geometry.ts';
import { loadOutline } from './outline.ts';
import { toPlane } from './plane.ts';
import { randomOf } from './random.ts';

export const DEMONSTRATION = 'demonstration';

/** Communes whose polygon is held back on purpose, so that the state "no polygon" is there to be seen. */
const WITHOUT_POLYGON = 14;

/** Draws the land of the demonstration from facts: the real provinces and districts, invented communes. */
export async function drawDemonstration(): Promise<Geometry> {
  const anchors = CROSSINGS.map(({ lng, lat, province }) => ({ point: toPlane(lng, lat), province }));
  const outline = await loadOutline(anchors.map(({ point }) => point));
  return drawGeometry({ outline, anchors, districts: DISTRICTS, communes: communesByDistrict(PROVINCES, DISTRICTS) });
}

/** The edition of the demonstration as it is stored: places with their parents, and the areas that are none. */
export function toEdition({ communes, lake }: Geometry): NewEdition {
  const heldBack = communesWithoutPolygon([...communes.keys()]);
  const drawn = (pcode: Pcode, geometry: MultiPolygon) => (heldBack.has(pcode) ? null : geometry);
  return {
    id: DEMONSTRATION,
    nameEn: 'Demonstration',
    nameKm: 'ការបង្ហាញសាកល្បង',
    isDemonstration: true,
    kind: 'complete',
    source:
      'Invented communes and numbers; outline and lake from Natural Earth; provinces and districts from the gazetteer of September 2025',
    licence: 'Natural Earth: public domain; invented parts: Apache-2.0',
    validFrom: '2021-01-01',
    places: [
      ...PROVINCES.map(({ code, nameEn, nameKm }) => ({ pcode: code, nameEn, nameKm, geometry: null })),
      ...DISTRICTS.map(({ code, nameEn, nameKm }) => ({ pcode: code, nameEn, nameKm, geometry: null })),
      ...Array.from(communes, ([pcode, geometry]) => ({
        pcode,
        nameEn: `Demo commune ${pcode}`,
        nameKm: `ឃុំសាកល្បង ${pcode}`,
        type: 'commune' as const,
        geometry: drawn(pcode, geometry),
      })),
    ],
    areasWithoutPlace: [
      { sourceCode: 'tonle-sap', name: 'Tonle Sap', reason: 'lake', geometry: lake },
      ...Array.from(communes)
        .filter(([pcode]) => heldBack.has(pcode))
        .map(([pcode, geometry]) => ({
          sourceCode: pcode,
          name: `Demo land ${pcode}`,
          reason: 'no-current-commune' as const,
          geometry,
        })),
    ],
  };
}

/** Which communes have no polygon; their representative point is then approximate. */
function communesWithoutPolygon(pcodes: readonly Pcode[]): Set<Pcode> {
  return new Set(randomOf('without polygon').shuffle(pcodes.toSorted()).slice(0, WITHOUT_POLYGON));
}
