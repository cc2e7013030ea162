import { OpenAPIHono } from '@hono/zod-openapi';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Database } from './db/database.ts';
import { ownHosts, sameOrigin } from './guard.ts';
import { problem } from './problem.ts';
import { geometryRoutes } from './routes/geometry.ts';
import { healthRoutes } from './routes/health.ts';
import { webClient } from './routes/web-client.ts';

export type AppDependencies = {
  database: Database;
  /** Host header values this server answers to, for example `127.0.0.1:4170`. */
  hosts: ReadonlySet<string>;
  /** Folder of the built web client; undefined in tests of the API alone. */
  webFolder: string | undefined;
  logError: (requestId: string, error: unknown) => void;
};

/** Puts the whole HTTP side together; it opens nothing and listens nowhere. */
export function createApp(dependencies: AppDependencies) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return problem(c, 400, 'bad-parameter', parameterOf(result.error.issues[0]?.path));
      return undefined;
    },
  });
  app.use(requestId());
  app.use(secureHeaders());
  app.use(ownHosts(dependencies.hosts));
  app.use(sameOrigin());
  app.onError((error, c) => {
    dependencies.logError(c.get('requestId'), error);
    return problem(c, 500, 'internal');
  });
  app.notFound((c) => problem(c, 404, 'not-found'));

  const api = app.route('/api', healthRoutes(dependencies));
  api.route('/api', geometryRoutes(dependencies));
  if (dependencies.webFolder !== undefined) app.route('/', webClient(dependencies.webFolder));
  return api;
}

export type Api = ReturnType<typeof createApp>;

function parameterOf(path: readonly PropertyKey[] | undefined): string {
  return path && path.length > 0 ? path.map(String).join('.') : 'body';
}
