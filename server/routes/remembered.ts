import { createRoute, z } from '@hono/zod-openapi';
import { ErrorAnswer } from '../contracts/error.ts';
import { RememberedList } from '../contracts/remembered.ts';
import { DATASETS } from '../datasets/index.ts';
import type { Database } from '../db/database.ts';
import { forget } from '../intake/forget.ts';
import { problem } from '../problem.ts';
import { type KeptAnswer, queryKeptAnswers } from '../queries/remembered-answers.ts';
import { strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

export type RememberedDependencies = { database: Database; isLoopback: boolean };

const Forgotten = z.object({ forgotten: z.boolean() }).openapi({ description: 'false: nothing of the kind was kept' });
const NOT_HERE = answer('Not from this page, or the server can be reached from other machines', ErrorAnswer);
const FORGOTTEN = { 200: answer('Whether there was one', Forgotten), 400: BAD_PARAMETER, 403: NOT_HERE };

const LIST = createRoute({
  method: 'get',
  path: '/remembered',
  summary: 'The answers that are kept for later files',
  request: { query: strictQuery({}) },
  responses: { 200: answer('Heads of columns, and communes meant by a name that several bear', RememberedList), 400: BAD_PARAMETER },
});

const FORGET_COLUMN = createRoute({
  method: 'delete',
  path: '/remembered/columns',
  summary: 'Forget which column a head stands for',
  request: { query: strictQuery({ dataset: z.string().min(1).max(100), head: z.string().min(1).max(200) }) },
  responses: FORGOTTEN,
});

const FORGET_PLACE = createRoute({
  method: 'delete',
  path: '/remembered/places',
  summary: 'Forget which of several communes of one name is meant',
  request: { query: strictQuery({ among: z.string().regex(/^\d{6}( \d{6}){1,60}$/) }) },
  responses: FORGOTTEN,
});

/** Answers to what files left open. */
export function rememberedRoutes({ database, isLoopback }: RememberedDependencies) {
  return createRouter()
    .openapi(LIST, async (c) => c.json(toList(await queryKeptAnswers(database)), 200))
    .openapi(FORGET_COLUMN, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      return c.json({ forgotten: await forget(database, c.req.valid('query')) }, 200);
    })
    .openapi(FORGET_PLACE, async (c) => {
      if (!isLoopback) return problem(c, 403, 'refused');
      return c.json({ forgotten: await forget(database, c.req.valid('query')) }, 200);
    });
}

function toList(kept: readonly KeptAnswer[]): RememberedList {
  return {
    columns: kept.flatMap((one) => ('head' in one ? [{ dataset: one.dataset, head: one.head, column: nameOf(one) }] : [])),
    places: kept.flatMap((one) => ('among' in one ? [{ among: one.among.split(' '), meant: one.meant }] : [])),
  };
}

/** Name of a column in both languages; its key where the dataset has it no longer. A statistic is kept under its indicator, too. */
function nameOf({ dataset, head, key }: Extract<KeptAnswer, { head: string }>) {
  const known = DATASETS.find(({ id }) => id === dataset.split(':')[0]);
  const label = known?.columns({}, [head]).find((column) => column.key === key)?.label;
  return label ?? { en: key, km: key };
}
