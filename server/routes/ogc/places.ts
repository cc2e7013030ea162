import { ADMIN_LEVELS } from '../../contracts/pcode.ts';
import { codeOf, toFeatures } from '../../exports/geojson.ts';
import { toPlacesSheet } from '../../exports/places-sheet.ts';
import { queryPlaceCodes } from '../../queries/place-codes.ts';
import { queryPlaceShapes } from '../../queries/place-shapes.ts';
import { queryPlacesInBoxes } from '../../queries/places-in-boxes.ts';
import { namesOf } from '../read-values.ts';
import { type CollectionKind, inOrder } from './collection.ts';
import { editionSentence, editionTitle, LEVEL_WORDS } from './words.ts';

/**
 * The places of an edition and level, `places_EDITION_LEVEL`, by their codes. A set of places is of its edition's day and not
 * of a time of its own: a `datetime` leaves all of them.
 */
export const placeCollections: CollectionKind = async (database, editions) =>
  editions.flatMap((edition) =>
    ADMIN_LEVELS.map((level) => {
      const asked = { edition: edition.id, level };
      return {
        id: `places_${edition.id}_${level}`,
        title: `Places: ${LEVEL_WORDS[level]}, ${editionTitle(edition)}`,
        description: `Codes, names and shapes, without numbers. ${editionSentence(edition)}`,
        bbox: edition.bbox,
        fields: toPlacesSheet({ edition, names: new Map(), shapes: new Map(), pcodes: [] }).fields,
        find: ({ boxes }) => (boxes === undefined ? queryPlaceCodes(database, asked) : queryPlacesInBoxes(database, { ...asked, boxes })),
        draw: async (ids) => {
          const known = new Set(await queryPlaceCodes(database, asked));
          const pcodes = ids.filter((id) => known.has(id));
          const shapes = await queryPlaceShapes(database, { ...asked, pcodes });
          const sheet = toPlacesSheet({ edition, names: await namesOf(database, edition), shapes, pcodes });
          return inOrder(ids, toFeatures(sheet, { id: codeOf, geometry: (properties) => shapes.get(codeOf(properties)) }));
        },
      };
    }),
  );
