import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

type Parameter = { name: string; in: 'query' | 'path' };
type Route = { path: string; parameters: readonly Parameter[] };
type ApiDocument = { paths: Record<string, Record<string, { parameters?: readonly Parameter[] }>> };

/** Values that mean something to some parameter, so that many requests get past the first check. */
const SENSIBLE = [
  ...[SMALL, '2025', '2025-12-31', '2025-02-29', '15000', '5000', '30000', '12', '01', '0102', '010201', 'KH10203', '០១០២០១', 'N-1'],
  ...[
    'poipet',
    'acts',
    'tot',
    'tot,vsnp',
    'out',
    'return',
    'province',
    'commune',
    'TH',
    'TH:Sa Kaeo',
    '103.05',
    '13.05',
    '103,13,103.3,13.2',
  ],
  ...['ប៉ោយប៉ែត', 'ប៉ោយ\u200bប៉ែត', "O'Smach", 'high-risk-children-rate', 'adults-abroad', 'places-full-aaaaaaaaaaaaaaaa.json'],
];
/** Values at and over the edges. */
const EDGES = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u0001\u001f\u007f',
    '\n',
    '%',
    '%00',
    '%E0%A4%A',
    '\\',
    "'",
    '"',
    ';--',
    '{}',
    '[]',
    '..',
    '../..',
    'null',
  ],
  ...['undefined', 'NaN', 'Infinity', '-1', '-0', '0', '00', '1e309', '9'.repeat(400), '2147483648', '9223372036854775808', '0x10', '1.5'],
  ...['0000-01-01', '9999-12-31', '2025-13-01', '1900', '2099', '19', '-180', '180', '-90', '90', '180,90,-180,-90', '0,0,0,0', '1,2,3'],
  ...['__proto__', 'constructor', 'toString', '\ufeff', '\u{10ffff}', '👩‍👧‍👦', 'ก', 'x'.repeat(5000), '០'.repeat(200), '01020304050607'],
];

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...SENSIBLE) },
  { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

describe('a garbled request', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    let routes: Route[];
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
      routes = routesOf((await asking.ask('/api/openapi.json')).body as ApiDocument);
    });
    afterAll(() => database.close());

    it('never makes the server fail, on any route with any parameter', async () => {
      expect(routes.length).toBeGreaterThan(15);
      for (const route of routes) {
        await fc.assert(
          fc.asyncProperty(requestTo(route), async (path) => {
            const { status } = await asking.ask(path);
            expect(asking.failures).toEqual([]);
            expect([200, 304, 400, 404]).toContain(status);
          }),
          { numRuns: 50, seed: 20261124 },
        );
      }
    });

    it('is told the name of a parameter that no route has', async () => {
      for (const { path } of routes.filter(({ parameters }) => parameters.every((parameter) => parameter.in === 'query'))) {
        const { status, body } = await asking.ask(`${path}?colour=red`);
        expect({ path, status }).toEqual({ path, status: 400 });
        expect(body).toMatchObject({ error: { code: 'bad-parameter' } });
      }
    });
  });
});

function routesOf(document: ApiDocument): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    methods['get'] === undefined ? [] : [{ path, parameters: methods['get'].parameters ?? [] }],
  );
}

/** A request of the route: each parameter well, badly, twice or not at all, and now and then one more. */
function requestTo({ path, parameters }: Route): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const inQuery = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const pairs = fc.tuple(...inQuery.map((name) => valuesOf(name)));
  const extra = fc.option(fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'colour', ''), fc.string({ maxLength: 8 })), value), {
    freq: 8,
    nil: undefined,
  });
  return fc.tuple(fc.tuple(...inPath.map(() => value)), pairs, extra).map(([pathValues, queryValues, more]) => {
    const filled = inPath.reduce((text, name, index) => text.replace(`{${name}}`, encode(pathValues[index] ?? '')), path);
    const query = [...queryValues.flat(), ...(more === undefined ? [] : [more])].map(([name, text]) => `${encode(name)}=${encode(text)}`);
    return `${filled}?${query.join('&')}`;
  });
}

function valuesOf(name: string): fc.Arbitrary<[string, string][]> {
  const fitting = { edition: SMALL, period: '2025', on: '2025-12-31', year: '2025', from: '2024-01-01', to: '2025-12-31' }[name];
  const one = fitting === undefined ? value : fc.oneof({ weight: 6, arbitrary: fc.constant(fitting) }, { weight: 1, arbitrary: value });
  return fc.oneof(
    { weight: 8, arbitrary: one.map((text): [string, string][] => [[name, text]]) },
    { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
    {
      weight: 1,
      arbitrary: fc.tuple(one, value).map(([a, b]): [string, string][] => [
        [name, a],
        [`${name}`, b],
      ]),
    },
    { weight: 1, arbitrary: one.map((text): [string, string][] => [[`${name}[]`, text]]) },
  );
}

/** Percent-encodes; lone surrogates, which no URL can hold, become replacement characters, and broken escapes stay as they are. */
function encode(text: string): string {
  return text.startsWith('%') ? text : encodeURIComponent(text.toWellFormed()).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2e'));
}
