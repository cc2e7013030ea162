import type { Geometry } from 'geojson';
import type { Edition } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { editionFields, field, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, type Text, toSheet } from './sheet.ts';

type Row = { pcode: Pcode };
type PlacesExport = { edition: Edition; names: PlaceNames; shapes: ReadonlyMap<Pcode, Geometry>; pcodes: readonly Pcode[] };

/** What is known of where a place lies, in words. */
const SHAPES = {
  polygon: { en: 'Polygon', km: 'ពហុកោណ' },
  point: { en: 'Point only, no polygon known', km: 'មានតែចំណុច មិនដឹងពហុកោណ' },
  none: { en: 'Neither polygon nor point known', km: 'មិនដឹងពហុកោណ ឬចំណុច' },
} as const satisfies Readonly<Record<string, Text>>;

/** The places of an edition as a sheet: codes, names in both languages, and what is known of where they lie. */
export function toPlacesSheet({ edition, names, shapes, pcodes }: PlacesExport): ExportSheet {
  const shapeOf = ({ pcode }: Row): keyof typeof SHAPES => {
    const type = shapes.get(pcode)?.type;
    if (type === undefined) return 'none';
    return type === 'Point' ? 'point' : 'polygon';
  };
  const fields: ExportField<Row>[] = [
    ...placeFields<Row>(names),
    field('shape', { en: 'Shape', km: 'រូបរាង' }, '#geo+type', shapeOf),
    field('shape_en', { en: 'Shape in words', km: 'រូបរាង (អង់គ្លេស)' }, '#geo+type+i_en', (row) => SHAPES[shapeOf(row)].en),
    field('shape_km', { en: 'Shape in Khmer', km: 'រូបរាង (ខ្មែរ)' }, '#geo+type+i_km', (row) => SHAPES[shapeOf(row)].km),
    ...editionFields<Row>(edition),
  ];
  const rows = pcodes.map((pcode) => ({ pcode }));
  return toSheet(fields, rows, []);
}
