import type { Pcode } from '../contracts/pcode.ts';
import { rowIssue } from '../contracts/row-issues.ts';
import { cellText } from '../datasets/cell-readers.ts';
import { LatitudeCell, LongitudeCell, toIssues } from '../datasets/cells.ts';
import type { Cells } from '../datasets/dataset.ts';
import type { LngLat } from '../queries/communes-at.ts';
import type { FoundByName } from './places-by-name.ts';

/** Finds the communes at points, in their order; undefined where a point lies in none. */
export type PointFinder = (points: readonly LngLat[]) => Promise<(Pcode | undefined)[]>;

/**
 * For rows without a code that state a point, the commune the point lies in, or why it lies in none; undefined for all
 * others. Nothing of the point is kept or repeated.
 */
export async function findByPoints(rows: readonly Cells[], find: PointFinder): Promise<(FoundByName | undefined)[]> {
  const read = rows.map(toPoint);
  const points = read.flatMap((point) => (point === undefined || 'issue' in point ? [] : [point]));
  const communes = (points.length === 0 ? [] : await find(points))[Symbol.iterator]();
  return read.map((point): FoundByName | undefined => {
    if (point === undefined || 'issue' in point) return point;
    const { value: pcode } = communes.next();
    return pcode === undefined ? { issue: rowIssue('no-commune-there', {}, 'pcode') } : { pcode, repair: 'found-by-point' };
  });
}

function toPoint(cells: Cells): LngLat | Extract<FoundByName, { issue: unknown }> | undefined {
  const isStated = ['lng', 'lat'].some((key) => cellText(cells[key]) !== null);
  if (!isStated || cellText(cells['pcode']) !== null) return undefined;
  const [lng, lat] = [LongitudeCell.safeParse(cells['lng']), LatitudeCell.safeParse(cells['lat'])];
  for (const [column, { data, error }] of [
    ['lng', lng],
    ['lat', lat],
  ] as const) {
    const [issue] = error === undefined ? [] : toIssues(error);
    if (issue !== undefined) return { issue: { ...issue, column } };
    if (data === null) return { issue: rowIssue('blank', {}, column) };
  }
  return { lng: lng.data ?? 0, lat: lat.data ?? 0 };
}

/** What a row's names and its point say together: names that fit one commune rule; among several the point decides. */
export function eitherWay(byName: FoundByName | undefined, byPoint: FoundByName | undefined): FoundByName | undefined {
  if (byName === undefined || byPoint === undefined || 'pcode' in byName) return byName ?? byPoint;
  const isAnother = 'pcode' in byPoint && byName.among?.includes(byPoint.pcode) === false;
  return isAnother || 'issue' in byPoint ? byName : byPoint;
}
