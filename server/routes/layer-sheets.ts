import { CROSSINGS_SOURCE } from '../../data/facts/crossings.ts';
import { DESTINATIONS } from '../../data/facts/destinations.ts';
import { GROUPS } from '../../data/vocabulary/vocabulary.ts';
import { BASIS_TERMS, COUNTRY_TERMS, DIRECTION_TERMS, PROGRAMME_TERMS, WORKSHOP_TERMS } from '../../data/vocabulary/work.ts';
import type { Edition } from '../contracts/edition.ts';
import { SERVICES } from '../datasets/social-services.ts';
import type { Database } from '../db/database.ts';
import { toCrossingsSheet } from '../exports/crossings-sheet.ts';
import { toFlowsSheet } from '../exports/flows-sheet.ts';
import type { Degrees } from '../exports/line-shape.ts';
import { toNetworksSheet } from '../exports/networks-sheet.ts';
import { toPresenceSheet } from '../exports/presence-sheet.ts';
import { toServicesSheet } from '../exports/services-sheet.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { toWorkshopsSheet } from '../exports/workshops-sheet.ts';
import { queryCrossingsOn } from '../queries/crossings-on.ts';
import { queryFlowScale } from '../queries/flow-scale.ts';
import { queryFlows } from '../queries/flows.ts';
import { queryNetworksOn } from '../queries/networks-on.ts';
import { queryOrganisations } from '../queries/organisations.ts';
import { queryPlacePoints } from '../queries/place-points.ts';
import { queryPresenceOn } from '../queries/presence-on.ts';
import { queryServicesStated } from '../queries/services-stated.ts';
import { queryWorkshops } from '../queries/workshops.ts';
import { namesOf } from './read-values.ts';

/** What is asked of a layer: a year, and the day of what has no year. */
type LayerAsked = { edition: Edition; period: string; on: string };

/** A layer as a sheet, its rows as points or lines, and what it is of. `id`: the field whose text names a row. */
export type LayerSheet = { id: string; sheet: ExportSheet; lines: readonly (readonly Degrees[])[]; source: string; when: string };

type Layer = (database: Database, asked: LayerAsked) => Promise<LayerSheet>;

const networks: Layer = async (database, { edition, on }) => {
  const [found, organisations] = [
    await queryNetworksOn(database, { edition: edition.id, on }),
    await queryOrganisations(database, edition.id),
  ];
  const sheet = toNetworksSheet({ edition, on, names: await namesOf(database, edition), organisations, groups: GROUPS, networks: found });
  const lines = await atPlaces(database, edition, found);
  return { id: 'network', sheet, lines, source: 'Register of Child Protection Networks and their quarterly reports', when: on };
};

const workshops: Layer = async (database, { edition, period }) => {
  const found = await queryWorkshops(database, { edition: edition.id, from: `${period}-01-01`, to: `${period}-12-31` });
  const [names, organisations] = [await namesOf(database, edition), await queryOrganisations(database, edition.id)];
  const sheet = toWorkshopsSheet({ edition, names, organisations, types: WORKSHOP_TERMS, groups: GROUPS, workshops: found });
  return { id: 'workshop', sheet, lines: await atPlaces(database, edition, found), source: 'Register of workshops', when: period };
};

const crossings: Layer = async (database, { on }) => {
  const found = await queryCrossingsOn(database, on);
  const sheet = toCrossingsSheet({ on, source: CROSSINGS_SOURCE, crossings: found });
  return { id: 'crossing', sheet, lines: found.map(({ lng, lat }) => [[lng, lat]]), source: CROSSINGS_SOURCE, when: on };
};

/** From the point of the origin over the crossing to the point of the destination, or back; what is not known is left out. */
const flows: Layer = async (database, { edition, period, on }) => {
  const found = await queryFlows(database, { edition: edition.id, period, originDigits: 6 });
  const { sources } = await queryFlowScale(database, { edition: edition.id, period });
  const [known, points] = [await queryCrossingsOn(database, on), await queryPlacePoints(database, edition.id)];
  const terms = { countries: COUNTRY_TERMS, directions: DIRECTION_TERMS, bases: BASIS_TERMS };
  const sheet = toFlowsSheet({ edition, period, names: await namesOf(database, edition), crossings: known, terms, sources, flows: found });
  const lines = found.map((flow): Degrees[] => {
    const crossing = known.find(({ id }) => id === flow.crossing);
    const end = DESTINATIONS.find(({ country, province }) => country === flow.destinationCountry && province === flow.destinationProvince);
    const origin = points.get(flow.origin);
    const way: Degrees[] = [
      ...(origin === undefined ? [] : [origin]),
      ...(crossing === undefined ? [] : [[crossing.lng, crossing.lat] as const]),
      ...(end === undefined ? [] : [[end.lng, end.lat] as const]),
    ];
    return flow.direction === 'out' ? way : way.reverse();
  });
  return { id: 'flow', sheet, lines, source: sources.join('; '), when: period };
};

const presence: Layer = async (database, { edition, on }) => {
  const found = await queryPresenceOn(database, { edition: edition.id, on });
  const sheet = toPresenceSheet({ edition, on, names: await namesOf(database, edition), programmes: PROGRAMME_TERMS, presence: found });
  return { id: 'presence', sheet, lines: await atPlaces(database, edition, found), source: 'Register of partners', when: on };
};

/** Where shelters stand is told to nobody by a layer of a map. */
const KINDS_SHOWN = SERVICES.filter(({ code }) => code !== 'shelter');

const services: Layer = async (database, { edition, period }) => {
  const found = await queryServicesStated(database, { edition: edition.id, period });
  const sheet = toServicesSheet({ edition, names: await namesOf(database, edition), kinds: KINDS_SHOWN, services: found });
  return {
    id: 'pcode',
    sheet,
    lines: await atPlaces(database, edition, found),
    source: 'Register of social services',
    when: `up to ${period}`,
  };
};

/** The layers that leave as files. */
export const LAYER_SHEETS = { networks, workshops, crossings, flows, presence, 'social-services': services } as const;

/** The point of each row's place, or nothing. */
async function atPlaces(database: Database, edition: Edition, rows: readonly { pcode: string }[]): Promise<Degrees[][]> {
  const points = await queryPlacePoints(database, edition.id);
  return rows.map(({ pcode }) => {
    const point = points.get(pcode);
    return point === undefined ? [] : [point];
  });
}
