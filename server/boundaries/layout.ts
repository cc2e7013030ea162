import type { Pcode } from '../contracts/pcode.ts';
import type { PlaceType } from '../contracts/place.ts';

/** Fields of one unit of a source: properties of a GeoJSON feature, cells of a table row by column. */
export type Fields = Readonly<Record<string, unknown>>;

export type NamedPlace = { pcode: Pcode; nameEn: string; nameKm: string; type?: PlaceType };

/** What a layout makes of one unit. */
export type Reading =
  /** `note` is what is odd about a place that is taken all the same, without its code. */
  | { kind: 'place'; place: NamedPlace; parents: readonly NamedPlace[]; note?: string }
  /** Water that the source draws as a unit of its own; never counted as a place. */
  | { kind: 'lake'; name: string }
  /** A shape that no code leads to; it stays on the map as land without a place. */
  | { kind: 'no-code'; code: string; name: string; reason: string }
  | { kind: 'reject'; code: string | null; name: string | null; reason: string };

/** What a source usually says of itself; an import may state otherwise. */
type SourceFacts = { source: string; licence: string };

/** Codes of shapes that carry none of their own, by the shape's identifier. */
export type ShapeCodes = { year: number | null; codeOf: ReadonlyMap<string, Pcode> };

/** One way in which boundaries are published. */
export type BoundaryLayout = SourceFacts & {
  /** Begins the identifier of an edition that is given no other: `cod-ab` of 2014 is `cod-ab-2014`. */
  id: string;
  name: string;
  /** The source's own short name, which tells its editions from others of the same year. */
  sourceName: string;
  /** True when units with these fields are of this layout. */
  recognises(fields: ReadonlySet<string>): boolean;
  read(fields: Fields, codes: ShapeCodes | undefined): Reading;
  /** Day from which the boundaries are those of the country, where a unit or the name of its file states it. */
  validFrom(fields: Fields, fileName: string): string | undefined;
  /** Why these units cannot be read without a file of codes, where that is so. */
  needsCodes: string | undefined;
};

/** One way in which lists of places, without shapes, are published. */
export type GazetteerLayout = SourceFacts & {
  id: string;
  name: string;
  /** The source's own short name where its editions must be told from those of the official gazetteer. */
  sourceName: string | undefined;
  /** True when rows with these columns are of this layout. */
  recognises(fields: ReadonlySet<string>): boolean;
  read(fields: Fields): Reading;
  /** Day that the name of a file states, such as "Gazetteer_BMC_14_Sep_2025.xlsx". */
  validFrom(fileName: string): string | undefined;
};

/** Names under which sources draw the great lake and other water as a unit. */
const WATER = /^(tonle sap( lake)?|administrative unit not available)$/i;

/** Is this the name of water that a source draws as a unit of its own? Communes such as Tonle Bet are none. */
export function isWater(name: string): boolean {
  return WATER.test(name);
}

/** Longest name of a field in the table of a shapefile, which cuts longer ones. */
const DBF_NAME_LENGTH = 10;

/** Is there a field of this name, in full or as the table of a shapefile cuts it? */
export function hasField(fields: ReadonlySet<string>, name: string): boolean {
  return fields.has(name) || fields.has(name.slice(0, DBF_NAME_LENGTH));
}

/**
 * Text of a field, or undefined when it is absent or blank. A name of more than ten letters is found cut, too.
 * @example textOf({ district_c: 102 }, 'district_code') // '102'
 */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name] ?? fields[name.slice(0, DBF_NAME_LENGTH)];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
