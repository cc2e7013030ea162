import type { Ink } from './ink.ts';
import type { LegendPlace } from './legend.ts';

/** A block of the legend, which is never cut: writes itself from a height downwards and returns the height below. */
export type Block = (ink: Ink, place: LegendPlace) => number;

/** Height of a block in a column of so many pixels. */
export function heightOf(
  ink: Ink,
  block: Block,
  { width, enlarged, onMap }: Required<Pick<LegendPlace, 'width' | 'enlarged' | 'onMap'>>,
): number {
  return block({ ...ink, drawing: withoutMarks(ink.drawing) }, { x: 0, y: 0, width, enlarged, onMap });
}

/** A drawing that measures texts and leaves no mark. */
function withoutMarks(drawing: Ink['drawing']): Ink['drawing'] {
  return new Proxy(drawing, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name);
      if (typeof value !== 'function') return value;
      return name === 'measureText' ? value.bind(of) : () => {};
    },
    set: (of, name, value) => Reflect.set(of, name, value),
  });
}

type Columns = { count: number; height: number; gap: number };

/** The column each block comes to stand in, one after the other; undefined where they do not fit. */
export function toColumns(heights: readonly number[], { count, height, gap }: Columns): number[] | undefined {
  let [column, filled] = [0, 0];
  const columns: number[] = [];
  for (const own of heights) {
    if (filled > 0 && filled + gap + own > height) [column, filled] = [column + 1, 0];
    if (column === count || own > height) return undefined;
    filled += (filled === 0 ? 0 : gap) + own;
    columns.push(column);
  }
  return columns;
}
