import { GAZETTEER_LAYOUTS } from '../boundaries/index.ts';
import type { GazetteerLayout } from '../boundaries/layout.ts';
import type { PlacesReport } from '../contracts/import.ts';
import type { Database, Queryable } from '../db/database.ts';
import { insertImportReport } from '../queries/insert-import-report.ts';
import { compareCommunes } from './comparison.ts';
import { type DescribedEdition, describeEdition, type EditionOptions } from './edition-options.ts';
import { type GazetteerReading, readGazetteer } from './gazetteer-places.ts';
import { linkEditions } from './link-editions.ts';
import { ImportRefused, orRefuse, type Refusal, refusing } from './outcome.ts';
import type { Say } from './publish-edition.ts';
import { readTable, type SourceFile, type TableRow } from './read-table.ts';
import { refuseForeignEdition } from './refuse-foreign-edition.ts';
import { countByLevel } from './report-sentences.ts';
import { writeEdition } from './store-edition.ts';

/** Imports a gazetteer, one workbook or table a province or one in all, as one edition; its places take the polygons of the newest boundaries. */
export function importGazetteer(
  database: Database,
  { files, options }: { files: readonly SourceFile[]; options: EditionOptions },
  say: Say,
): Promise<PlacesReport | Refusal> {
  return refusing(async () => {
    const { layout, rows } = await readRows(files, say);
    const reading = readGazetteer(rows, layout);
    if (reading.places.length === 0) throw new ImportRefused('The files name no place that can be taken.');
    const days = new Set(files.map((file) => layout.validFrom(file.name)));
    const validFrom = days.size === 1 ? [...days][0] : undefined;
    const { source, licence, sourceName } = layout;
    const named = sourceName === undefined ? { stem: 'gazetteer' } : { stem: layout.id, sourceName };
    const edition = describeEdition(options, { kind: 'gazetteer', ...named, validFrom, source, licence });
    return database.transaction((tx) => store(tx, { edition, reading, layout: layout.id, say }));
  });
}

async function readRows(files: readonly SourceFile[], say: Say): Promise<{ layout: GazetteerLayout; rows: TableRow[] }> {
  const layouts = new Set<GazetteerLayout>();
  const rows: TableRow[] = [];
  for (const [index, file] of files.entries()) {
    say(`Reading ${file.name} (${index + 1} of ${files.length})`);
    const table = orRefuse(await readTable(file));
    const layout = GAZETTEER_LAYOUTS.find((candidate) => candidate.recognises(table.columns));
    if (layout === undefined) {
      throw new ImportRefused(`${file.name} is no gazetteer: its columns are ${[...table.columns].join(', ')}.`);
    }
    layouts.add(layout);
    rows.push(...table.rows.map(({ where, fields }) => ({ where: `${file.name}, ${where}`, fields })));
  }
  const [layout] = layouts;
  if (layout === undefined || layouts.size > 1)
    throw new ImportRefused('The files are of several layouts; import each as an edition of its own.');
  return { layout, rows };
}

type Delivery = { edition: DescribedEdition; reading: GazetteerReading; layout: string; say: Say };

async function store(tx: Queryable, { edition, reading, layout, say }: Delivery): Promise<PlacesReport> {
  const { places, rejected, duplicates, notes, read } = reading;
  await refuseForeignEdition(tx, { id: edition.id, kind: 'gazetteer', pcodes: places.map((place) => place.pcode) });
  say(`Storing ${places.length.toLocaleString('en')} places`);
  await writeEdition(tx, { ...edition, kind: 'gazetteer', isDemonstration: false, places, areasWithoutPlace: [] });
  const pairs = await linkEditions(tx, edition.id, say);
  const pair = pairs.find((candidate) => candidate.to === edition.id);
  const report: PlacesReport = {
    kind: 'gazetteer',
    edition: edition.id,
    layout,
    read,
    taken: read - rejected.length,
    rejected,
    byLevel: countByLevel(places),
    madeValid: [],
    crs: null,
    holes: [],
    duplicates,
    ...(await compareCommunes(tx, pair)),
    notes: [...notes, ...(pair === undefined ? ['No boundaries are loaded yet; the places wait for their polygons.'] : [])],
  };
  await insertImportReport(tx, report, edition.id);
  return report;
}
