import type { Feature, Position } from 'geojson';
import type { Path } from '../web/cartography/drawing.ts';
import { formatKilometers } from '../web/cartography/format.ts';
import { type Bounds, type Camera, COUNTRY, cameraOfBounds, metersPerPixel, type Size } from '../web/cartography/mercator.ts';
import { niceBelow } from '../web/cartography/nice-below.ts';
import { rowsOfPlaces } from '../web/cartography/rows.ts';
import type { ScaleRow } from '../web/cartography/scale.ts';
import { toAreas } from '../web/cartography/topology.ts';
import { drawMap, type Sheet } from '../web/light/draw.ts';
import { drawNames } from '../web/light/draw-names.ts';
import { PATH_ZOOM, type Shapes, shapesOf, surroundingsOf } from '../web/light/shapes.ts';
import { readBasemap } from './basemap.ts';
import { drawBox, drawRule, type Ink, writeLine } from './ink.ts';
import { circlesOf, namesOf, type Ranks } from './names.ts';
import type { Box, Paper } from './paper.ts';
import type { Picture } from './picture.ts';
import { printText } from './print-text.ts';
import { toSeenNames } from './seen-names.ts';

export type MapFrame = {
  box: Box;
  /** How much larger lines, names and circles are than on a laptop. */
  enlarged: number;
  /** Communes of the gap list: outlined, with their ranks. Without them no commune is. */
  ranks?: Ranks;
};

/** No print comes nearer. */
const NEAREST_ZOOM = 13;

/** Draws the map with its names, scale bar and north into a box of the page. */
export function drawMapFrame(paper: Paper, picture: Picture, { box, enlarged, ranks }: MapFrame): void {
  const { scale, language, levelColumns } = picture;
  const { theme } = scale;
  const { newPath } = paper.medium;
  const size = { width: box.width, height: box.height };
  const camera = cameraOf(picture, size, enlarged);
  const rows = rowsWithin(picture);
  const look = { camera, size, enlarged };
  const { basemap, labels } = readBasemap();
  paper.within(box, (context) => {
    const sheet: Sheet = { context, size, camera, pixelRatio: paper.pixelRatio, medium: paper.medium };
    const shapes = shapesOf({ topology: picture.topology, level: picture.level, pcodes: levelColumns.pcodes }, newPath);
    drawMap(sheet, {
      theme,
      shapes,
      surroundings: surroundingsOf(basemap, newPath),
      rows,
      points: {
        level: levelColumns,
        radii: picture.values.map((value) => (value === undefined ? 0 : scale.radiusOf(value))),
        circle: scale.circle,
      },
      chosen: undefined,
      lineScale: enlarged,
    });
    if (ranks !== undefined) outlineRanked(sheet, shapes, { picture, ranks, enlarged });
    const names = namesOf(picture, { labels, zoom: camera.zoom, enlarged, ranks });
    drawNames(sheet, toSeenNames(names, sheet, { circles: circlesOf(picture, enlarged), covered: [scaleBarBox(look), northBox(look)] }), {
      halo: theme.halo,
      font: 'Noto Sans',
    });
    context.setTransform(paper.pixelRatio, 0, 0, paper.pixelRatio, 0, 0);
    const ink = { drawing: context, medium: paper.medium, language, theme };
    drawScaleBar(ink, look);
    drawNorth(ink, look);
    drawBox(ink, { left: 0, top: 0, ...size }, { edge: theme.outline, width: 1.2 });
  });
}

type Ranked = { picture: Picture; ranks: Ranks; enlarged: number };

/** Outlines the communes of the gap list in ink, as the page does; the transform is the one the map was drawn by. */
function outlineRanked({ context, camera, medium }: Sheet, { places }: Shapes<Path>, { picture, ranks, enlarged }: Ranked): void {
  const outlines = medium?.newPath();
  if (outlines === undefined) return;
  const { levelColumns, scale } = picture;
  for (const [id, pcode] of levelColumns.pcodes.entries()) {
    const place = places[id];
    if (place !== undefined && ranks.has(pcode)) outlines.addPath(place.path);
  }
  const pixels = enlarged / 2 ** (camera.zoom - PATH_ZOOM);
  for (const [colour, width] of [
    [scale.theme.casing, 4],
    [scale.theme.selection, 1.6],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * pixels;
    context.stroke(outlines);
  }
}

/** Where a printed map looks: at all that is printed, with room around it and for the scale bar. */
export function cameraOf(picture: Picture, size: Size, enlarged: number): Camera {
  const room = 18 * enlarged;
  return cameraOfBounds(boundsOf(picture), size, { top: room, bottom: room * 2, left: room, right: room }, NEAREST_ZOOM);
}

/** What each place looks like; places outside of what is printed stay bare land. */
function rowsWithin({ scale, values }: Picture): (ScaleRow | undefined)[] {
  const known = values.map((value) => value ?? { state: 'not-assessed' as const });
  const rows = rowsOfPlaces({ scale, count: values.length, values: known, isWanted: true, isFailed: false });
  return rows.map((row, id) => (values[id] === undefined ? undefined : row));
}

/** Box of what is printed, in degrees. */
function boundsOf({ topology, level, levelColumns, province, edition }: Picture): Bounds {
  if (province === undefined) return edition.bbox ?? COUNTRY;
  const inside = toAreas(topology, level).features.filter(({ id }) => levelColumns.pcodes[Number(id)]?.startsWith(province) === true);
  const points = [
    ...inside.flatMap(pointsOf),
    ...levelColumns.pcodes.flatMap((pcode, id) => approximatePoint({ pcode, id, province, levelColumns })),
  ];
  // Of a province that has neither polygon nor point, where it would be.
  if (points.length === 0) return edition.bbox ?? COUNTRY;
  return points.reduce<Bounds>(
    ([west, south, east, north], [lng = 0, lat = 0]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}

function pointsOf({ geometry }: Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>): Position[] {
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}

type Place = { pcode: string; id: number; province: string; levelColumns: Picture['levelColumns'] };

/** Of a place without a polygon, its point. */
function approximatePoint({ pcode, id, province, levelColumns: { shapes, lngs, lats } }: Place): Position[] {
  return pcode.startsWith(province) && shapes[id] === 'a' ? [[lngs[id] ?? 0, lats[id] ?? 0]] : [];
}

type Looked = { camera: Camera; size: Size; enlarged: number };

/** The bar's length in pixels and in metres: a round number of them. */
function barOf({ camera, enlarged }: Looked): { length: number; meters: number } {
  const perPixel = metersPerPixel(camera);
  const meters = niceBelow(perPixel * 140 * enlarged);
  return { length: meters / perPixel, meters };
}

function scaleBarBox(look: Looked): Box {
  const { size, enlarged } = look;
  return { left: 12 * enlarged - 6, top: size.height - 32 * enlarged, width: barOf(look).length + 12, height: 26 * enlarged };
}

/** A bar of a round length, and how long that is on the ground in the middle of the map. */
function drawScaleBar(ink: Ink, look: Looked): void {
  const { size, enlarged } = look;
  const { length, meters } = barOf(look);
  const [left, bottom, step] = [12 * enlarged, size.height - 12 * enlarged, 5 * enlarged];
  drawBox(ink, scaleBarBox(look), { fill: ink.theme.halo });
  const line = { colour: ink.theme.label, width: 1.4 * enlarged };
  drawRule(ink, [left, bottom, left + length, bottom], line);
  drawRule(ink, [left, bottom - step, left, bottom], line);
  drawRule(ink, [left + length, bottom - step, left + length, bottom], line);
  const words = formatKilometers(ink.language, meters);
  writeLine(ink, words, { x: left + length / 2, y: bottom - 6 * enlarged, pixels: 10.5 * enlarged, align: 'center' });
}

function northBox({ size, enlarged }: Looked): Box {
  return { left: size.width - 46 * enlarged, top: 6 * enlarged, width: 40 * enlarged, height: 44 * enlarged };
}

/** Web Mercator has north at the top everywhere. */
function drawNorth(ink: Ink, look: Looked): void {
  const { drawing, medium, theme } = ink;
  const { enlarged } = look;
  const box = northBox(look);
  const [left, top] = [box.left + box.width / 2, box.top + 6 * enlarged];
  const [half, height] = [6 * enlarged, 18 * enlarged];
  const arrow = medium.newPath();
  arrow.moveTo(left, top);
  arrow.lineTo(left + half, top + height);
  arrow.lineTo(left, top + height * 0.75);
  arrow.lineTo(left - half, top + height);
  arrow.closePath();
  drawing.fillStyle = theme.label;
  drawing.strokeStyle = theme.halo;
  drawing.lineWidth = 2 * enlarged;
  drawing.stroke(arrow);
  drawing.fill(arrow);
  const word = printText(ink.language)('north');
  writeLine(ink, word, { x: left, y: top + height + 13 * enlarged, pixels: 11 * enlarged, weight: 600, align: 'center' });
}
