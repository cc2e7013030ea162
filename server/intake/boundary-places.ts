import type { NamedPlace } from '../boundaries/layout.ts';
import type { PlacesReport } from '../contracts/import.ts';
import { type Pcode, parentOf } from '../contracts/pcode.ts';
import type { AreaWithoutPlace } from '../queries/replace-areas.ts';
import type { EditionPlace } from '../queries/upsert-places.ts';
import { type BoundaryUnit, unnamedPlace } from './boundary-units.ts';

export type BoundaryReading = {
  places: EditionPlace[];
  areas: AreaWithoutPlace[];
  /** Provinces and districts that stand in the codes only. */
  added: Pcode[];
} & Pick<PlacesReport, 'read' | 'taken' | 'rejected' | 'madeValid' | 'duplicates' | 'notes'>;

type Collected = BoundaryReading & { found: Map<Pcode, EditionPlace>; parents: Map<Pcode, NamedPlace> };

/** Turns units to places and areas without a place: every unit becomes one of these or a named reject. */
export function readBoundaryPlaces(units: readonly BoundaryUnit[]): BoundaryReading {
  const empty = { places: [], areas: [], added: [], read: units.length, taken: 0, rejected: [], madeValid: [], duplicates: [], notes: [] };
  const collected: Collected = { ...empty, found: new Map(), parents: new Map() };
  for (const unit of units) take(unit, collected);
  const { found, parents, ...reading } = collected;
  for (const pcode of [...found.keys()]) {
    for (let above = parentOf(pcode); above !== undefined; above = parentOf(above)) {
      if (found.has(above)) continue;
      reading.added.push(above);
      found.set(above, { ...(parents.get(above) ?? unnamedPlace(above)), geometry: null });
    }
  }
  reading.places.push(...found.values());
  return reading;
}

function take(unit: BoundaryUnit, collected: Collected): void {
  const { code, name } = describe(unit.reading);
  const reason = rejection(unit, collected);
  if (reason !== undefined) collected.rejected.push({ where: unit.where, code, name, reason });
  else collected.taken += 1;
}

/** Takes the unit; answers why when it could not be taken. */
function rejection({ where, reading, shape }: BoundaryUnit, collected: Collected): string | undefined {
  if (reading.kind === 'reject') return reading.reason;
  if (shape === null) return 'its geometry is no polygon';
  if (shape.geometry === null) return 'nothing with an area is left of its polygon';
  if (!shape.isInCambodia) return 'its polygon does not lie in Cambodia (is its coordinate system declared?)';
  const { geometry } = shape;
  const { code, name } = describe(reading);
  if (reading.kind === 'place' && collected.found.has(reading.place.pcode)) {
    collected.duplicates.push({ code: reading.place.pcode, name: reading.place.nameEn });
    return 'the code stands twice; the first polygon was taken';
  }
  if (reading.kind === 'no-code' && collected.areas.some((area) => area.sourceCode === reading.code)) {
    collected.duplicates.push({ code: reading.code, name: reading.name });
    return 'the shape stands twice; the first polygon was taken as land without a commune';
  }
  if (!shape.wasValid) collected.madeValid.push({ code: code ?? where, name: name ?? '' });
  if (reading.kind === 'no-code') {
    collected.areas.push({ sourceCode: reading.code, name: reading.name, reason: 'no-code', geometry });
    return reading.reason;
  }
  if (reading.kind === 'lake') {
    collected.areas.push({ sourceCode: `lake-${collected.areas.length + 1}`, name: reading.name, reason: 'lake', geometry });
    collected.notes.push(`${where}: ${reading.name} is water, drawn as a lake and counted as no place.`);
    return undefined;
  }
  if (reading.note !== undefined) collected.notes.push(`${reading.place.pcode}: ${reading.note}.`);
  collected.found.set(reading.place.pcode, { ...reading.place, geometry });
  for (const parent of reading.parents) if (!collected.parents.has(parent.pcode)) collected.parents.set(parent.pcode, parent);
  return undefined;
}

function describe(reading: BoundaryUnit['reading']): { code: string | null; name: string | null } {
  if (reading.kind === 'place') return { code: reading.place.pcode, name: reading.place.nameEn };
  if (reading.kind === 'lake') return { code: null, name: reading.name };
  return { code: reading.code, name: reading.name };
}
