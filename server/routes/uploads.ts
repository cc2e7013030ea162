import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { UploadForm, UploadList } from '../contracts/import.ts';
import { DATASETS } from '../datasets/index.ts';
import type { Database } from '../db/database.ts';
import { importDataset } from '../intake/import-dataset.ts';
import { undoUpload } from '../intake/undo-upload.ts';
import { problem } from '../problem.ts';
import { queryUploads } from '../queries/uploads.ts';
import { strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

export type UploadDependencies = {
  database: Database;
  /** False when the server can be reached from other machines: it takes no real data then. */
  isLoopback: boolean;
};

const LARGEST_BYTES = 50_000_000;

const LIST = createRoute({
  method: 'get',
  path: '/uploads',
  summary: 'Every upload of real numbers, newest first',
  request: { query: strictQuery({}) },
  responses: { 200: answer('Those taken back too', UploadList), 400: BAD_PARAMETER },
});

/**
 * Uploads from the page itself. `POST /uploads` takes a form (dataset, file, dryRun) and answers its report or, as
 * `refused`, one sentence why not; `POST /uploads/:id/undo` takes one back.
 */
export function uploadRoutes({ database, isLoopback }: UploadDependencies) {
  const router = createRouter().openapi(LIST, async (c) => c.json({ uploads: await queryUploads(database) }, 200));
  router.use('/uploads/*', async (c, next) => (c.req.method === 'GET' || isLoopback ? next() : problem(c, 403, 'refused')));
  router.post('/uploads', bodyLimit({ maxSize: LARGEST_BYTES, onError: (c) => problem(c, 413, 'too-large') }), async (c) => {
    if (!isLoopback) return problem(c, 403, 'refused');
    const form = UploadForm.safeParse(Object.fromEntries(await c.req.formData()));
    if (!form.success) return problem(c, 400, 'bad-parameter', String(form.error.issues[0]?.path[0] ?? 'form'));
    const { dataset, file, dryRun } = form.data;
    const files = [{ name: namelessFile(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }];
    const isDryRun = dryRun === 'yes';
    const delivery = { files, dataset: DATASETS[dataset], stated: {}, source: undefined, by: 'web page', isDryRun };
    const result = await importDataset(database, delivery, () => {});
    return c.json('refused' in result ? result : { report: result }, 200);
  });
  router.post('/uploads/:id/undo', async (c) => {
    const id = c.req.param('id');
    if (!/^\d{1,9}$/.test(id)) return problem(c, 400, 'bad-parameter', 'id');
    const result = await undoUpload(database, { upload: Number(id), by: 'web page', isDryRun: c.req.query('dryRun') === 'yes' });
    return c.json('refused' in result ? result : { undone: result }, 200);
  });
  return router;
}

/** A file's name may hold the name of a person: only what kind of file it was is kept. */
function namelessFile(name: string): string {
  const ending = /\.(xlsx|csv|tsv|txt|json)$/i.exec(name)?.[1]?.toLowerCase() ?? 'csv';
  return `file.${ending}`;
}
