import { toPieces, toPlaceOrder } from '../boundaries/pieces.ts';
import { type CodesReading, readShapeCodes } from '../boundaries/shape-codes.ts';
import type { PlacesReport } from '../contracts/import.ts';
import type { Database, Queryable } from '../db/database.ts';
import { insertImportReport } from '../queries/insert-import-report.ts';
import { type BoundaryReading, readBoundaryPlaces } from './boundary-places.ts';
import { type BoundaryFile, readBoundaryFile } from './boundary-units.ts';
import { compareCommunes } from './comparison.ts';
import { openDrawing } from './drawing.ts';
import { underItsEarlierName } from './earlier-name.ts';
import { type DescribedEdition, describeEdition, type EditionOptions } from './edition-options.ts';
import { linkEditions } from './link-editions.ts';
import { ImportRefused, orRefuse, type Refusal, refusing } from './outcome.ts';
import type { Say } from './publish-edition.ts';
import { readTable, type SourceFile } from './read-table.ts';
import { refuseForeignEdition } from './refuse-foreign-edition.ts';
import { countByLevel } from './report-sentences.ts';
import { writeEdition } from './store-edition.ts';

export type BoundariesRequest = { files: readonly SourceFile[]; codes?: SourceFile | undefined; options: EditionOptions };

/** Imports boundaries, one file a level or one in all, as one edition; gazetteers take their polygons from the newest. */
export function importBoundaries(database: Database, request: BoundariesRequest, say: Say): Promise<PlacesReport | Refusal> {
  return refusing(async () => {
    const codes = request.codes === undefined ? undefined : await readCodes(request.codes);
    const files: BoundaryFile[] = [];
    for (const file of request.files) files.push(await readBoundaryFile(database, { file, codes: codes?.codes, say }));
    const layouts = new Set(files.map((file) => file.layout));
    const [layout] = layouts;
    if (layout === undefined || layouts.size > 1)
      throw new ImportRefused('The files are of several layouts; import each as an edition of its own.');
    const reading = readBoundaryPlaces(files.flatMap((file) => file.units));
    if (reading.taken === 0) throw new ImportRefused(`No unit can be taken: ${reading.rejected[0]?.reason ?? 'there is none'}.`);
    const stated = files.map((file) => file.validFrom).find((day) => day !== undefined);
    const validFrom = stated ?? (typeof codes?.codes.year === 'number' ? `${codes.codes.year}-01-01` : undefined);
    const { id: stem, sourceName, source, licence } = layout;
    const described = describeEdition(request.options, { kind: 'boundaries', stem, sourceName, validFrom, source, licence });
    const edition = request.options.edition === undefined ? await underItsEarlierName(database, described, stem) : described;
    const crs = [...new Set(files.map((file) => file.crs))].join('; ');
    const notes = [...files.flatMap((file) => file.notes), ...(codes === undefined ? [] : codesNotes(codes, files))];
    const holes = await findHoles(reading);
    return database.transaction((tx) => store(tx, { edition, reading, facts: { layout: layout.id, crs, holes, notes }, say }));
  });
}

async function readCodes(file: SourceFile): Promise<CodesReading> {
  const table = orRefuse(await readTable(file));
  const codes = readShapeCodes(table.rows.map(({ where, fields }) => ({ where: `${file.name}, ${where}`, fields })));
  if (codes === undefined)
    throw new ImportRefused(`${file.name} is no table of codes: it needs a column shapeID and one with "code" in its name.`);
  return codes;
}

/** Names every row of a codes file that leads to no shape. */
function codesNotes({ codes, problems }: CodesReading, files: readonly BoundaryFile[]): string[] {
  const shapes = new Set(files.flatMap((file) => file.units.map((unit) => unit.shapeId)));
  const unmet = [...codes.codeOf].filter(([shape]) => !shapes.has(shape));
  return [
    ...problems.map(({ where, code, reason }) => `${where}: ${code ?? 'no code'} (${reason}); not used.`),
    ...unmet.map(([shape, pcode]) => `The codes file gives ${pcode} to the shape ${shape}, which the boundaries lack.`),
  ];
}

async function findHoles({ places, areas }: BoundaryReading): Promise<PlacesReport['holes']> {
  const polygons = new Map(places.flatMap(({ pcode, geometry }) => (geometry === null ? [] : [[pcode, geometry] as const])));
  const pieces = toPieces(
    toPlaceOrder(polygons.keys()),
    polygons,
    areas.map((area) => ({ ...area, within: null })),
  );
  const drawing = openDrawing();
  try {
    return (await drawing.ask<'holes'>({ kind: 'holes', pieces })).holes;
  } finally {
    await drawing.close();
  }
}

type Delivery = {
  edition: DescribedEdition;
  reading: BoundaryReading;
  facts: Pick<PlacesReport, 'layout' | 'holes' | 'notes' | 'crs'>;
  say: Say;
};

async function store(tx: Queryable, { edition, reading, facts, say }: Delivery): Promise<PlacesReport> {
  const { places, areas, added } = reading;
  await refuseForeignEdition(tx, { id: edition.id, kind: 'boundaries', pcodes: places.map((place) => place.pcode) });
  say(`Storing ${places.length.toLocaleString('en')} places`);
  await writeEdition(tx, { ...edition, kind: 'boundaries', isDemonstration: false, places, areasWithoutPlace: areas });
  const pairs = await linkEditions(tx, edition.id, say);
  const pair = pairs.find((candidate) => candidate.from === edition.id);
  const report: PlacesReport = {
    kind: 'boundaries',
    edition: edition.id,
    layout: facts.layout,
    read: reading.read,
    taken: reading.taken,
    rejected: reading.rejected,
    byLevel: countByLevel(places.filter((place) => place.geometry !== null)),
    madeValid: reading.madeValid,
    crs: facts.crs,
    holes: facts.holes,
    duplicates: reading.duplicates,
    ...(await compareCommunes(tx, pair)),
    notes: [...facts.notes, ...reading.notes, ...addedNote(added), ...(pair === undefined ? [unpairedNote(pairs.length > 0)] : [])],
  };
  await insertImportReport(tx, report, edition.id);
  return report;
}

function addedNote(added: readonly string[]): string[] {
  if (added.length === 0) return [];
  return [`${added.length} provinces and districts have no polygon in the files; they are dissolved from their communes.`];
}

function unpairedNote(hasOther: boolean): string {
  return hasOther
    ? 'The gazetteer takes its polygons from other boundaries, newer or with communes; these are an edition of their own.'
    : 'No gazetteer is loaded yet; the polygons wait for its places.';
}
