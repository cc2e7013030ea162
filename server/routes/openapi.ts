import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { strictQuery } from './parameters.ts';
import { type ApiDocument, toReferencePage } from './reference-page.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

const INFO = {
  title: 'Safety Net Atlas',
  version: '0.1.0',
  description:
    'Answers about places, value columns, networks, workshops and routes; uploads bring numbers in and can be taken back. Every parameter is checked: a wrong, unknown or repeated one is answered 400 with its name. Not assessed is never zero.',
};

const DOCUMENT = createRoute({
  method: 'get',
  path: '/openapi.json',
  summary: 'This interface as an OpenAPI 3.1 document',
  request: { query: strictQuery({}) },
  responses: { 200: answer('OpenAPI 3.1', z.custom<ApiDocument>().openapi({ type: 'object' })), 400: BAD_PARAMETER },
});

const REFERENCE = createRoute({
  method: 'get',
  path: '/reference',
  summary: 'This interface as a page to read',
  request: { query: strictQuery({}) },
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
    400: BAD_PARAMETER,
  },
});

/** The interface described: as a document, and as a page. `api` is asked when a reader comes, so that all rooms are in. */
export function openApiRoutes(api: OpenAPIHono) {
  const describe = () => JSON.parse(JSON.stringify(api.getOpenAPI31Document({ openapi: '3.1.0', info: INFO }))) as ApiDocument;
  return createRouter()
    .openapi(DOCUMENT, (c) => c.json(describe(), 200))
    .openapi(REFERENCE, (c) => c.html(toReferencePage(describe()), 200));
}
