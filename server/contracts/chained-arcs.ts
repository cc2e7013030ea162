import type { Topology } from 'topojson-specification';

/**
 * A TopoJSON topology as the first page carries it: each arc one flat row of steps, `[dx, dy, dx, dy …]`, its first step
 * taken from where the arc before it ended, because one arc mostly goes on where the last one stopped. A sixth smaller on
 * the line than TopoJSON itself, and the same to the last digit.
 */
export type ChainedTopology = Omit<Topology, 'arcs'> & { steps: number[][] };

/** Chains the arcs of a quantised topology. */
export function toChained({ arcs, ...topology }: Topology): ChainedTopology {
  let end: readonly [number, number] = [0, 0];
  const steps = arcs.map((arc) => {
    const [[firstX = 0, firstY = 0] = [], ...later] = arc;
    const first = [firstX - end[0], firstY - end[1]];
    end = later.reduce<readonly [number, number]>(([x, y], [dx = 0, dy = 0]) => [x + dx, y + dy], [firstX, firstY]);
    return [first, ...later].flat();
  });
  return { ...topology, steps };
}

/** The topology that was chained; the inverse of `toChained`. */
export function fromChained({ steps, ...topology }: ChainedTopology): Topology {
  let [x, y] = [0, 0];
  const arcs = steps.map((row) => {
    const arc: [number, number][] = [[x + (row[0] ?? 0), y + (row[1] ?? 0)]];
    x += row[0] ?? 0;
    y += row[1] ?? 0;
    for (let at = 2; at < row.length; at += 2) {
      const step: [number, number] = [row[at] ?? 0, row[at + 1] ?? 0];
      x += step[0];
      y += step[1];
      arc.push(step);
    }
    return arc;
  });
  return { ...topology, arcs };
}
