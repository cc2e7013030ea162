import type { MultiPolygon } from 'geojson';
import { ADMIN_LEVELS, type AdminLevel, levelOf, type Pcode, parentOf } from '../contracts/pcode.ts';

type AreaReason = 'lake' | 'no-current-commune' | 'no-code';

/** Land or water of an edition that is no place of it; `within` names the place whose land it is, where known. */
export type Area = { name: string; reason: AreaReason; geometry: MultiPolygon; within: Pcode | null };

/** One polygon of the map's finest layer and the places it is part of, as indices in place order. */
export type Piece = {
  geometry: MultiPolygon;
  commune: number | null;
  district: number | null;
  province: number | null;
  area: { reason: AreaReason; name: string } | null;
};

/** Pcodes of one edition by level, each sorted: the place order. */
export type PlaceOrder = Readonly<Record<AdminLevel, readonly Pcode[]>>;

/** Sorts an edition's pcodes to its place order; villages have no map. */
export function toPlaceOrder(pcodes: Iterable<Pcode>): PlaceOrder {
  const order: Record<AdminLevel, Pcode[]> = { province: [], district: [], commune: [] };
  for (const pcode of pcodes) {
    const level = levelOf(pcode);
    if (level !== 'village') order[level].push(pcode);
  }
  for (const level of ADMIN_LEVELS) order[level].sort();
  return order;
}

/**
 * Cuts an edition to pieces that do not lie over each other: its communes, a district or province that
 * has a polygon but none of a finer level under it, and the areas without a place.
 */
export function toPieces(order: PlaceOrder, polygons: ReadonlyMap<Pcode, MultiPolygon>, areas: readonly Area[]): Piece[] {
  const index = new Map(ADMIN_LEVELS.flatMap((level) => order[level].map((pcode, position) => [pcode, position] as const)));
  const positionOf = (pcode: Pcode | undefined) => (pcode === undefined ? null : (index.get(pcode) ?? null));
  const covered = new Set<Pcode>();
  const pieces: Piece[] = [];
  for (const level of ADMIN_LEVELS.toReversed()) {
    for (const pcode of order[level]) {
      const geometry = polygons.get(pcode);
      if (geometry === undefined || covered.has(pcode)) continue;
      pieces.push({ geometry, ...positions(pcode, positionOf), area: null });
      for (let above = parentOf(pcode); above !== undefined; above = parentOf(above)) covered.add(above);
    }
  }
  for (const { geometry, reason, name, within } of areas) {
    pieces.push({ geometry, ...positions(within ?? '', positionOf), commune: null, area: { reason, name } });
  }
  return pieces;
}

function positions(pcode: Pcode, positionOf: (pcode: Pcode | undefined) => number | null): Pick<Piece, AdminLevel> {
  const at = (digits: number) => (pcode.length >= digits ? positionOf(pcode.slice(0, digits)) : null);
  return { commune: at(6), district: at(4), province: at(2) };
}
