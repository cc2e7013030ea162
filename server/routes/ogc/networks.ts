import { GROUPS } from '../../../data/vocabulary/vocabulary.ts';
import { codeOf, toFeatures } from '../../exports/geojson.ts';
import { toNetworksSheet } from '../../exports/networks-sheet.ts';
import { queryNetworksOn } from '../../queries/networks-on.ts';
import { queryOrganisations } from '../../queries/organisations.ts';
import { namesOf } from '../read-values.ts';
import { today } from '../today.ts';
import { type CollectionKind, inOrder } from './collection.ts';
import { liesIn, pointsOfCommunes, toPoint } from './points.ts';
import { lastDayIn } from './time.ts';
import { editionSentence, editionTitle } from './words.ts';

/**
 * Child Protection Networks of an edition, `networks_EDITION`, as they stand on a day: today, or the last day of `datetime`
 * (today where it has none). Those founded later or closed by then are not there. Each stands at its commune's point.
 */
export const networkCollections: CollectionKind = async (database, editions) =>
  editions.map((edition) => ({
    id: `networks_${edition.id}`,
    title: `Child Protection Networks · បណ្តាញការពារកុមារ, ${editionTitle(edition)}`,
    description: [
      'Networks as they stand today, or on the last day of datetime, each at the point of its commune; counts only, no names.',
      'Source: register of Child Protection Networks and their quarterly reports.',
      editionSentence(edition),
    ].join(' '),
    bbox: edition.bbox,
    fields: toNetworksSheet({ edition, on: '', names: new Map(), organisations: [], groups: GROUPS, networks: [] }).fields,
    find: async ({ boxes, time }) => {
      const networks = await queryNetworksOn(database, { edition: edition.id, on: lastDayIn(time, today()) });
      const points = await pointsOfCommunes(database, edition.id);
      return networks.filter(({ pcode }) => liesIn(boxes, points.get(pcode))).map(({ code }) => code);
    },
    draw: async (ids, time) => {
      const on = lastDayIn(time, today());
      const wanted = new Set(ids);
      const networks = (await queryNetworksOn(database, { edition: edition.id, on })).filter(({ code }) => wanted.has(code));
      const points = await pointsOfCommunes(database, edition.id);
      const [names, organisations] = [await namesOf(database, edition), await queryOrganisations(database, edition.id)];
      const sheet = toNetworksSheet({ edition, on, names, organisations, groups: GROUPS, networks });
      const id = ({ network }: Parameters<typeof codeOf>[0]) => String(network);
      return inOrder(ids, toFeatures(sheet, { id, geometry: (properties) => toPoint(points.get(codeOf(properties))) }));
    },
  }));
