import type { PlaceValue } from '@atlas/server/contracts';
import type { Scale, ScaleRow } from './scale.ts';

export type Looked = {
  scale: Scale | undefined;
  /** How many places the level has. */
  count: number;
  values: readonly PlaceValue[] | undefined;
  /** Whether the values are looked at: without them the land stays bare. */
  isWanted: boolean;
  isFailed: boolean;
};

/**
 * What each place of a level looks like, in place order: its row of the scale; undefined where nothing is said of it,
 * because nothing is looked at or the values still travel. The one answer for every renderer.
 */
export function rowsOfPlaces({ scale, count, values, isWanted, isFailed }: Looked): (ScaleRow | undefined)[] {
  const bare = Array.from({ length: count }, () => undefined);
  if (scale === undefined || !isWanted) return bare;
  if (values === undefined) return isFailed ? bare.map(() => scale.rowOf(undefined)) : bare;
  return bare.map((_, id) => scale.rowOf(values[id]));
}
