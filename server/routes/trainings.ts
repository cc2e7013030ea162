import { createRoute } from '@hono/zod-openapi';
import { TrainingFollowUp } from '../contracts/workshop.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryTrainingFollowUp } from '../queries/training-follow-up.ts';
import { DayParameter, EditionParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';
import { today } from './today.ts';

/** Did a network follow the training of trainers? */
export function trainingRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/trainings',
      summary: 'Communes with a training of trainers, and the networks active within 12 months of it',
      request: {
        query: strictQuery({ edition: EditionParameter, from: YearParameter, to: YearParameter, on: DayParameter.optional() }),
      },
      responses: {
        200: answer('Communes by code; what is known up to the day `on`, today if left out', TrainingFollowUp),
        400: BAD_PARAMETER,
      },
    }),
    async (c) => {
      const { edition, from, to, on = today() } = c.req.valid('query');
      if (from > to) return problem(c, 400, 'bad-parameter', 'to');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const trained = await queryTrainingFollowUp(database, { edition, from, to, on });
      const followUp: TrainingFollowUp = {
        edition,
        from,
        to,
        communes: trained.map(({ isOpen: _, ...commune }) => commune),
        trained: trained.length,
        followed: trained.filter(({ activeNetwork }) => activeNetwork !== null).length,
        pending: trained.filter(({ activeNetwork, isOpen }) => activeNetwork === null && isOpen).length,
      };
      return c.json(followUp, 200);
    },
  );
}
