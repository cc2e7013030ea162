import { GROUPS } from '../../../data/vocabulary/vocabulary.ts';
import { WORKSHOP_TERMS } from '../../../data/vocabulary/work.ts';
import type { Database } from '../../db/database.ts';
import { codeOf, toFeatures } from '../../exports/geojson.ts';
import { toWorkshopsSheet } from '../../exports/workshops-sheet.ts';
import { queryOrganisations } from '../../queries/organisations.ts';
import { queryWorkshops } from '../../queries/workshops.ts';
import { namesOf } from '../read-values.ts';
import { type CollectionKind, inOrder } from './collection.ts';
import { liesIn, pointsOfCommunes, toPoint } from './points.ts';
import type { TimeSpan } from './time.ts';
import { editionSentence, editionTitle } from './words.ts';

/** Workshops of an edition, `workshops_EDITION`, each at its commune's point: all of them, or those with a day in `datetime`. */
export const workshopCollections: CollectionKind = async (database, editions) =>
  editions.map((edition) => ({
    id: `workshops_${edition.id}`,
    title: `Workshops · សិក្ខាសាលា, ${editionTitle(edition)}`,
    description: [
      'Workshops of all years, or those with a day in datetime, each at the point of its commune; counts only, no names.',
      'Source: registers of workshops.',
      editionSentence(edition),
    ].join(' '),
    bbox: edition.bbox,
    fields: toWorkshopsSheet({ edition, names: new Map(), organisations: [], types: WORKSHOP_TERMS, groups: GROUPS, workshops: [] }).fields,
    find: async ({ boxes, time }) => {
      const workshops = await workshopsIn(database, edition.id, time);
      const points = await pointsOfCommunes(database, edition.id);
      return workshops.filter(({ pcode }) => liesIn(boxes, points.get(pcode))).map(({ code }) => code);
    },
    draw: async (ids) => {
      const wanted = new Set(ids);
      const workshops = (await workshopsIn(database, edition.id, undefined)).filter(({ code }) => wanted.has(code));
      const points = await pointsOfCommunes(database, edition.id);
      const [names, organisations] = [await namesOf(database, edition), await queryOrganisations(database, edition.id)];
      const sheet = toWorkshopsSheet({ edition, names, organisations, types: WORKSHOP_TERMS, groups: GROUPS, workshops });
      const id = ({ workshop }: Parameters<typeof codeOf>[0]) => String(workshop);
      return inOrder(ids, toFeatures(sheet, { id, geometry: (properties) => toPoint(points.get(codeOf(properties))) }));
    },
  }));

function workshopsIn(database: Database, edition: string, time: TimeSpan | undefined) {
  return queryWorkshops(database, { edition, from: time?.from ?? '1900-01-01', to: time?.to ?? '2099-12-31' });
}
