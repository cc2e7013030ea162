import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Choices } from '../contracts/choices.ts';
import { ErrorAnswer } from '../contracts/error.ts';
import { Refusal } from '../contracts/file-issues.ts';
import { DatasetList, DatasetReport, UndoReport, UploadList } from '../contracts/import.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { DATASET_IDS, DATASETS, datasetOf } from '../datasets/index.ts';
import type { Database } from '../db/database.ts';
import { importDataset } from '../intake/import-dataset.ts';
import { undoUpload } from '../intake/undo-upload.ts';
import { problem } from '../problem.ts';
import { queryUploads } from '../queries/uploads.ts';
import { strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

export type UploadDependencies = {
  database: Database;
  /** False when the server can be reached from other machines: it takes no real data then. */
  isLoopback: boolean;
};

const LARGEST_BYTES = 50_000_000;

const Said = z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: only says what would change' });
const Refused = z.object(Refusal.shape).openapi({ description: 'One sentence why it was not done; nothing has changed' });
const NOT_HERE = answer('Not from this page, or the server can be reached from other machines', ErrorAnswer);

const LIST = createRoute({
  method: 'get',
  path: '/uploads',
  summary: 'Every upload of real numbers, newest first',
  request: { query: strictQuery({}) },
  responses: { 200: answer('Those taken back too', UploadList), 400: BAD_PARAMETER },
});

/** JSON of the choices. */
const ChoicesText = z
  .string()
  .max(200_000)
  .transform((text, context): Choices => {
    const parsed = Choices.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'no choices' });
    return z.NEVER;
  })
  .openapi({
    description: 'Answers to what the file leaves open, as JSON: {"columns": {KEY: HEAD}, "places": [{"among": [], "meant": CODE}]}',
  });

const Form = z.strictObject({
  dataset: z.enum(DATASET_IDS),
  dryRun: Said,
  indicator: z.string().max(60).optional().openapi({ description: 'What a statistic of places feeds' }),
  period: YearParameter.optional().openapi({ description: 'Year of all rows, where the table has no column for it' }),
  choices: ChoicesText.optional(),
  remember: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: keeps the choices for later files' }),
  allOrNothing: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: one row that cannot be taken refuses them all' }),
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
});

const DATASET_LIST = createRoute({
  method: 'get',
  path: '/datasets',
  summary: 'The datasets that come in from files, with their names',
  request: { query: strictQuery({}) },
  responses: { 200: answer('In the order they are offered', DatasetList), 400: BAD_PARAMETER },
});

const STORE = createRoute({
  method: 'post',
  path: '/uploads',
  summary: 'Bring numbers in from a file, or say what it would change',
  request: { query: strictQuery({}), body: { required: true, content: { 'multipart/form-data': { schema: Form } } } },
  responses: {
    200: answer('The report, or why not', z.union([z.object({ report: DatasetReport }), Refused])),
    400: BAD_PARAMETER,
    403: NOT_HERE,
    413: answer('The file is too large', ErrorAnswer),
  },
});

const UNDO = createRoute({
  method: 'post',
  path: '/uploads/{id}/undo',
  summary: 'Take an upload back, or say what that would change',
  request: {
    params: z.strictObject({
      id: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    }),
    query: strictQuery({ dryRun: Said }),
  },
  responses: {
    200: answer('What changed, or why not', z.union([z.object({ undone: UndoReport }), Refused])),
    400: BAD_PARAMETER,
    403: NOT_HERE,
  },
});

/** Uploads from the page itself; whoever imports from the command line does the same through an order. */
export function uploadRoutes({ database, isLoopback }: UploadDependencies) {
  const router = createRouter();
  router.use('/uploads', bodyLimit({ maxSize: LARGEST_BYTES, onError: (c) => problem(c, 413, 'too-large') }));
  return router
    .openapi(LIST, async (c) => c.json({ uploads: await queryUploads(database) }, 200))
    .openapi(DATASET_LIST, (c) => c.json({ datasets: DATASETS.map(toListed) }, 200))
    .openapi(STORE, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      const { dataset, file, dryRun, indicator, period, choices, remember, allOrNothing } = c.req.valid('form');
      const files = [{ name: namelessFile(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }];
      const delivery = {
        files,
        dataset: datasetOf(dataset),
        stated: { ...(indicator === undefined ? {} : { indicator }), ...(period === undefined ? {} : { period }) },
        source: undefined,
        by: 'web page',
        isDryRun: dryRun === 'yes',
        ...(choices === undefined ? {} : { choices }),
        isRemembered: remember === 'yes',
        isAllOrNothing: allOrNothing === 'yes',
      };
      const result = await importDataset(database, delivery, () => {});
      return c.json('refused' in result ? result : { report: result }, 200);
    })
    .openapi(UNDO, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      const { id: upload } = c.req.valid('param');
      const result = await undoUpload(database, { upload, by: 'web page', isDryRun: c.req.valid('query').dryRun === 'yes' });
      return c.json('refused' in result ? result : { undone: result }, 200);
    });
}

function toListed({ id, name, examples, keeps, options = [], required = [] }: Dataset): DatasetList['datasets'][number] {
  return {
    id,
    ...name,
    hasTemplate: examples !== undefined,
    options: [...options],
    required: [...required],
    isRegister: keeps === 'records',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file's name may hold the name of a person: only what kind of file it was is kept. */
function namelessFile(name: string): string {
  const ending = /\.(xlsx|csv|tsv|txt|json)$/i.exec(name)?.[1]?.toLowerCase() ?? 'csv';
  return `file.${ending}`;
}
