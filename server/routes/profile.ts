import { createRoute, z } from '@hono/zod-openapi';
import { INDICATORS } from '../../data/indicators/index.ts';
import type { IndicatorFile } from '../contracts/indicator.ts';
import { levelOf, parentOf } from '../contracts/pcode.ts';
import { PlaceProfile } from '../contracts/profile.ts';
import type { Database } from '../db/database.ts';
import { type Figure, toPlaceValue, toRatio } from '../domain/rates/place-value.ts';
import { problem } from '../problem.ts';
import { queryActionItems } from '../queries/action-items.ts';
import { queryComposition } from '../queries/composition.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryIdentifiedChildren } from '../queries/identified-children.ts';
import { queryIndicatorPeriods } from '../queries/indicator-periods.ts';
import { queryLastAssessment } from '../queries/last-assessment.ts';
import { queryNearestActive } from '../queries/nearest-active.ts';
import { queryNetworksOn } from '../queries/networks-on.ts';
import { queryPlace } from '../queries/place.ts';
import { queryPlaceCodes } from '../queries/place-codes.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { queryPlaceSources } from '../queries/place-sources.ts';
import { queryPresenceAround } from '../queries/presence-around.ts';
import { queryWorkshops } from '../queries/workshops.ts';
import { figuresOf } from './figures.ts';
import { EditionParameter, PcodeParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';
import { lastDayOf } from './today.ts';

const LAST_WORKSHOPS = 10;
const FIRST_DAY = '1900-01-01';

type Place = PlaceProfile['place'];
type Asked = { edition: string; period: string; place: Place };
type ProfileValue = PlaceProfile['indicators'][number]['series'][number];

/** All that is known of one place. */
export function profileRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/places/{pcode}',
      summary: 'Profile of a province, district or commune, as it stood on the last day of the period',
      request: { params: z.object({ pcode: PcodeParameter }), query: strictQuery({ edition: EditionParameter, period: YearParameter }) },
      responses: {
        200: answer('The place; asked for a village, its commune, because statements are about communes', PlaceProfile),
        400: BAD_PARAMETER,
        404: NOT_FOUND,
      },
    }),
    async (c) => {
      const { pcode } = c.req.valid('param');
      const { edition, period } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const place = await queryMappedPlace(database, { edition, pcode });
      return place === undefined
        ? problem(c, 404, 'not-found', 'pcode')
        : c.json(await profileOf(database, { edition, period, place }), 200);
    },
  );
}

/** The place of the code, or the commune of a village. */
async function queryMappedPlace(database: Database, asked: { edition: string; pcode: string }): Promise<Place | undefined> {
  const isVillage = levelOf(asked.pcode) === 'village';
  if (!isVillage) return queryPlace(database, asked);
  const commune = (await queryPlaceExists(database, asked)) ? parentOf(asked.pcode) : undefined;
  return commune === undefined ? undefined : queryPlace(database, { ...asked, pcode: commune });
}

async function profileOf(database: Database, { edition, period, place }: Asked): Promise<PlaceProfile> {
  const on = lastDayOf(period);
  const within = place.pcode;
  const asked = { edition, period, within };
  const workshops = await queryWorkshops(database, { edition, from: FIRST_DAY, to: on, within, limit: LAST_WORKSHOPS });
  const communes = await queryPlaceCodes(database, { edition, level: 'commune' });
  return {
    edition,
    place,
    indicators: await seriesOf(database, { edition, within }),
    composition: { period, ...(await queryComposition(database, asked)) },
    lastAssessment: await queryLastAssessment(database, asked),
    nearestActive: (await queryNearestActive(database, { edition, pcode: within, on })) ?? null,
    networks: await queryNetworksOn(database, { edition, on, within }),
    presence: await queryPresenceAround(database, { edition, within, on }),
    workshops: workshops.map(({ lng: _, lat: __, ...workshop }) => workshop),
    actions: await queryActionItems(database, asked),
    communes: {
      total: communes.filter((commune) => commune.startsWith(within)).length,
      assessed: (await queryIdentifiedChildren(database, asked)).length,
    },
    sources: await queryPlaceSources(database, { edition, within }),
  };
}

/** The place's value in every year the edition has one of the indicator; a year without a statement about the place is not assessed. */
async function seriesOf(database: Database, asked: { edition: string; within: string }): Promise<PlaceProfile['indicators']> {
  const known = await queryIndicatorPeriods(database, {
    edition: asked.edition,
    subjects: INDICATORS.map(({ subject }) => subject),
    measures: INDICATORS.map(({ numerator }) => numerator),
  });
  const indicators: PlaceProfile['indicators'] = [];
  for (const indicator of INDICATORS) {
    const own = known.filter(({ subject, measure }) => subject === indicator.subject && measure === indicator.numerator);
    const years = new Map((await figuresOf(database, indicator, asked)).map((year) => [year.period, year]));
    const series = own.map(({ period }) => toProfileValue(period, [...(years.get(period)?.communes.values() ?? [])], indicator));
    indicators.push({ indicator: indicator.id, series });
  }
  return indicators;
}

function toProfileValue(period: string, figures: readonly Figure[], indicator: IndicatorFile): ProfileValue {
  const { denominator } = toRatio(figures);
  return { period, ...toPlaceValue(figures, indicator), ...(denominator > 0 ? { denominator } : {}) };
}
