import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { onSmallApi } from '../support/small-api.ts';
import { SMALL } from '../support/small-edition.ts';

const Operation = z.object({
  summary: z.string().min(1),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['query', 'path']), required: z.boolean().optional() })).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(1) })),
});
const ApiDocument = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.strictObject({ get: Operation.optional(), post: Operation.optional(), delete: Operation.optional() })),
});

/** A value that each parameter takes, and values it must refuse. */
const PARAMETERS: Readonly<Record<string, { right: string; wrong: readonly string[] }>> = {
  edition: { right: SMALL, wrong: ['', 'nowhere', 'Small', 'a b'] },
  indicator: { right: 'high-risk-children', wrong: ['', 'children', 'HIGH-RISK-CHILDREN'] },
  level: { right: 'commune', wrong: ['', 'village', 'Commune', '3'] },
  format: { right: 'csv', wrong: ['', 'pdf', 'CSV'] },
  hxl: { right: 'yes', wrong: ['', 'true'] },
  numerators: { right: 'needed', wrong: ['', 'none', 'All'] },
  period: { right: '2025', wrong: ['', '25', '2025-01', '1899', '2100', '២០២៥'] },
  year: { right: '2025', wrong: ['', '25', '2025-01', '1899'] },
  on: { right: '2025-12-31', wrong: ['', '2025-02-29', '31-12-2025', '2025-12-31T00:00', '1899-12-31', '2100-01-01'] },
  from: { right: '2024-01-01', wrong: ['', '2025-13-01', 'yesterday'] },
  to: { right: '2025-12-31', wrong: ['', '2025-00-10', 'tomorrow'] },
  q: { right: 'Poipet', wrong: ['', 'x'.repeat(101)] },
  limit: { right: '5', wrong: ['', '0', '51', '-1', '1.5', '5e1', 'ten'] },
  dataset: { right: 'networks', wrong: ['', 'statistics', 'Networks'] },
  register: { right: 'networks', wrong: ['', 'population', 'Networks'] },
  organisation: { right: 'acts', wrong: ['', 'Acts', 'a b', "a'"] },
  bbox: { right: '103,13,104,14', wrong: ['', '103,13,104', '104,13,103,14', '103,14,104,13', '103,13,181,14', 'a,b,c,d'] },
  bounds: { right: '103,13,104,14', wrong: ['', '103,13,104', '104,13,103,14', '103,14,104,13', 'a,b,c,d'] },
  layer: { right: 'networks', wrong: ['', 'roads', 'Networks'] },
  layers: { right: 'indicator,routes', wrong: ['', 'areas', 'indicator,', 'Routes'] },
  reachMeters: { right: '15000', wrong: ['', '4999', '30001', '15000.5', '15km'] },
  type: { right: 'tot', wrong: ['', 'lunch', 'tot,', 'tot,lunch', 'TOT'] },
  province: { right: '01', wrong: ['', '0102', 'KH', '00'] },
  originLevel: { right: 'province', wrong: ['', 'village'] },
  direction: { right: 'out', wrong: ['', 'in', 'Out'] },
  crossing: { right: 'poipet', wrong: ['', 'Poipet', '../poipet'] },
  origin: { right: '01', wrong: ['', '123456789', 'Poipet'] },
  destination: { right: 'TH', wrong: ['', 'KH', 'TH:', 'th', 'TH:<b>'] },
  language: { right: 'km', wrong: ['', 'th', 'Khmer'] },
  paper: { right: 'a3', wrong: ['', 'a5', 'A4'] },
  orientation: { right: 'portrait', wrong: ['', 'upright'] },
  lng: { right: '103.05', wrong: ['', '181', '-180.5', '1e2', '103,05', 'east'] },
  lat: { right: '13.05', wrong: ['', '91', '-90.5', 'north'] },
  pcode: { right: '010202', wrong: ['Poipet', '123456789', '00', 'KH'] },
  network: { right: 'N-1', wrong: ['N_1', 'n'.repeat(41), 'N 1'] },
  collection: { right: `places_${SMALL}_commune`, wrong: ['x'.repeat(201)] },
  feature: { right: '010101', wrong: ['x'.repeat(201)] },
  f: { right: 'json', wrong: ['', 'html', 'JSON'] },
  offset: { right: '1', wrong: ['', '-1', '1.5', '1e3', 'ten'] },
  datetime: {
    right: '2025-01-01/..',
    wrong: ['', '..', '2025-02-29', '2025-13', '2025-06-01T25:00:00Z', '2025/2024', '2024/2025/2026', '1899', '2100-01-01', 'now'],
  },
  release: { right: '0123456789abcdef', wrong: ['0123', 'X'.repeat(16), '0123456789abcdeg'] },
  name: { right: 'manifest.json', wrong: ['manifest.txt', 'Manifest.json', 'manifest'] },
  file: { right: `places-full-${'a'.repeat(16)}.json`, wrong: ['places.json', 'places-full-aaaa.json'] },
};
const OF_PRINTS = { format: { right: 'pdf', wrong: ['', 'csv', 'PDF'] } };
const OF_TRAININGS = { from: { right: '2024', wrong: ['', '2024-01-01'] }, to: { right: '2025', wrong: ['', '2025-12-31', '25'] } };
/** Layers take more on a page than a search, and boxes with heights; more than the most is not wrong there. */
const OF_LAYERS = {
  limit: { right: '5', wrong: ['', '0', '-1', '1.5', '5e1', 'ten'] },
  bbox: {
    right: '103,13,0,104,14,9',
    wrong: ['', '103,13,104', '103,14,104,13', '103,13,181,14', '103,13,9,104,14,0', 'a,b,c,d', '1,2,3,4,5'],
  },
};

describe('parameters', () => {
  onSmallApi(({ answer, refusal }) => {
    const paths = async () => (await answer(ApiDocument, '/api/openapi.json')).paths;
    /** What is asked without changing anything. */
    const routes = async () =>
      Object.entries(await paths()).flatMap(([path, { get }]) => (get === undefined ? [] : [{ path, parameters: get.parameters ?? [] }]));
    const valuesOf = (path: string, name: string) => {
      const isOfTrainings = path === '/api/trainings' && (name === 'from' || name === 'to');
      const isOfLayers = path.startsWith('/ogc/') && (name === 'limit' || name === 'bbox');
      const isOfPrints = path.startsWith('/api/prints/') && name === 'format';
      const own = isOfTrainings ? OF_TRAININGS[name] : isOfLayers ? OF_LAYERS[name] : isOfPrints ? OF_PRINTS[name] : undefined;
      const values = own ?? PARAMETERS[name];
      if (values === undefined) throw new Error(`the test knows no value for ${name} of ${path}`);
      return values;
    };
    /** The route asked with right values, some of them replaced, left out (undefined) or followed by more. */
    const request = (
      route: Awaited<ReturnType<typeof routes>>[number],
      changed: Readonly<Record<string, string | undefined>> = {},
      more: readonly (readonly [string, string])[] = [],
    ) => {
      const chosen = (name: string) => (name in changed ? changed[name] : valuesOf(route.path, name).right);
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(chosen(name) ?? ''));
      const query = new URLSearchParams();
      for (const parameter of route.parameters.filter((candidate) => candidate.in === 'query')) {
        const value = chosen(parameter.name);
        if (value !== undefined) query.append(parameter.name, value);
      }
      for (const [name, value] of more) query.append(name, value);
      return `${path}?${query}`;
    };

    it('that are right are answered', async () => {
      for (const route of await routes()) {
        // The small edition's published files are no real ones; prints and releases have tests of their own.
        if (/^\/api\/(geometry|prints|releases)\//.test(route.path) || route.path === '/api/reference') continue;
        const isFile = /^\/api\/(exports|templates)\/|\/(items|schema)\b/.test(route.path);
        await answer(isFile ? z.string().min(1) : z.object(), request(route));
      }
    });

    it('that are wrong are refused by name', async () => {
      for (const route of await routes()) {
        for (const { name } of route.parameters) {
          for (const wrong of valuesOf(route.path, name).wrong) {
            const path = request(route, { [name]: wrong });
            const isUnknownEdition = route.path.startsWith('/api/geometry/') && wrong === 'nowhere';
            if (isUnknownEdition || (route.path.includes(`{${name}}`) && wrong === '')) continue;
            expect([path, await refusal(path)]).toEqual([path, `400 ${name}`]);
          }
        }
      }
    });

    it('that are missing, given twice or unknown are refused by name', async () => {
      for (const route of await routes()) {
        for (const { name, required } of route.parameters.filter((parameter) => parameter.in === 'query')) {
          const twice = request(route, {}, [[name, valuesOf(route.path, name).right]]);
          expect([twice, await refusal(twice)]).toEqual([twice, `400 ${name}`]);
          if (required !== true) continue;
          const without = request(route, { [name]: undefined });
          expect([without, await refusal(without)]).toEqual([without, `400 ${name}`]);
        }
        for (const unknown of ['colour', 'Edition', '__proto__']) {
          const path = request(route, {}, [[unknown, 'red']]);
          expect([path, await refusal(path)]).toEqual([path, `400 ${unknown}`]);
        }
      }
    });

    it('are described, with every route that answers', async () => {
      const app = createApp({
        database: { home: 'embedded' } as never,
        hosts: new Set(),
        webFolder: undefined,
        logError: () => {},
      });
      const mounted = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path.replace(/:(\w+)(\{.*\})?/g, '{$1}'));
      const described = Object.keys(await paths());
      expect([...new Set(mounted)].sort()).toEqual(described.toSorted());
      expect(described).toEqual(expect.arrayContaining(['/api/indicators', '/api/values', '/api/denominators', '/api/places/{pcode}']));
    });
  });
});
