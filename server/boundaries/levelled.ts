import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { cleanText, withoutProvinceWord } from '../domain/places/clean-text.ts';
import { type Fields, hasField, isWater, type NamedPlace, type Reading, textOf } from './layout.ts';
import { placeTypeOf } from './place-types.ts';

/** Fields of one level in a layout that names a unit and its parents alike: 4 villages, 3 communes, 2 districts, 1 provinces. */
export type LevelFields = {
  number: 1 | 2 | 3 | 4;
  code: string;
  /** Field of the name in Latin letters, for messages. */
  name: string;
  nameEn(fields: Fields): string | undefined;
  nameKm(fields: Fields): string | undefined;
  /** Field of the unit's own type in Khmer, where the layout has one. */
  type?: string;
};

/** Fields of all mapped levels, finest first, from how a layout calls those of one. */
export function levelsOf(fieldsOf: (number: 1 | 2 | 3) => Omit<LevelFields, 'number'>): readonly LevelFields[] {
  return ([3, 2, 1] as const).map((number) => ({ number, ...fieldsOf(number) }));
}

/** Does a unit with these fields have a code and a name of some level? */
export function hasLevel(fields: ReadonlySet<string>, levels: readonly LevelFields[]): boolean {
  return levels.some(({ code, name }) => hasField(fields, code) && hasField(fields, name));
}

/** Reads a unit with a shape as `readLevelledPlace` does, but for one whose name is that of water: it is a lake. */
export function readLevelled(fields: Fields, levels: readonly LevelFields[]): Reading {
  const reading = readLevelledPlace(fields, levels);
  const name = reading.kind === 'place' ? reading.place.nameEn : reading.name;
  return name !== null && isWater(name) ? { kind: 'lake', name } : reading;
}

type PlaceReading = Extract<Reading, { kind: 'place' | 'reject' }>;

/**
 * Reads a unit as a place of the finest level it has a field of a code for; parents are those it states in full and that
 * its own code lies in. Where it has no Latin name its Khmer one stands for it. A reject names the field at fault.
 */
export function readLevelledPlace(fields: Fields, levels: readonly LevelFields[]): PlaceReading {
  const names = new Set(Object.keys(fields));
  const level = levels.find(({ code }) => hasField(names, code));
  if (level === undefined) {
    const [last, ...others] = levels.map(({ code }) => code);
    return { kind: 'reject', code: null, name: null, reason: `it has no field ${others.reverse().join(', ')} or ${last}` };
  }
  const written = textOf(fields, level.code);
  const { nameEn, nameKm } = namesOf(fields, level);
  const name = nameEn ?? nameKm;
  const pcode = pcodeOf(written, level);
  if (pcode === undefined) {
    return { kind: 'reject', code: written ?? null, name: name ?? null, reason: `${level.code} is no code of this level` };
  }
  if (name === undefined) return { kind: 'reject', code: pcode, name: null, reason: `${level.name} is empty` };
  const type = level.type === undefined ? undefined : placeTypeOf(textOf(fields, level.type) ?? '', pcode);
  const place = { pcode, nameEn: name, nameKm: nameKm ?? '', ...(type === undefined ? {} : { type }) };
  const note = nameEn === undefined ? { note: 'it has no Latin name; its Khmer name stands for it' } : {};
  return { kind: 'place', place, parents: parentsOf(fields, { levels, pcode }), ...note };
}

function parentsOf(fields: Fields, { levels, pcode }: { levels: readonly LevelFields[]; pcode: Pcode }): NamedPlace[] {
  return levels.flatMap((level) => {
    const parent = pcodeOf(textOf(fields, level.code), level);
    const { nameEn, nameKm } = namesOf(fields, level);
    const name = nameEn ?? nameKm;
    const isAbove = parent !== undefined && parent.length < pcode.length && pcode.startsWith(parent);
    return isAbove && name !== undefined ? [{ pcode: parent, nameEn: name, nameKm: nameKm ?? '' }] : [];
  });
}

/** Code of a level as it is written; a table of numbers may add ".0" to it. */
function pcodeOf(written: string | undefined, { number }: LevelFields): Pcode | undefined {
  const pcode = parsePcode((written ?? '').replace(/\.0+$/, ''));
  return pcode !== undefined && pcode.length / 2 === number ? pcode : undefined;
}

function namesOf(fields: Fields, { number, nameEn, nameKm }: LevelFields): Record<'nameEn' | 'nameKm', string | undefined> {
  const clean = (written: string | undefined) => {
    const name = cleanText(written ?? '');
    if (name === '') return undefined;
    return number === 1 ? withoutProvinceWord(name) : name;
  };
  return { nameEn: clean(nameEn(fields)), nameKm: clean(nameKm(fields)) };
}
