import type { Context } from 'hono';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { compression } from './compression.ts';
import type { Database } from './db/database.ts';
import { neverStored, ownHosts, readableQuery, sameOrigin } from './guard.ts';
import { problem } from './problem.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { crossingRoutes } from './routes/crossings.ts';
import { editionRoutes } from './routes/editions.ts';
import { exportRoutes } from './routes/exports.ts';
import { flowRoutes } from './routes/flows.ts';
import { gapRoutes } from './routes/gaps.ts';
import { geometryRoutes } from './routes/geometry.ts';
import { healthRoutes } from './routes/health.ts';
import { type HandOver, importRoutes } from './routes/imports.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { layerExportRoutes } from './routes/layer-exports.ts';
import { nearnessRoutes } from './routes/nearness.ts';
import { networkRoutes } from './routes/networks.ts';
import { ogcRoutes } from './routes/ogc/features.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { pageRoutes } from './routes/page.ts';
import { placeRoutes } from './routes/places.ts';
import { printRoutes } from './routes/prints.ts';
import { profileRoutes } from './routes/profile.ts';
import { registerExportRoutes } from './routes/register-exports.ts';
import { releaseRoutes } from './routes/releases.ts';
import { rememberedRoutes } from './routes/remembered.ts';
import { createRouter } from './routes/router.ts';
import { templateRoutes } from './routes/templates.ts';
import { trainingRoutes } from './routes/trainings.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { valueRoutes } from './routes/values.ts';
import { webClient } from './routes/web-client.ts';
import { workshopRoutes } from './routes/workshops.ts';
import { storedAnswers } from './stored-answers.ts';

export type AppDependencies = {
  database: Database;
  /** Host header values this server answers to, for example `127.0.0.1:4170`. */
  hosts: ReadonlySet<string>;
  /** Folder of the releases; undefined in tests of other things. */
  releases?: string | undefined;
  /** Folder of the built web client; undefined in tests of the API alone. */
  webFolder: string | undefined;
  logError: (requestId: string, error: unknown) => void;
  /** How commands on this machine hand their work over; undefined in tests of the API alone. */
  handOver?: HandOver;
};

/** Answers that cost much to make and are asked for often. */
const STORED = new Set(['/api/editions', '/api/indicators', '/api/values', '/api/denominators']);

/** Puts the whole HTTP side together; it opens nothing and listens nowhere. */
export function createApp(dependencies: AppDependencies) {
  const app = createRouter();
  app.use(requestId());
  app.use(secureHeaders());
  app.use(ownHosts(dependencies.hosts));
  app.use(sameOrigin());
  app.use('/api/*', storedAnswers(dependencies, STORED), compression(), neverStored(), readableQuery());
  app.use('/ogc/', async (c) => c.redirect(`/ogc${new URL(c.req.url).search}`, 301));
  app.use('/ogc/*', compression(), neverStored(), readableQuery());
  app.onError((error, c) => {
    dependencies.logError(c.get('requestId'), error);
    return problem(c, 500, 'internal');
  });
  app.notFound((c) => problem(c, 404, 'not-found'));

  const ask = async (path: string, c: Context) => app.request(path, { headers: { host: c.req.header('host') ?? '' } });
  const api = app
    .route('/api', healthRoutes(dependencies))
    .route('/api', editionRoutes(dependencies))
    .route('/api', indicatorRoutes(dependencies))
    .route('/api', valueRoutes(dependencies))
    .route('/api', exportRoutes(dependencies))
    .route('/api', registerExportRoutes(dependencies))
    .route('/api', layerExportRoutes(dependencies))
    .route('/api', templateRoutes())
    .route('/api', nearnessRoutes(dependencies))
    .route('/api', placeRoutes(dependencies))
    .route('/api', profileRoutes(dependencies))
    .route('/api', networkRoutes(dependencies))
    .route('/api', coverageRoutes(dependencies))
    .route('/api', workshopRoutes(dependencies))
    .route('/api', crossingRoutes(dependencies))
    .route('/api', flowRoutes(dependencies))
    .route('/api', trainingRoutes(dependencies))
    .route('/api', campaignRoutes(dependencies))
    .route('/api', gapRoutes(dependencies))
    .route('/api', uploadRoutes({ ...dependencies, isLoopback: dependencies.handOver?.isLoopback ?? false }))
    .route('/api', rememberedRoutes({ ...dependencies, isLoopback: dependencies.handOver?.isLoopback ?? false }))
    .route('/api', printRoutes({ ...dependencies, ask }))
    .route('/api', openApiRoutes(app));
  api.route('/api', geometryRoutes(dependencies));
  api.route('/api', releaseRoutes(dependencies));
  api.route('/ogc', ogcRoutes(dependencies));
  const { handOver } = dependencies;
  if (handOver !== undefined) app.route('/api', importRoutes({ ...dependencies, handOver }));
  const { webFolder: folder } = dependencies;
  if (folder !== undefined) app.route('/', pageRoutes({ ...dependencies, folder, ask })).route('/', webClient(folder));
  return api;
}

export type Api = ReturnType<typeof createApp>;
