import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { FORMATS, type Format, LAYER_IDS, type PrintJob, type ProvinceAnswers } from '../../print/job.ts';
import { ORIENTATIONS, PAPERS } from '../../print/paper.ts';
import type { PrintAnswer } from '../../print/print-worker.ts';
import type { Edition } from '../contracts/edition.ts';
import { ErrorAnswer } from '../contracts/error.ts';
import { FIRST_INDICATOR } from '../contracts/first-page.ts';
import { FlowDirection } from '../contracts/flow.ts';
import { AdminLevel } from '../contracts/pcode.ts';
import { WORKSHOP_TYPES } from '../contracts/workshop.ts';
import type { Database } from '../db/database.ts';
import { answerOfThread } from '../intake/in-a-thread.ts';
import { problem } from '../problem.ts';
import { queryCrossingExists } from '../queries/crossing-exists.ts';
import { queryEditions } from '../queries/editions.ts';
import { queryOrganisationExists } from '../queries/organisation-exists.ts';
import { queryPlaceCodes } from '../queries/place-codes.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import {
  BboxParameter,
  DayParameter,
  EditionParameter,
  IdParameter,
  IndicatorParameter,
  ProvinceParameter,
  ReachParameter,
  strictQuery,
  WorkshopTypesParameter,
  YearParameter,
} from './parameters.ts';
import { filesOf, mapAnswers, overlayAnswers, provinceAnswers, readingOf } from './print-answers.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';
import { lastDayOf, today } from './today.ts';
import { createQueue } from './work-queue.ts';

const TYPES = { pdf: 'application/pdf', png: 'image/png' } as const;

const LANGUAGES = ['en', 'km'] as const;
const PRINT = {
  edition: EditionParameter,
  period: YearParameter,
  language: z.enum(LANGUAGES).default('en').openapi({ description: 'en: English; km: Khmer' }),
  format: z.enum(FORMATS).default('pdf').openapi({ description: 'pdf: lines, areas and letters; png: a picture of 300 dots an inch' }),
};
/** One or several layers, or `none`. */
const LayersParameter = z
  .string()
  .max(100)
  .transform((text) => (text === 'none' ? [] : text.split(',')))
  .pipe(z.array(z.enum(LAYER_IDS)))
  .default(['indicator'])
  .openapi({
    type: 'string',
    example: 'indicator,coverage',
    description: `What is drawn: none, or one or several of ${LAYER_IDS.join(', ')}, separated by commas`,
  });
const MapQuery = strictQuery({
  ...PRINT,
  indicator: IndicatorParameter,
  level: AdminLevel,
  province: ProvinceParameter.optional(),
  bounds: BboxParameter.optional(),
  layers: LayersParameter,
  on: DayParameter.optional(),
  reachMeters: ReachParameter,
  organisation: IdParameter.optional(),
  type: WorkshopTypesParameter.optional(),
  direction: FlowDirection.optional(),
  crossing: IdParameter.optional(),
  origin: ProvinceParameter.optional(),
  paper: z.enum(PAPERS).default('a4').openapi({ description: 'Size of the sheet' }),
  orientation: z.enum(ORIENTATIONS).default('landscape'),
});
const BriefQuery = strictQuery({
  ...PRINT,
  indicator: IndicatorParameter.default(FIRST_INDICATOR),
  province: ProvinceParameter,
  reachMeters: ReachParameter,
});

const BriefsQuery = strictQuery({
  edition: PRINT.edition,
  period: PRINT.period,
  language: PRINT.language,
  indicator: BriefQuery.shape.indicator,
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
  summary:
    'The map of an indicator, level and year on paper, all of it or a section, with its layers, title, legend, scale bar, north and sources',
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

const BRIEFS = createRoute({
  method: 'get',
  path: '/prints/briefs',
  summary: 'The briefs of all provinces as one PDF, a page each',
  request: { query: BriefsQuery },
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
/** Of all provinces. */
const LONG_LIMITS = { ...LIMITS, seconds: 180 };
const RETRY_SECONDS = 10;
const WORKER = new URL('../../print/print-worker.ts', import.meta.url);

/** Maps and briefs on paper, drawn from the same answers the page is drawn from, in a thread of their own. */
export function printRoutes({ database, ask }: PrintDependencies) {
  const queue = createQueue(QUEUE);

  /** Waits for its turn before it asks for anything: what waits costs nothing. */
  const print = async (c: Context, name: string, toJob: () => Promise<PrintJob>) => {
    const made = await queue(async () => {
      const job = await toJob();
      return { job, ...(await answerOfThread<PrintAnswer>(WORKER, job, job.kind === 'briefs' ? LONG_LIMITS : LIMITS)) };
    });
    if (made === 'full' || 'fault' in made) {
      c.header('retry-after', String(RETRY_SECONDS));
      return problem(c, 503, 'unavailable');
    }
    if ('failed' in made) throw new Error(`a print could not be drawn: ${made.failed}`);
    return c.body(made.bytes, 200, toHeaders(name, made.job.asked.format));
  };

  return createRouter()
    .openapi(MAP, async (c) => {
      const asked = c.req.valid('query');
      const { province, bounds, indicator, level, period, language } = asked;
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const missing = await missingOf(database, asked);
      if (missing !== undefined) return problem(c, 404, 'not-found', missing);
      const detail = province === undefined && bounds === undefined ? 'overview' : 'full';
      const files = filesOf(edition, level, detail);
      const communes = filesOf(edition, 'commune', detail);
      if (files === undefined || communes === undefined) return problem(c, 404, 'not-found', 'edition');
      const part = province ?? (bounds === undefined ? undefined : 'section');
      const name = [edition.id, indicator, level, ...(part === undefined ? [] : [part]), period, asked.paper, language].join('-');
      return print(c, name, async () => {
        const read = readingOf(ask, c);
        const {
          type: workshopTypes = WORKSHOP_TYPES,
          on = lastDayOf(period),
          organisation,
          direction,
          crossing,
          origin = province,
        } = asked;
        const wanted = { ...asked, province, bounds, workshopTypes, on, organisation, direction, crossing, origin, printedOn: today() };
        const answers = await mapAnswers(read, asked, files);
        return { kind: 'map', asked: wanted, answers, overlays: await overlayAnswers(read, wanted, communes) };
      });
    })
    .openapi(BRIEF, async (c) => {
      const asked = c.req.valid('query');
      const { province, period, language } = asked;
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      if (!(await hasProvince(database, asked))) return problem(c, 404, 'not-found', 'province');
      const files = filesOf(edition, 'commune', 'full');
      if (files === undefined) return problem(c, 404, 'not-found', 'edition');
      const read = readingOf(ask, c);
      return print(c, [edition.id, 'brief', province, period, language].join('-'), async () => ({
        kind: 'brief',
        asked: { ...asked, printedOn: today() },
        answers: { ...(await mapAnswers(read, { ...asked, level: 'commune' }, files)), ...(await provinceAnswers(read, asked)) },
      }));
    })
    .openapi(BRIEFS, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const files = filesOf(edition, 'commune', 'full');
      if (files === undefined) return problem(c, 404, 'not-found', 'edition');
      const read = readingOf(ask, c);
      return print(c, [edition.id, 'briefs', asked.period, asked.language].join('-'), async () => {
        const answers = await mapAnswers(read, { ...asked, level: 'commune' }, files);
        const provinces: ProvinceAnswers[] = [];
        for (const province of await queryPlaceCodes(database, { edition: edition.id, level: 'province' }))
          provinces.push({ province, ...(await provinceAnswers(read, { ...asked, province })) });
        return { kind: 'briefs', asked: { ...asked, format: 'pdf', printedOn: today() }, answers, provinces };
      });
    });
}

type Named = { edition: string } & Partial<Record<'province' | 'origin' | 'crossing' | 'organisation', string | undefined>>;

/** The first parameter that names what is not there. */
async function missingOf(database: Database, asked: Named): Promise<keyof Named | undefined> {
  const { edition, crossing, organisation } = asked;
  for (const name of ['province', 'origin'] as const) {
    const province = asked[name];
    if (province !== undefined && !(await hasProvince(database, { edition, province }))) return name;
  }
  if (crossing !== undefined && !(await queryCrossingExists(database, crossing))) return 'crossing';
  if (organisation !== undefined && !(await queryOrganisationExists(database, organisation))) return 'organisation';
  return undefined;
}

function hasProvince(database: Database, { edition, province }: { edition: string; province: string }): Promise<boolean> {
  return queryPlaceExists(database, { edition, pcode: province });
}

async function editionOf(database: Database, id: string): Promise<Edition | undefined> {
  return (await queryEditions(database)).find((edition) => edition.id === id);
}

function toHeaders(name: string, format: Format): Record<string, string> {
  return { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}.${format}"` };
}
