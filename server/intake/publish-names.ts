import type { EditionId } from '../contracts/edition.ts';
import { type AdminLevel, levelOf } from '../contracts/pcode.ts';
import type { LevelColumns, PlaceColumns } from '../contracts/place.ts';
import type { Queryable } from '../db/database.ts';
import { type PlaceAsCalled, queryPlacesAsCalled } from '../queries/places-as-called.ts';
import { type FileToPublish, replacePublishedFile } from '../queries/replace-published-files.ts';
import { type Drawing, openDrawing } from './drawing.ts';

/** Publishes anew what an edition's places are called and where their points are; their polygons stay as published. */
export async function publishNames(tx: Queryable, edition: EditionId): Promise<void> {
  const drawing = openDrawing();
  try {
    await replacePublishedFile(tx, edition, await packNames(tx, edition, drawing));
  } finally {
    await drawing.close();
  }
}

/** The file of an edition's names and points, as corrected. */
export async function packNames(tx: Queryable, edition: EditionId, drawing: Drawing): Promise<FileToPublish> {
  const text = JSON.stringify(toPlaceColumns(edition, await queryPlacesAsCalled(tx, edition)));
  const { file } = await drawing.ask<'pack'>({ kind: 'pack', text });
  return { kind: 'places', detail: 'full', ...file };
}

function toPlaceColumns(edition: EditionId, places: readonly PlaceAsCalled[]): PlaceColumns {
  const columnsOf = (level: AdminLevel): LevelColumns => {
    const own = places.filter((place) => levelOf(place.pcode) === level);
    return {
      pcodes: own.map((place) => place.pcode),
      namesEn: own.map((place) => place.nameEn),
      namesKm: own.map((place) => place.nameKm),
      lngs: own.map(({ lng }) => toFourDecimals(lng ?? 0)),
      lats: own.map(({ lat }) => toFourDecimals(lat ?? 0)),
      shapes: own.map(({ lng, hasPolygon }) => (lng === null ? 'x' : hasPolygon ? 'p' : 'a')).join(''),
    };
  };
  return { edition, levels: { province: columnsOf('province'), district: columnsOf('district'), commune: columnsOf('commune') } };
}

function toFourDecimals(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
