import { createRoute, z } from '@hono/zod-openapi';
import { AdminLevel, type Pcode } from '../contracts/pcode.ts';
import { DenominatorColumns, toValueColumns, ValueColumns } from '../contracts/values.ts';
import type { Database } from '../db/database.ts';
import { groupByPlace } from '../domain/rates/group.ts';
import { toPlaceValue, toRatio } from '../domain/rates/place-value.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryPlaceOrder } from '../queries/place-order.ts';
import { readYear, type YearOfFigures } from './figures.ts';
import { EditionParameter, IndicatorParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

const COLUMNS = { edition: EditionParameter, indicator: IndicatorParameter, level: AdminLevel, period: YearParameter };
const ColumnsQuery = strictQuery(COLUMNS);

const ValuesQuery = strictQuery({
  ...COLUMNS,
  numerators: z
    .enum(['all', 'needed'])
    .default('all')
    .openapi({ description: 'all: of every place that has one; needed: only of places without a denominator, which have no other number' }),
});

const VALUES = createRoute({
  method: 'get',
  path: '/values',
  summary: 'Values of an indicator, level and year, with the state of every place',
  request: { query: ValuesQuery },
  responses: {
    200: answer('Columns in the place order named; a year without a statement is not assessed everywhere', ValueColumns),
    400: BAD_PARAMETER,
    404: NOT_FOUND,
  },
});

const DENOMINATORS = createRoute({
  method: 'get',
  path: '/denominators',
  summary: 'What the values of an indicator, level and year are rated by',
  request: { query: ColumnsQuery },
  responses: {
    200: answer('Denominators of assessed places; above communes, those of the assessed communes added up', DenominatorColumns),
    400: BAD_PARAMETER,
    404: NOT_FOUND,
  },
});

/** Numbers as columns. */
export function valueRoutes({ database }: { database: Database }) {
  return createRouter()
    .openapi(VALUES, async (c) => {
      const { numerators, ...asked } = c.req.valid('query');
      if (!(await queryEditionExists(database, asked.edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const placeOrder = await queryPlaceOrder(database, asked.edition);
      if (placeOrder === undefined) return problem(c, 404, 'not-found', 'edition');
      const { indicator, year, communes, places } = await readYear(database, asked);
      const groups = groupByPlace(places, year.communes);
      const columns = toValueColumns(
        groups.map((figures) => toPlaceValue(figures, indicator)),
        numerators,
      );
      const assessedCommunes = asked.level === 'commune' ? [] : groups.map((figures) => figures.length);
      const { denominatorYears } = year;
      return c.json({ ...asked, placeOrder, ...columns, assessedCommunes, denominatorYears, summary: toSummary(communes, year) }, 200);
    })
    .openapi(DENOMINATORS, async (c) => {
      const asked = c.req.valid('query');
      if (!(await queryEditionExists(database, asked.edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const placeOrder = await queryPlaceOrder(database, asked.edition);
      if (placeOrder === undefined) return problem(c, 404, 'not-found', 'edition');
      const { year, places } = await readYear(database, asked);
      const bases = groupByPlace(places, year.communes).map((figures) => toRatio(figures).denominator);
      const present = bases.map((base) => (base > 0 ? 'y' : 'n')).join('');
      const { denominatorYears } = year;
      return c.json({ ...asked, denominatorYears, placeOrder, present, values: bases.filter((base) => base > 0) }, 200);
    });
}

function toSummary(communes: readonly Pcode[], { communes: assessed, newestOn }: YearOfFigures): ValueColumns['summary'] {
  const numerator = [...assessed.values()].reduce((sum, figure) => sum + figure.numerator, 0);
  return { numerator, assessed: assessed.size, communes: communes.length, newestOn };
}
