import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type AdminLevel, PCODE_DIGITS } from '../../server/contracts/pcode.ts';
import type { PublishedShape } from './published-map.ts';

/**
 * Outlines of the groups that shapes of a finer level form, as sorted lines "group start end": what two members of a
 * group share falls away, and a vertex in the middle of a straight line counts for nothing. Coordinates are whole grid steps.
 */
export function outlines(shapes: readonly PublishedShape[], level: AdminLevel): string[] {
  const groups = new Map<string, PublishedShape[]>();
  for (const shape of shapes) {
    const group = shape.pcode?.slice(0, PCODE_DIGITS[level]);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), shape]);
  }
  return [...groups].flatMap(([group, members]) => outline(members).map((line) => `${group} ${line}`)).sort();
}

function outline(members: readonly PublishedShape[]): string[] {
  const segments = new Map<string, readonly [Position, Position]>();
  for (const [start, end] of members.flatMap(({ geometry }) => segmentsOf(geometry))) {
    const name = nameOf(start, end);
    if (!segments.delete(name)) segments.set(name, [start, end]);
  }
  const neighbours = new Map<string, Map<string, Position>>();
  const meet = (here: Position, there: Position) => {
    const known = neighbours.get(String(here)) ?? new Map<string, Position>();
    neighbours.set(String(here), known.set(String(there), there));
  };
  for (const [start, end] of segments.values()) {
    meet(start, end);
    meet(end, start);
  }
  const position = (name: string): Position => name.split(',').map(Number);
  for (const [name, around] of neighbours) {
    const [before, after] = around.values();
    if (around.size !== 2 || before === undefined || after === undefined || !isBetween(position(name), before, after)) continue;
    neighbours.delete(name);
    neighbours.get(String(before))?.delete(name);
    neighbours.get(String(after))?.delete(name);
    meet(before, after);
    meet(after, before);
  }
  const lines = [...neighbours].flatMap(([name, around]) => [...around.values()].map((other) => nameOf(position(name), other)));
  return [...new Set(lines)];
}

function segmentsOf(geometry: Polygon | MultiPolygon): (readonly [Position, Position])[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().flatMap((ring) =>
    ring.slice(1).flatMap((end, index) => {
      const start = ring[index];
      return start === undefined ? [] : [[start, end] as const];
    }),
  );
}

function isBetween([x = 0, y = 0]: Position, [x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position): boolean {
  const turn = (x - x0) * (y1 - y0) - (y - y0) * (x1 - x0);
  return turn === 0 && (x - x0) * (x1 - x) + (y - y0) * (y1 - y) > 0;
}

function nameOf(start: Position, end: Position): string {
  return [String(start), String(end)].sort().join(' ');
}
