import { createRoute, z } from '@hono/zod-openapi';
import type { Database } from '../../db/database.ts';
import { problem } from '../../problem.ts';
import { strictQuery } from '../parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from '../router.ts';
import type { Collection } from './collection.ts';
import { collectionsOf } from './collections.ts';
import {
  CONFORMANCE,
  GEOJSON_TYPE,
  SCHEMA_TYPE,
  toCollectionDocument,
  toCollectionList,
  toFeatureDocument,
  toFeaturePage,
  toFieldSchema,
  toLandingPage,
} from './documents.ts';
import { BoxesParameter, FormParameter, LimitParameter, OffsetParameter, TimeParameter } from './parameters.ts';

const Anything = z.object({}).loose();
const PLAIN = strictQuery({ f: FormParameter });
const InCollection = z.strictObject({ collection: z.string().max(200) });
const FEATURES = { description: 'Features in longitude and latitude', content: Object.fromEntries([[GEOJSON_TYPE, { schema: Anything }]]) };

const LANDING = createRoute({
  method: 'get',
  path: '/',
  summary: 'OGC API Features: where everything is, for QGIS and other programs that read layers',
  request: { query: PLAIN },
  responses: { 200: answer('Links', Anything), 400: BAD_PARAMETER },
});
const CONFORMS = createRoute({
  method: 'get',
  path: '/conformance',
  summary: 'OGC API Features: what of the standard is kept',
  request: { query: PLAIN },
  responses: { 200: answer('Conformance classes', z.object({ conformsTo: z.array(z.string()) })), 400: BAD_PARAMETER },
});
const COLLECTIONS = createRoute({
  method: 'get',
  path: '/collections',
  summary: 'OGC API Features: all layers',
  request: { query: PLAIN },
  responses: { 200: answer('Layers with what they hold, where and of when', Anything), 400: BAD_PARAMETER },
});
const COLLECTION = createRoute({
  method: 'get',
  path: '/collections/{collection}',
  summary: 'OGC API Features: one layer',
  request: { params: InCollection, query: PLAIN },
  responses: { 200: answer('The layer', Anything), 400: BAD_PARAMETER, 404: NOT_FOUND },
});
const SCHEMA = createRoute({
  method: 'get',
  path: '/collections/{collection}/schema',
  summary: 'OGC API Features: the fields of a layer and their types',
  request: { params: InCollection, query: PLAIN },
  responses: { 200: answer('JSON Schema', Anything), 400: BAD_PARAMETER, 404: NOT_FOUND },
});
const ITEMS = createRoute({
  method: 'get',
  path: '/collections/{collection}/items',
  summary: 'OGC API Features: a page of the features of a layer',
  request: {
    params: InCollection,
    query: strictQuery({ limit: LimitParameter, offset: OffsetParameter, bbox: BoxesParameter, datetime: TimeParameter, f: FormParameter }),
  },
  responses: { 200: FEATURES, 400: BAD_PARAMETER, 404: NOT_FOUND },
});
const ITEM = createRoute({
  method: 'get',
  path: '/collections/{collection}/items/{feature}',
  summary: 'OGC API Features: one feature',
  request: { params: InCollection.extend({ feature: z.string().max(200) }), query: PLAIN },
  responses: { 200: FEATURES, 400: BAD_PARAMETER, 404: NOT_FOUND },
});

/** The atlas as layers to read, after OGC API Features Part 1 (OGC 17-069r4): core and GeoJSON, longitude and latitude only. */
export function ogcRoutes({ database }: { database: Database }) {
  const readCollections = collectionsOf(database);
  const collectionOf = async (id: string): Promise<Collection | undefined> =>
    (await readCollections()).find((collection) => collection.id === id);
  return createRouter()
    .openapi(LANDING, (c) => c.json(toLandingPage(new URL(c.req.url).origin), 200))
    .openapi(CONFORMS, (c) => c.json(CONFORMANCE, 200))
    .openapi(COLLECTIONS, async (c) => c.json(toCollectionList(new URL(c.req.url).origin, await readCollections()), 200))
    .openapi(COLLECTION, async (c) => {
      const collection = await collectionOf(c.req.valid('param').collection);
      if (collection === undefined) return problem(c, 404, 'not-found', 'collection');
      return c.json(toCollectionDocument(new URL(c.req.url).origin, collection), 200);
    })
    .openapi(SCHEMA, async (c) => {
      const collection = await collectionOf(c.req.valid('param').collection);
      if (collection === undefined) return problem(c, 404, 'not-found', 'collection');
      return c.json(toFieldSchema(new URL(c.req.url).origin, collection), 200, { 'content-type': SCHEMA_TYPE });
    })
    .openapi(ITEMS, async (c) => {
      const { limit, offset, bbox: boxes, datetime: time } = c.req.valid('query');
      const collection = await collectionOf(c.req.valid('param').collection);
      if (collection === undefined) return problem(c, 404, 'not-found', 'collection');
      const ids = await collection.find({ boxes, time });
      const features = await collection.draw(ids.slice(offset, offset + limit), time);
      const page = toFeaturePage({ url: new URL(c.req.url), features, matched: ids.length, limit, offset });
      return c.body(JSON.stringify(page), 200, { 'content-type': GEOJSON_TYPE });
    })
    .openapi(ITEM, async (c) => {
      const asked = c.req.valid('param');
      const collection = await collectionOf(asked.collection);
      if (collection === undefined) return problem(c, 404, 'not-found', 'collection');
      const [feature] = await collection.draw([asked.feature], undefined);
      if (feature === undefined) return problem(c, 404, 'not-found', 'feature');
      return c.body(JSON.stringify(toFeatureDocument(new URL(c.req.url), feature)), 200, { 'content-type': GEOJSON_TYPE });
    });
}
