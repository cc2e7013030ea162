import { ncddGazetteer } from '../boundaries/ncdd-gazetteer.ts';
import type { PlacesReport } from '../contracts/import.ts';
import { levelOf, type Pcode, parentOf } from '../contracts/pcode.ts';
import type { EditionPlace } from '../queries/upsert-places.ts';
import type { TableRow } from './read-table.ts';

export type GazetteerReading = { places: EditionPlace[] } & Pick<PlacesReport, 'read' | 'rejected' | 'duplicates' | 'notes'>;

type Found = Map<Pcode, { place: EditionPlace; where: string }>;

/** Turns rows of a gazetteer to places: every row is a place or a named reject. A place needs the one it lies in. */
export function readGazetteer(rows: readonly TableRow[]): GazetteerReading {
  const reading: GazetteerReading = { places: [], read: rows.length, rejected: [], duplicates: [], notes: [] };
  const found: Found = new Map();
  for (const row of rows) take(row, found, reading);
  const taken = new Set<Pcode>();
  for (const [pcode, { place, where }] of [...found].sort(([a], [b]) => a.length - b.length)) {
    const parent = parentOf(pcode);
    if (parent === undefined || taken.has(parent)) {
      taken.add(pcode);
      reading.places.push(place);
    } else {
      const reason = `the ${levelOf(parent)} ${parent} it lies in is not in the files`;
      reading.rejected.push({ where, code: pcode, name: place.nameEn, reason });
    }
  }
  return reading;
}

function take({ where, fields }: TableRow, found: Found, { rejected, duplicates, notes }: GazetteerReading): void {
  const unit = ncddGazetteer.read(fields);
  if (unit.kind === 'reject') rejected.push({ where, code: unit.code, name: unit.name, reason: unit.reason });
  if (unit.kind !== 'place') return;
  const { pcode, nameKm, type } = unit.place;
  const nameEn = unit.place.nameEn === '' ? nameKm : unit.place.nameEn;
  const first = found.get(pcode);
  if (first !== undefined) {
    duplicates.push({ code: pcode, name: nameEn });
    rejected.push({ where, code: pcode, name: nameEn, reason: `the code stands twice, first in ${first.where}` });
    return;
  }
  if (unit.place.nameEn === '') notes.push(`${pcode} has no Latin name; its Khmer name ${nameKm} stands for it.`);
  if (nameKm === '') notes.push(`${pcode} ${nameEn} has no Khmer name.`);
  found.set(pcode, { place: { pcode, nameEn, nameKm, type, geometry: null }, where });
}
