import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createRoute, z } from '@hono/zod-openapi';
import { acceptedEncoding } from '../compression.ts';
import { EditionId } from '../contracts/edition.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { publishedFile } from '../queries/published-file.ts';
import { strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

const NAME = /^(places|province|district|commune)-(overview|full)-([0-9a-f]{16})\.json$/;
const Params = z.object({
  edition: z
    .string()
    .pipe(EditionId)
    .openapi({ param: { name: 'edition', in: 'path' } }),
  file: z
    .string()
    .regex(NAME)
    .openapi({ param: { name: 'file', in: 'path' }, example: 'commune-full-0123456789abcdef.json' }),
});
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Published files of an edition, as stored: named by their content, so they never change. */
export function geometryRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/geometry/{edition}/{file}',
      summary: 'A published file of an edition: TopoJSON of one level and detail, or its place columns',
      request: { params: Params, query: strictQuery({}) },
      responses: {
        200: answer('The file', z.object({}).loose()),
        304: { description: 'The reader has it already' },
        400: BAD_PARAMETER,
        404: NOT_FOUND,
      },
    }),
    async (c) => {
      const { edition, file } = c.req.valid('param');
      const [, kind = '', detail = '', hash = ''] = NAME.exec(file) ?? [];
      const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '');
      const content = await publishedFile(database, { edition, kind, detail, hash }, encoding === 'br' ? 'br' : 'gzip');
      if (content === undefined) return problem(c, 404, 'not-found');
      const etag = `"${hash}-${encoding ?? 'plain'}"`;
      const headers = { 'cache-control': IMMUTABLE, 'content-type': 'application/json', etag, vary: 'accept-encoding' };
      if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers);
      if (encoding === undefined) return c.body(new Uint8Array(await promisify(gunzip)(content)), 200, headers);
      return c.body(new Uint8Array(content), 200, { ...headers, 'content-encoding': encoding });
    },
  );
}
