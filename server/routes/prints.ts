import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { FORMATS, type Format, type MapAnswers, type PrintJob } from '../../print/job.ts';
import { ORIENTATIONS, PAPERS } from '../../print/paper.ts';
import type { PrintAnswer } from '../../print/print-worker.ts';
import type { Edition } from '../contracts/edition.ts';
import { ErrorAnswer } from '../contracts/error.ts';
import { FIRST_INDICATOR } from '../contracts/first-page.ts';
import { AdminLevel } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { answerOfThread } from '../intake/in-a-thread.ts';
import { problem } from '../problem.ts';
import { queryEditions } from '../queries/editions.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { EditionParameter, IndicatorParameter, ProvinceParameter, ReachParameter, strictQuery, YearParameter } from './parameters.ts';
import { createQueue } from './print-queue.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';
import { lastDayOf, today } from './today.ts';

const TYPES = { pdf: 'application/pdf', png: 'image/png' } as const;

const LANGUAGES = ['en', 'km'] as const;
const PRINT = {
  edition: EditionParameter,
  period: YearParameter,
  language: z.enum(LANGUAGES).default('en').openapi({ description: 'en: English; km: Khmer' }),
  format: z.enum(FORMATS).default('pdf').openapi({ description: 'pdf: lines, areas and letters; png: a picture of 300 dots an inch' }),
};
const MapQuery = strictQuery({
  ...PRINT,
  indicator: IndicatorParameter,
  level: AdminLevel,
  province: ProvinceParameter.optional(),
  paper: z.enum(PAPERS).default('a4').openapi({ description: 'Size of the sheet' }),
  orientation: z.enum(ORIENTATIONS).default('landscape'),
});
const BriefQuery = strictQuery({
  ...PRINT,
  indicator: IndicatorParameter.default(FIRST_INDICATOR),
  province: ProvinceParameter,
  reachMeters: ReachParameter,
});

const RESPONSES = {
  200: {
    description: 'The file',
    content: Object.fromEntries(Object.values(TYPES).map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }])),
  },
  400: BAD_PARAMETER,
  404: NOT_FOUND,
  503: answer('Too many prints wait, or this one took too long; ask again after the seconds named in Retry-After', ErrorAnswer),
};

const MAP = createRoute({
  method: 'get',
  path: '/prints/map',
  summary: 'The map of an indicator, level and year on paper, with title, legend, scale bar, north and sources',
  request: { query: MapQuery },
  responses: RESPONSES,
});
const BRIEF = createRoute({
  method: 'get',
  path: '/prints/brief',
  summary: 'A province on one page: map by commune, four figures, gap list and trend',
  request: { query: BriefQuery },
  responses: RESPONSES,
});

export type PrintDependencies = {
  database: Database;
  /** Asks the API as the reader would. */
  ask: (path: string, c: Context) => Promise<Response>;
};

/** Two cores serve readers: one print at a time. */
const QUEUE = { atOnce: 1, mostWaiting: 8 };
const LIMITS = { seconds: 60, megabytes: 512 };
const RETRY_SECONDS = 10;

/** Maps and briefs on paper, drawn from the same answers the page is drawn from, in a thread of their own. */
export function printRoutes({ database, ask }: PrintDependencies) {
  const queue = createQueue(QUEUE);
  const reading =
    (c: Context) =>
    async (path: string, parameters: Readonly<Record<string, string>> = {}) => {
      const response = await ask(`${path}?${new URLSearchParams(parameters)}`, c);
      if (!response.ok) throw new Error(`a print asked ${path} and was answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    };

  const mapAnswers = async (
    c: Context,
    {
      edition,
      indicator,
      level,
      period,
      isNear,
    }: { edition: Edition; indicator: string; level: AdminLevel; period: string; isNear: boolean },
  ): Promise<MapAnswers | undefined> => {
    const file = edition.geometry?.[level]?.[isNear ? 'full' : 'overview'];
    if (edition.places === null || file === undefined) return undefined;
    const read = reading(c);
    return {
      editions: await read('/api/editions'),
      indicators: await read('/api/indicators', { edition: edition.id }),
      values: await read('/api/values', { edition: edition.id, indicator, level, period, numerators: 'needed' }),
      places: await read(edition.places.url),
      geometry: await read(file.url),
    };
  };

  const print = async (c: Context, job: PrintJob, name: string) => {
    const made = await queue(() => answerOfThread<PrintAnswer>(new URL('../../print/print-worker.ts', import.meta.url), job, LIMITS));
    if (made === 'full' || 'refused' in made) {
      c.header('retry-after', String(RETRY_SECONDS));
      return problem(c, 503, 'unavailable');
    }
    if ('failed' in made) throw new Error(`a print could not be drawn: ${made.failed}`);
    return c.body(new Uint8Array(made.bytes), 200, toHeaders(name, job.asked.format));
  };

  return createRouter()
    .openapi(MAP, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const { province, indicator, level, period, language } = asked;
      if (province !== undefined && !(await queryPlaceExists(database, { edition: edition.id, pcode: province })))
        return problem(c, 404, 'not-found', 'province');
      const answers = await mapAnswers(c, { ...asked, edition, isNear: province !== undefined });
      if (answers === undefined) return problem(c, 404, 'not-found', 'edition');
      const name = [edition.id, indicator, level, ...(province === undefined ? [] : [province]), period, asked.paper, language].join('-');
      return print(c, { kind: 'map', asked: { ...asked, province, printedOn: today() }, answers }, name);
    })
    .openapi(BRIEF, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const { province, period, reachMeters } = asked;
      if (!(await queryPlaceExists(database, { edition: edition.id, pcode: province }))) return problem(c, 404, 'not-found', 'province');
      const answers = await mapAnswers(c, { ...asked, edition, level: 'commune', isNear: true });
      if (answers === undefined) return problem(c, 404, 'not-found', 'edition');
      const read = reading(c);
      const about = { edition: edition.id, period };
      const profile = await read(`/api/places/${province}`, about);
      const gaps = await read('/api/gaps', { ...about, province, on: lastDayOf(period), reachMeters: String(reachMeters) });
      const name = [edition.id, 'brief', province, period, asked.language].join('-');
      return print(c, { kind: 'brief', asked: { ...asked, printedOn: today() }, answers: { ...answers, profile, gaps } }, name);
    });
}

async function editionOf(database: Database, id: string): Promise<Edition | undefined> {
  return (await queryEditions(database)).find((edition) => edition.id === id);
}

function toHeaders(name: string, format: Format): Record<string, string> {
  return { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}.${format}"` };
}
