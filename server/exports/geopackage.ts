import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Pcode } from '../contracts/pcode.ts';
import type { GeoPackage, PackageTable, Shape } from './geopackage-file.ts';
import { type ExportSheet, toDictionary } from './sheet.ts';

type Layer = {
  /** Name of the layer: small letters, digits and `_`. */
  name: string;
  /** What a person reads in its place. */
  title: string;
  shapes: ReadonlyMap<Pcode, Shape>;
};

/**
 * A sheet as GeoPackage (OGC 12-128r18): one layer whose features are the rows, by the code in the field `pcode`; beside it
 * the tables `about`, which says what the numbers are of, and `fields`, which says what each means. SQLite, which Node has
 * built in, writes it, in a thread of its own: its calls do not wait, the server must not either.
 */
export async function toGeoPackage(sheet: ExportSheet, { name, title, shapes }: Layer): Promise<Uint8Array<ArrayBuffer>> {
  const code = sheet.fields.findIndex(({ key }) => key === 'pcode');
  const about = sheet.about.map(([said, text]) => `${said}: ${text}`).join('. ');
  const content: GeoPackage = {
    layer: {
      name,
      title,
      description: about,
      columns: sheet.fields.map(({ key, holds }) => ({ name: key, type: TYPES[holds ?? 'text'] })),
      rows: sheet.rows,
      shapes: sheet.rows.map((row) => shapes.get(String(row[code])) ?? null),
    },
    tables: [
      toTable('about', 'What the numbers are of', [['name', 'text'], ...sheet.about]),
      toTable('fields', 'What each field means', toDictionary(sheet)),
    ],
  };
  const worker = new Worker(new URL('./geopackage-worker.ts', import.meta.url), {
    workerData: content,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [bytes] = (await once(worker, 'message')) as [Uint8Array<ArrayBuffer>];
  return bytes;
}

const TYPES = { text: 'TEXT', integer: 'INTEGER', number: 'REAL' } as const;

function toTable(name: string, title: string, [heads = [], ...rows]: readonly ExportSheet['rows'][number][]): PackageTable {
  return { name, title, description: '', columns: heads.map((head) => ({ name: String(head), type: 'TEXT' })), rows };
}
