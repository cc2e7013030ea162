import type { Points } from '@atlas/server/contracts';
import type { Camera, Size } from '../cartography/mercator.ts';
import { toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import type { Theme } from '../cartography/palettes.ts';
import { PATTERNS } from '../cartography/patterns.ts';
import type { Row, ScaleRow } from '../cartography/scale.ts';
import { BORDER_LINES, type BorderKind } from '../cartography/topology.ts';
import { PATH_ZOOM, type Shapes, type Surroundings, toUnits } from './shapes.ts';

/** Drawn by the processor at once: a graphics card would first be told of every path, and is asleep or missing at a first visit. */
export const CANVAS: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };

/** All that one drawing shows. */
export type Scene = {
  theme: Theme;
  shapes: Shapes;
  /** What lies around Cambodia; undefined while it travels. */
  surroundings: Surroundings | undefined;
  /** What each place looks like, in place order. */
  rows: readonly (ScaleRow | undefined)[];
  /** Circles of a count, and points of places without a polygon. */
  points: { level: Points; radii: readonly number[]; circle: string } | undefined;
  /** Index of the place looked at. */
  chosen: number | undefined;
  /** How much thicker lines are than on a laptop. */
  lineScale: number;
};

export type Sheet = { context: CanvasRenderingContext2D; size: Size; camera: Camera; pixelRatio: number };

/** Draws the map on a 2D canvas: the same land, colours, patterns and borders as the full map, without names. */
export function drawMap(sheet: Sheet, scene: Scene): void {
  const { context, size, pixelRatio } = sheet;
  const { theme, shapes } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = theme.sea;
  context.fillRect(0, 0, size.width, size.height);
  const scale = toTransform(sheet, shapes);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawSurroundings(context, scene, scale);
  context.fillStyle = theme.land;
  context.fill(shapes.land);
  drawPlaces(context, scene, scale);
  drawLines(sheet, scene, { kinds: ['inner', 'district'], scale });
  context.fillStyle = theme.lake;
  context.fill(shapes.lakes);
  drawRivers(context, scene, scale);
  drawLines(sheet, scene, { kinds: ['province', 'outline'], scale });
  drawPoints(context, scene, scale);
  drawChosen(context, scene, scale);
}

/** Sets the transform from path units to pixels; returns pixels a unit, by which widths are divided. */
function toTransform({ context, size, camera, pixelRatio }: Sheet, { origin }: Shapes): number {
  const scale = 2 ** (camera.zoom - PATH_ZOOM);
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [x, y] = toWorld(camera.lng, camera.lat);
  const left = size.width / 2 + (origin[0] - x) * world;
  const top = size.height / 2 + (origin[1] - y) * world;
  context.setTransform(pixelRatio * scale, 0, 0, pixelRatio * scale, pixelRatio * left, pixelRatio * top);
  return scale;
}

function drawSurroundings(context: CanvasRenderingContext2D, { theme, surroundings, lineScale }: Scene, scale: number): void {
  if (surroundings === undefined) return;
  context.fillStyle = theme.neighbour;
  context.fill(surroundings.land);
  context.strokeStyle = theme.neighbourLine;
  context.lineWidth = 0.5 / scale;
  context.stroke(surroundings.land);
  context.lineWidth = (1.2 * lineScale) / scale;
  context.stroke(surroundings.borders);
  context.fillStyle = theme.lake;
  context.fill(surroundings.lakes);
  strokeRivers(context, surroundings, { colour: theme.river, width: (0.8 * lineScale) / scale });
}

function drawRivers(context: CanvasRenderingContext2D, { theme, surroundings, lineScale }: Scene, scale: number): void {
  if (surroundings !== undefined) strokeRivers(context, surroundings, { colour: theme.river, width: (0.9 * lineScale) / scale });
}

function strokeRivers(
  context: CanvasRenderingContext2D,
  { rivers }: Surroundings,
  { colour, width }: { colour: string; width: number },
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(rivers);
}

function drawPlaces(context: CanvasRenderingContext2D, { theme, shapes, rows }: Scene, scale: number): void {
  const land = new Path2D();
  const byRow = new Map<Row, { row: ScaleRow; path: Path2D }>();
  shapes.places.forEach((place, id) => {
    if (place === undefined) return;
    land.addPath(place.path);
    const row = rows[id];
    if (row === undefined) return;
    const drawn = byRow.get(row.row) ?? { row, path: new Path2D() };
    drawn.path.addPath(place.path);
    byRow.set(row.row, drawn);
  });
  // The whole land first: between two colours nothing of the sea shines through.
  context.fillStyle = theme.land;
  context.fill(land);
  for (const { row, path } of byRow.values()) {
    context.fillStyle = row.colour;
    context.fill(path);
    if (row.pattern === undefined) continue;
    context.fillStyle = toPattern(context, row.pattern, { theme, scale });
    context.fill(path);
  }
}

/** Pixels of a pattern for each pixel on the page. */
const DENSITY = 2;

function toPattern(
  context: CanvasRenderingContext2D,
  name: NonNullable<ScaleRow['pattern']>,
  { theme, scale }: { theme: Theme; scale: number },
): CanvasPattern | string {
  const pattern = PATTERNS.find((candidate) => candidate.name === name);
  const tile = document.createElement('canvas');
  const drawing = tile.getContext('2d', { willReadFrequently: true });
  if (pattern === undefined || drawing === null) throw new Error(`no pattern ${name}`);
  tile.width = tile.height = pattern.size * DENSITY;
  drawing.scale(DENSITY, DENSITY);
  pattern.draw(drawing, theme);
  const made = context.createPattern(tile, 'repeat');
  if (made === null) throw new Error(`the pattern ${name} cannot be drawn`);
  made.setTransform(new DOMMatrix().scale(1 / scale / DENSITY));
  return made;
}

/** Twice as wide at zoom 10 as at zoom 6, as on the full map. */
function widening(zoom: number): number {
  return 1 + Math.min(1, Math.max(0, (zoom - 6) / 4));
}

function drawLines(
  { context, camera }: Sheet,
  { theme, shapes, lineScale }: Scene,
  { kinds, scale }: { kinds: readonly BorderKind[]; scale: number },
): void {
  for (const { kind, colour, width } of BORDER_LINES.filter((line) => kinds.includes(line.kind))) {
    const path = shapes.borders.get(kind);
    if (path === undefined) continue;
    context.strokeStyle = theme[colour];
    context.lineWidth = (width * lineScale * widening(camera.zoom)) / scale;
    context.stroke(path);
  }
}

function drawPoints(context: CanvasRenderingContext2D, { theme, points, rows, lineScale }: Scene, scale: number): void {
  if (points === undefined) return;
  const { level, radii, circle } = points;
  const disc = (id: number, radius: number) => {
    const [x, y] = toUnits([level.lngs[id] ?? 0, level.lats[id] ?? 0]);
    context.beginPath();
    context.arc(x, y, (radius * lineScale) / scale, 0, 2 * Math.PI);
  };
  for (const [id, radius] of radii.entries()) {
    if (radius === 0 || level.shapes[id] === 'x') continue;
    disc(id, radius);
    context.globalAlpha = CIRCLE_OPACITY;
    context.fillStyle = circle;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.casing;
    context.lineWidth = 1 / scale;
    context.stroke();
  }
  for (const id of level.pcodes.keys()) {
    if (level.shapes[id] !== 'a') continue;
    disc(id, 4.5);
    context.fillStyle = rows[id]?.colour ?? theme.land;
    context.fill();
    context.strokeStyle = theme.outline;
    context.lineWidth = 1.2 / scale;
    context.stroke();
  }
}

const CIRCLE_OPACITY = 0.62;

function drawChosen(context: CanvasRenderingContext2D, { theme, shapes, points, chosen, lineScale }: Scene, scale: number): void {
  if (chosen === undefined) return;
  let path = shapes.places[chosen]?.path;
  if (path === undefined && points !== undefined && points.level.shapes[chosen] !== 'x') {
    const [x, y] = toUnits([points.level.lngs[chosen] ?? 0, points.level.lats[chosen] ?? 0]);
    path = new Path2D();
    path.arc(x, y, (9 * lineScale) / scale, 0, 2 * Math.PI);
  }
  if (path === undefined) return;
  for (const [colour, width] of [
    [theme.casing, 5.5],
    [theme.selection, 2.5],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = (width * lineScale) / scale;
    context.stroke(path);
  }
}
