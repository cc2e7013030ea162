import type { Points } from '@atlas/server/contracts';
import type { Drawing, Path } from '../cartography/drawing.ts';
import type { Camera, Size } from '../cartography/mercator.ts';
import { toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import type { Theme } from '../cartography/palettes.ts';
import { PATTERNS, type Pattern } from '../cartography/patterns.ts';
import type { Row, ScaleRow } from '../cartography/scale.ts';
import { BORDER_LINES, type BorderKind } from '../cartography/topology.ts';
import { PATH_ZOOM, type Shapes, type Surroundings, toUnits } from './shapes.ts';

/** Drawn by the processor at once: a graphics card would first be told of every path, and is asleep or missing at a first visit. */
export const CANVAS: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };

/** All that one drawing shows. */
export type Scene<Made extends Path = Path2D> = {
  theme: Theme;
  shapes: Shapes<Made>;
  /** What lies around Cambodia; undefined while it travels. */
  surroundings: Surroundings<Made> | undefined;
  /** What each place looks like, in place order. */
  rows: readonly (ScaleRow | undefined)[];
  /** Circles of a count, and points of places without a polygon. */
  points: { level: Points; radii: readonly number[]; circle: string } | undefined;
  /** Index of the place looked at. */
  chosen: number | undefined;
  /** How much thicker lines are than on a laptop. */
  lineScale: number;
};

/** How the paths and patterns of a drawing are made; `toPattern` says how a pattern fills, its pixels so many units of a path. */
export type Medium = { newPath: () => Path; toPattern: (pattern: Pattern, theme: Theme, units: number) => unknown };

/** `medium` is the browser where none is named. */
export type Sheet = { context: Drawing; size: Size; camera: Camera; pixelRatio: number; medium?: Medium };

const BROWSER: Medium = { newPath: () => new Path2D(), toPattern };

/** Draws the map on a 2D canvas: the same land, colours, patterns and borders as the full map, without names. */
export function drawMap(sheet: Sheet, scene: Scene<Path>): void {
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
  drawPlaces(sheet, scene, scale);
  drawLines(sheet, scene, { kinds: ['inner', 'district'], scale });
  context.fillStyle = theme.lake;
  context.fill(shapes.lakes);
  drawRivers(context, scene, scale);
  drawLines(sheet, scene, { kinds: ['province', 'outline'], scale });
  drawPoints(context, scene, scale);
  drawChosen(sheet, scene, scale);
}

/** Sets the transform from path units to pixels; returns pixels a unit, by which widths are divided. */
function toTransform({ context, size, camera, pixelRatio }: Sheet, { origin }: Shapes<Path>): number {
  const scale = 2 ** (camera.zoom - PATH_ZOOM);
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [x, y] = toWorld(camera.lng, camera.lat);
  const left = size.width / 2 + (origin[0] - x) * world;
  const top = size.height / 2 + (origin[1] - y) * world;
  context.setTransform(pixelRatio * scale, 0, 0, pixelRatio * scale, pixelRatio * left, pixelRatio * top);
  return scale;
}

function drawSurroundings(context: Drawing, { theme, surroundings, lineScale }: Scene<Path>, scale: number): void {
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

function drawRivers(context: Drawing, { theme, surroundings, lineScale }: Scene<Path>, scale: number): void {
  if (surroundings !== undefined) strokeRivers(context, surroundings, { colour: theme.river, width: (0.9 * lineScale) / scale });
}

function strokeRivers(context: Drawing, { rivers }: Surroundings<Path>, { colour, width }: { colour: string; width: number }): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(rivers);
}

function drawPlaces({ context, medium = BROWSER }: Sheet, { theme, shapes, rows }: Scene<Path>, scale: number): void {
  const land = medium.newPath();
  const byRow = new Map<Row, { row: ScaleRow; path: Path }>();
  shapes.places.forEach((place, id) => {
    if (place === undefined) return;
    land.addPath(place.path);
    const row = rows[id];
    if (row === undefined) return;
    const drawn = byRow.get(row.row) ?? { row, path: medium.newPath() };
    drawn.path.addPath(place.path);
    byRow.set(row.row, drawn);
  });
  // The whole land first: between two colours nothing of the sea shines through.
  context.fillStyle = theme.land;
  context.fill(land);
  for (const { row, path } of byRow.values()) {
    context.fillStyle = row.colour;
    context.fill(path);
    const pattern = PATTERNS.find(({ name }) => name === row.pattern);
    if (pattern === undefined) continue;
    context.fillStyle = medium.toPattern(pattern, theme, 1 / scale);
    context.fill(path);
  }
}

/** Pixels of a pattern for each pixel on the page. */
const DENSITY = 2;

function toPattern(pattern: Pattern, theme: Theme, units: number): CanvasPattern {
  const tile = document.createElement('canvas');
  const drawing = tile.getContext('2d', { willReadFrequently: true });
  if (drawing === null) throw new Error('this browser draws no patterns');
  tile.width = tile.height = pattern.size * DENSITY;
  drawing.scale(DENSITY, DENSITY);
  pattern.draw(drawing, theme);
  const made = drawing.createPattern(tile, 'repeat');
  if (made === null) throw new Error(`the pattern ${pattern.name} cannot be drawn`);
  made.setTransform(new DOMMatrix().scale(units / DENSITY));
  return made;
}

/** Twice as wide at zoom 10 as at zoom 6, as on the full map. */
function widening(zoom: number): number {
  return 1 + Math.min(1, Math.max(0, (zoom - 6) / 4));
}

function drawLines(
  { context, camera }: Sheet,
  { theme, shapes, lineScale }: Scene<Path>,
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

function drawPoints(context: Drawing, { theme, points, rows, lineScale }: Scene<Path>, scale: number): void {
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

function drawChosen({ context, medium = BROWSER }: Sheet, { theme, shapes, points, chosen, lineScale }: Scene<Path>, scale: number): void {
  if (chosen === undefined) return;
  let path = shapes.places[chosen]?.path;
  if (path === undefined && points !== undefined && points.level.shapes[chosen] !== 'x') {
    const [x, y] = toUnits([points.level.lngs[chosen] ?? 0, points.level.lats[chosen] ?? 0]);
    path = medium.newPath();
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
