import { createRoute, z } from '@hono/zod-openapi';
import { OTHER_NAMES } from '../../data/facts/other-names.ts';
import { parsePcode } from '../contracts/pcode.ts';
import { PlaceMatches } from '../contracts/place.ts';
import type { Database } from '../db/database.ts';
import { toSearchText } from '../domain/places/search-text.ts';
import { toSpellings } from '../domain/places/spellings.ts';
import { withoutTypeWord } from '../domain/places/type-words.ts';
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
      const find = (name: string) => {
        const text = toSearchText(name);
        return searchPlaces(database, { edition, text, spellings: toSpellings(text, OTHER_NAMES), pcode: parsePcode(name) ?? '', limit });
      };
      const matches = await find(q);
      const name = withoutTypeWord(q);
      if (matches.length === 0 && name !== '' && name !== q) return c.json({ matches: await find(name) }, 200);
      return c.json({ matches }, 200);
    },
  );
}
