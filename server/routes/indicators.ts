import { createRoute } from '@hono/zod-openapi';
import { INDICATORS } from '../../data/indicators/index.ts';
import { type Indicator, type IndicatorFile, IndicatorList } from '../contracts/indicator.ts';
import { ADMIN_LEVELS, type AdminLevel, type Pcode } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { naturalBreaks } from '../domain/classes/natural-breaks.ts';
import { groupByPlace } from '../domain/rates/group.ts';
import { toPlaceValue } from '../domain/rates/place-value.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryPlaceCodes } from '../queries/place-codes.ts';
import { figuresOf, type YearOfFigures } from './figures.ts';
import { EditionParameter, strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

/** What can be mapped in an edition. */
export function indicatorRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/indicators',
      summary: 'Indicators of an edition with their periods and classes',
      request: { query: strictQuery({ edition: EditionParameter }) },
      responses: {
        200: answer('All indicators in their order; one without a statement in the edition has no periods', IndicatorList),
        400: BAD_PARAMETER,
      },
    }),
    async (c) => {
      const { edition } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const places = new Map<AdminLevel, Pcode[]>();
      for (const level of ADMIN_LEVELS) places.set(level, await queryPlaceCodes(database, { edition, level }));
      const indicators: Indicator[] = [];
      for (const file of INDICATORS) indicators.push(toIndicator(file, await figuresOf(database, file, { edition }), places));
      return c.json({ edition, indicators }, 200);
    },
  );
}

/** The scale of an indicator, the same for every period: its file's classes, else natural ones over all communes and years. */
function toIndicator(file: IndicatorFile, years: readonly YearOfFigures[], places: ReadonlyMap<AdminLevel, readonly Pcode[]>): Indicator {
  const valuesOf = (level: AdminLevel) => years.flatMap(({ communes }) => valuesAt(file, communes, places.get(level) ?? []));
  const ofCommunes = valuesOf('commune');
  return {
    ...file,
    periods: years.map(({ period }) => period),
    breaks: file.breaks ?? naturalBreaks(ofCommunes, file.decimals),
    maximum: [...valuesOf('province'), ...valuesOf('district'), ...ofCommunes].reduce((most, value) => Math.max(most, value), 0),
  };
}

function valuesAt(file: IndicatorFile, communes: YearOfFigures['communes'], pcodes: readonly Pcode[]): number[] {
  return groupByPlace(pcodes, communes).flatMap((figures) => {
    const place = toPlaceValue(figures, file);
    return place.state === 'value' && place.value > 0 ? [place.value] : [];
  });
}
