import type { GazetteerLayout, NamedPlace } from '../boundaries/layout.ts';
import type { PlacesReport } from '../contracts/import.ts';
import { levelOf, type Pcode, parentOf } from '../contracts/pcode.ts';
import type { EditionPlace } from '../queries/upsert-places.ts';
import type { TableRow } from './read-table.ts';

export type GazetteerReading = { places: EditionPlace[] } & Pick<PlacesReport, 'read' | 'rejected' | 'duplicates' | 'notes'>;

type Found = Map<Pcode, { place: EditionPlace; where: string }>;
/** Places that rows state only as what they lie in. */
type Stated = Map<Pcode, NamedPlace>;

/**
 * Turns rows of a gazetteer to places: every row is a place or a named reject. A place needs the one it lies in, as a row of
 * its own or stated beside it.
 */
export function readGazetteer(rows: readonly TableRow[], layout: GazetteerLayout): GazetteerReading {
  const reading: GazetteerReading = { places: [], read: rows.length, rejected: [], duplicates: [], notes: [] };
  const found: Found = new Map();
  const stated: Stated = new Map();
  for (const row of rows) take(row, { layout, found, stated }, reading);
  const implied = [...stated.values()].filter(({ pcode }) => !found.has(pcode));
  const all = [...found.values(), ...implied.map((place) => ({ place: { ...place, geometry: null }, where: undefined }))];
  const taken = new Set<Pcode>();
  for (const { place, where } of all.sort((a, b) => a.place.pcode.length - b.place.pcode.length)) {
    const { pcode } = place;
    const parent = parentOf(pcode);
    if (parent === undefined || taken.has(parent)) {
      taken.add(pcode);
      reading.places.push(place);
    } else if (where !== undefined) {
      const reason = `the ${levelOf(parent)} ${parent} it lies in is not in the files`;
      reading.rejected.push({ where, code: pcode, name: place.nameEn, reason });
    }
  }
  return reading;
}

type Taking = { layout: GazetteerLayout; found: Found; stated: Stated };

function take({ where, fields }: TableRow, { layout, found, stated }: Taking, { rejected, duplicates, notes }: GazetteerReading): void {
  const unit = layout.read(fields);
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
  if (unit.note !== undefined) notes.push(`${pcode}: ${unit.note}.`);
  for (const parent of unit.parents) if (!stated.has(parent.pcode)) stated.set(parent.pcode, parent);
  found.set(pcode, { place: { pcode, nameEn, nameKm, type, geometry: null }, where });
}
