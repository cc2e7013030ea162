import { CROSSINGS_SOURCE } from '../../../data/facts/crossings.ts';
import type { Edition } from '../../contracts/edition.ts';
import { toCrossingsSheet } from '../../exports/crossings-sheet.ts';
import { toFeatures } from '../../exports/geojson.ts';
import { queryCrossingsOn } from '../../queries/crossings-on.ts';
import { today } from '../today.ts';
import { type CollectionKind, inOrder } from './collection.ts';
import { liesIn, toPoint } from './points.ts';
import { lastDayIn } from './time.ts';

/** Around the crossings of all borders of Cambodia, in degrees. */
const AROUND_CAMBODIA: Edition['bbox'] = [102.3, 9.9, 107.7, 14.7];

/** Named border crossings, `crossings`, with their status today, or on the last day of `datetime`; they are of no edition. */
export const crossingCollections: CollectionKind = async (database) => [
  {
    id: 'crossings',
    title: 'Border crossings · ច្រកព្រំដែន',
    description: `Named crossings of the land borders with their status today, or on the last day of datetime; unknown where no source states one for the day. Real places, in no edition. Source: ${CROSSINGS_SOURCE}`,
    bbox: AROUND_CAMBODIA,
    fields: toCrossingsSheet({ on: '', source: CROSSINGS_SOURCE, crossings: [] }).fields,
    find: async ({ boxes, time }) => {
      const crossings = await queryCrossingsOn(database, lastDayIn(time, today()));
      return crossings.filter((crossing) => liesIn(boxes, crossing)).map(({ id }) => id);
    },
    draw: async (ids, time) => {
      const on = lastDayIn(time, today());
      const crossings = (await queryCrossingsOn(database, on)).filter(({ id }) => ids.includes(id));
      const points = new Map(crossings.map((crossing) => [crossing.id, crossing]));
      const id = ({ crossing }: Readonly<Record<string, unknown>>) => String(crossing);
      const sheet = toCrossingsSheet({ on, source: CROSSINGS_SOURCE, crossings });
      return inOrder(ids, toFeatures(sheet, { id, geometry: (properties) => toPoint(points.get(id(properties))) }));
    },
  },
];
