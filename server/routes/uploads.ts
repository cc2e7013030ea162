import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Choices } from '../contracts/choices.ts';
import { ErrorAnswer } from '../contracts/error.ts';
import { Refusal } from '../contracts/file-issues.ts';
import { DatasetList, DatasetReport, UndoReport, UploadList } from '../contracts/import.ts';
import type { TellStep } from '../contracts/import-steps.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { DATASET_IDS, DATASETS, datasetOf } from '../datasets/index.ts';
import type { Database } from '../db/database.ts';
import { type DatasetDelivery, importDataset } from '../intake/import-dataset.ts';
import { undoUpload } from '../intake/undo-upload.ts';
import { problem } from '../problem.ts';
import { queryUploads } from '../queries/uploads.ts';
import { strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';
import { LINES, toldLineByLine } from './told-line-by-line.ts';

export type UploadDependencies = {
  database: Database;
  /** False when the server can be reached from other machines: it takes no real data then. */
  isLoopback: boolean;
  logError: (requestId: string, error: unknown) => void;
};

const LARGEST_BYTES = 50_000_000;

const Said = z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: only says what would change' });
const Refused = z.object(Refusal.shape).openapi({ description: 'One sentence why it was not done; nothing has changed' });
const Outcome = z.union([z.object({ report: DatasetReport }), Refused]);
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
    200: answer('The report, or why not', Outcome),
    400: BAD_PARAMETER,
    403: NOT_HERE,
    413: answer('The file is too large', ErrorAnswer),
  },
});

const TRY = createRoute({
  method: 'post',
  path: '/uploads/try',
  summary: 'Say what a file would change, and meanwhile how far it is read',
  request: { query: strictQuery({}), body: { required: true, content: { 'multipart/form-data': { schema: Form } } } },
  responses: {
    200: {
      description: 'Lines of JSON: how far it is, and last the report, or why not, or the id of the request where it failed',
      content: { [LINES]: { schema: z.string() } },
    },
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
export function uploadRoutes({ database, isLoopback, logError }: UploadDependencies) {
  const router = createRouter();
  const limit = bodyLimit({ maxSize: LARGEST_BYTES, onError: (c) => problem(c, 413, 'too-large') });
  router.use('/uploads', limit).use('/uploads/try', limit);
  return router
    .openapi(LIST, async (c) => c.json({ uploads: await queryUploads(database) }, 200))
    .openapi(DATASET_LIST, (c) => c.json({ datasets: DATASETS.map(toListed) }, 200))
    .openapi(STORE, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      const form = c.req.valid('form');
      const result = await importDataset(database, await toDelivery(form), () => {});
      return c.json('refused' in result ? result : { report: result }, 200);
    })
    .openapi(TRY, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      const delivery = { ...(await toDelivery(c.req.valid('form'))), isDryRun: true };
      const work = async (tell: TellStep) => {
        const result = await importDataset(database, delivery, tell);
        return 'refused' in result ? result : { report: result };
      };
      const lines = toldLineByLine(work, (error) => {
        const requestId = String(c.get('requestId' as never) ?? '');
        logError(requestId, error);
        return requestId;
      });
      return c.body(lines, 200, { 'content-type': LINES });
    })
    .openapi(UNDO, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      const { id: upload } = c.req.valid('param');
      const result = await undoUpload(database, { upload, by: 'web page', isDryRun: c.req.valid('query').dryRun === 'yes' });
      return c.json('refused' in result ? result : { undone: result }, 200);
    });
}

async function toDelivery(form: z.output<typeof Form>): Promise<DatasetDelivery> {
  const { dataset, file, dryRun, indicator, period, choices, remember, allOrNothing } = form;
  return {
    files: [{ name: namelessFile(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }],
    dataset: datasetOf(dataset),
    stated: { ...(indicator === undefined ? {} : { indicator }), ...(period === undefined ? {} : { period }) },
    source: undefined,
    by: 'web page',
    isDryRun: dryRun === 'yes',
    ...(choices === undefined ? {} : { choices }),
    isRemembered: remember === 'yes',
    isAllOrNothing: allOrNothing === 'yes',
  };
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
  const ending = /\.(xlsx|ods|csv|tsv|txt|json)$/i.exec(name)?.[1]?.toLowerCase() ?? 'csv';
  return `file.${ending}`;
}
