import { levelOf, type Pcode } from '../contracts/pcode.ts';
import type { PlaceType } from '../contracts/place.ts';
import { cleanText } from '../domain/places/clean-text.ts';

const TYPES: Readonly<Record<string, PlaceType>> = {
  ខេត្ត: 'province',
  រាជធានី: 'municipality-province',
  ស្រុក: 'district',
  ក្រុង: 'municipality',
  ខណ្ឌ: 'khan',
  ឃុំ: 'commune',
  សង្កាត់: 'sangkat',
  ភូមិ: 'village',
};
const LEVEL_OF_TYPE: Readonly<Record<PlaceType, ReturnType<typeof levelOf>>> = {
  province: 'province',
  'municipality-province': 'province',
  district: 'district',
  municipality: 'district',
  khan: 'district',
  commune: 'commune',
  sangkat: 'commune',
  village: 'village',
};

/** Is this a type of place in Khmer, of whatever level? */
export function isPlaceType(typeKm: string): boolean {
  return Object.hasOwn(TYPES, cleanText(typeKm));
}

/**
 * Type of a place from its Khmer word; undefined when it is none of the code's level.
 * @example placeTypeOf('សង្កាត់', '010201') // 'sangkat'
 */
export function placeTypeOf(typeKm: string, pcode: Pcode): PlaceType | undefined {
  const type = isPlaceType(typeKm) ? TYPES[cleanText(typeKm)] : undefined;
  return type !== undefined && LEVEL_OF_TYPE[type] === levelOf(pcode) ? type : undefined;
}
