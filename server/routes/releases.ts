import { createRoute, z } from '@hono/zod-openapi';
import { ReleaseId, ReleaseManifest } from '../contracts/release.ts';
import { problem } from '../problem.ts';
import { currentRelease, readReleaseFile } from '../release/folder.ts';
import { strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

const CurrentRelease = z.object({ release: ReleaseId, manifest: ReleaseManifest });

const Params = z.object({
  release: z
    .string()
    .pipe(ReleaseId)
    .openapi({ param: { name: 'release', in: 'path' }, example: '0123456789abcdef' }),
  name: z
    .string()
    .regex(/^[a-z0-9-]+\.json$/)
    .openapi({ param: { name: 'name', in: 'path' }, example: 'children-0123456789abcdef.json' }),
});
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What may be shown to everybody, from its folder alone: no question goes to the database. */
export function releaseRoutes({ releases = '' }: { releases?: string | undefined }) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/releases/current',
        summary: 'The release that is served: its name and what it is made of',
        request: { query: strictQuery({}) },
        responses: { 200: answer('The release', CurrentRelease), 400: BAD_PARAMETER, 404: NOT_FOUND },
      }),
      async (c) => {
        const release = await currentRelease(releases);
        const manifest = release === undefined ? undefined : await readReleaseFile(releases, release, 'manifest.json');
        if (release === undefined || manifest === undefined) return problem(c, 404, 'not-found', 'release');
        return c.json({ release, manifest: ReleaseManifest.parse(JSON.parse(manifest.toString('utf8'))) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/releases/{release}/{name}',
        summary: 'One file of a published release; it never changes',
        request: { params: Params, query: strictQuery({}) },
        responses: {
          200: answer('The file', z.object({}).loose()),
          304: { description: 'The reader has it already' },
          400: BAD_PARAMETER,
          404: NOT_FOUND,
        },
      }),
      async (c) => {
        const { release, name } = c.req.valid('param');
        const content = await readReleaseFile(releases, release, name);
        if (content === undefined) return problem(c, 404, 'not-found', 'name');
        const headers = { 'cache-control': IMMUTABLE, 'content-type': 'application/json', etag: `"${name}"` };
        if (c.req.header('if-none-match')?.includes(headers.etag)) return c.body(null, 304, headers);
        return c.body(new Uint8Array(content), 200, headers);
      },
    );
}
