import type { Topology } from 'topojson-specification';
import { toNumbers, toSigned, toText, toUnsigned } from './packed-numbers.ts';

/**
 * A quantised TopoJSON topology as the first page carries it: two thirds as long on the line as TopoJSON itself, and the
 * same to the last digit. Texts are read with `toNumbers`.
 */
export type PackedTopology = Omit<Topology, 'arcs' | 'objects'> & {
  /** Points of each arc. */
  lengths: string;
  /** Steps from point to point, x and y in turn, unsigned; an arc starts from where the one before it ended. */
  steps: string;
  /** The arcs that shapes are made of, in turn; mostly the first that was not used yet, or one used shortly before. */
  uses: string;
  /** The shapes with numbers of arcs in place of arcs, and numeric ids as the step from the one before and 1. */
  shapes: Record<string, Shape>;
};

/** An object or a shape of a topology, as far as it matters here. */
type Shape = { id?: unknown; arcs?: Arcs[]; geometries?: Shape[] };
/** Arcs of a line, of rings or of polygons; or, packed, how many a line or a ring has. */
type Arcs = number | Arcs[];

/** Packs a quantised topology. */
export function packTopology({ arcs, objects, ...rest }: Topology): PackedTopology {
  const [lengths, steps]: [number[], number[]] = [[], []];
  let end: readonly [number, number] = [0, 0];
  for (const arc of arcs) {
    const [[firstX = 0, firstY = 0] = [], ...later] = arc;
    lengths.push(arc.length);
    steps.push(firstX - end[0], firstY - end[1], ...later.flat());
    end = later.reduce<readonly [number, number]>(([x, y], [dx = 0, dy = 0]) => [x + dx, y + dy], [firstX, firstY]);
  }
  const { uses, use } = packingUses();
  const pack = (ofShape: Arcs[]): Arcs =>
    typeof ofShape[0] === 'number' ? ofShape.map((arc) => use(Number(arc))).length : ofShape.map((part) => pack(part as Arcs[]));
  let nextId = 0;
  const packId = (id: number) => {
    const step = id - nextId;
    nextId = id + 1;
    return step;
  };
  const shapes = mapShapes(objects as Record<string, Shape>, { arcs: pack, id: packId });
  return { ...rest, shapes, lengths: toText(lengths), steps: toText(steps.map(toUnsigned)), uses: toText(uses) };
}

/** The topology that was packed. */
export function unpackTopology({ lengths, steps, uses, shapes, ...rest }: PackedTopology): Topology {
  const [step, points] = [toNumbers(steps), toNumbers(lengths)];
  let [at, x, y] = [0, 0, 0];
  const arcs = points.map((length) => {
    const arc: [number, number][] = [];
    for (let point = 0; point < length; point += 1) {
      const [dx, dy] = [toSigned(step[at] ?? 0), toSigned(step[at + 1] ?? 0)];
      [x, y, at] = [x + dx, y + dy, at + 2];
      arc.push(point === 0 ? [x, y] : [dx, dy]);
    }
    return arc;
  });
  const take = unpackingUses(toNumbers(uses));
  const unpack = (counts: Arcs): Arcs[] => (typeof counts === 'number' ? Array.from({ length: counts }, take) : counts.map(unpack));
  let nextId = 0;
  const unpackId = (idStep: number) => {
    const id = nextId + idStep;
    nextId = id + 1;
    return id;
  };
  const objects = mapShapes(shapes, { arcs: unpack, id: unpackId }) as Topology['objects'];
  return { ...rest, arcs, objects };
}

type Change = { arcs: (arcs: Arcs[]) => Arcs; id: (id: number) => number };

function mapShapes(shapes: Record<string, Shape>, change: Change): Record<string, Shape> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, mapShape(shape, change)]));
}

function mapShape({ id, arcs, geometries, ...rest }: Shape, change: Change): Shape {
  return {
    ...rest,
    ...(id === undefined ? {} : { id: typeof id === 'number' ? change.id(id) : id }),
    ...(arcs === undefined ? {} : { arcs: change.arcs(arcs) as Arcs[] }),
    ...(geometries === undefined ? {} : { geometries: geometries.map((shape) => mapShape(shape, change)) }),
  };
}

/** The next arc that was not used yet, forwards. */
const NEW = 0;
/** Any other that was not used yet; its number follows, unsigned. */
const ANY = 1;
/** From here on: twice how long ago the arc was new, and 1 more if it runs backwards (-1 - arc, as in TopoJSON). */
const KNOWN = 2;

function packingUses(): { uses: number[]; use: (arc: number) => void } {
  const uses: number[] = [];
  let unused = 0;
  const use = (signed: number) => {
    const arc = signed < 0 ? ~signed : signed;
    if (signed === unused) uses.push(NEW);
    else if (arc >= unused) uses.push(ANY, toUnsigned(signed));
    else uses.push(KNOWN + 2 * (unused - 1 - arc) + (signed < 0 ? 1 : 0));
    unused = Math.max(unused, arc + 1);
  };
  return { uses, use };
}

function unpackingUses(uses: readonly number[]): () => number {
  let [at, unused] = [0, 0];
  const read = () => uses[at++] ?? 0;
  const ago = (code: number) => {
    const arc = unused - 1 - Math.floor((code - KNOWN) / 2);
    return code % 2 === 1 ? ~arc : arc;
  };
  return () => {
    const code = read();
    const signed = code === NEW ? unused : code === ANY ? toSigned(read()) : ago(code);
    unused = Math.max(unused, (signed < 0 ? ~signed : signed) + 1);
    return signed;
  };
}
