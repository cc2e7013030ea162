import { createRoute, z } from '@hono/zod-openapi';
import { COMMON_NAMES } from '../../data/facts/common-names.ts';
import { parsePcode } from '../contracts/pcode.ts';
import { PlaceMatches } from '../contracts/place.ts';
import type { Database } from '../db/database.ts';
import { toSearchText } from '../domain/places/search-text.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { searchPlaces } from '../queries/search-places.ts';
import { EditionParameter, strictQuery, wholeNumber } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

const SearchParameter = z
  .string()
  .min(1)
  .max(100)
  .openapi({ example: 'ប៉ោយប៉ែត', description: 'A name in English or Khmer, or a place code in any form' });

/** Places by name or code. */
export function placeRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/places',
      summary: 'Places found by name or code',
      request: {
        query: strictQuery({
          edition: EditionParameter,
          q: SearchParameter,
          limit: wholeNumber({ minimum: 1, maximum: 50, fallback: 12 }),
        }),
      },
      responses: { 200: answer('Matches, the likeliest first', PlaceMatches), 400: BAD_PARAMETER },
    }),
    async (c) => {
      const { edition, q, limit } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const text = toSearchText(q);
      const matches = await searchPlaces(database, { edition, text, pcode: parsePcode(q) ?? '', called: placesCalled(text), limit });
      return c.json({ matches }, 200);
    },
  );
}

/** Letters needed before a name in common use is taken for the one meant. */
const FEWEST_LETTERS = 3;

/** Codes of the places with a common name that begins so. */
function placesCalled(text: string): string[] {
  if (text.length < FEWEST_LETTERS) return [];
  return COMMON_NAMES.filter(({ name }) => toSearchText(name).startsWith(text)).flatMap(({ pcodes }) => pcodes);
}
