import type { Path } from '../web/cartography/drawing.ts';
import { rowsOfPlaces } from '../web/cartography/rows.ts';
import type { ScaleRow } from '../web/cartography/scale.ts';
import { drawMap, type Sheet } from '../web/light/draw.ts';
import { drawNames } from '../web/light/draw-names.ts';
import type { Name } from '../web/light/names.ts';
import { PATH_ZOOM, type Shapes, shapesOf, surroundingsOf } from '../web/light/shapes.ts';
import { readBasemap } from './basemap.ts';
import { drawNetworks } from './draw-networks.ts';
import { drawCrossings, drawRoutes } from './draw-routes.ts';
import { drawWorkshops, type Gathered, gatherWorkshops, radiusOfGathered } from './draw-workshops.ts';
import { drawBox, type Ink } from './ink.ts';
import { cameraOf } from './map-camera.ts';
import { drawNorth, drawScaleBar, type Looked, northBox, scaleBarBox } from './map-marks.ts';
import { type CircleAt, circlesOf, crossingNamesOf, namesOf, type Ranks } from './names.ts';
import type { Overlays } from './overlays.ts';
import type { Box, Paper } from './paper.ts';
import type { Picture } from './picture.ts';
import { pixelsOn } from './pixels.ts';
import { toSeenNames } from './seen-names.ts';

export type MapFrame = {
  box: Box;
  /** How much larger lines, names and circles are than on a laptop. */
  enlarged: number;
  /** What lies over the areas; without it nothing does. */
  overlays?: Overlays;
  /** Communes of the gap list: outlined, with their ranks. Without them no commune is. */
  ranks?: Ranks;
};

/** Draws the map with what lies over it, its names, scale bar and north into a box of the page. */
export function drawMapFrame(paper: Paper, picture: Picture, { box, enlarged, overlays, ranks }: MapFrame): void {
  const { scale, language, levelColumns } = picture;
  const { theme } = scale;
  const { newPath } = paper.medium;
  const size = { width: box.width, height: box.height };
  const camera = cameraOf(picture, size, enlarged);
  const look = { camera, size, enlarged };
  const { basemap, labels } = readBasemap();
  paper.within(box, (context) => {
    const sheet: Sheet = { context, size, camera, pixelRatio: paper.pixelRatio, medium: paper.medium };
    const ink = { drawing: context, medium: paper.medium, language, theme };
    const shapes = shapesOf({ topology: picture.topology, level: picture.level, pcodes: levelColumns.pcodes }, newPath);
    drawMap(sheet, {
      theme,
      shapes,
      surroundings: surroundingsOf(basemap, newPath),
      rows: rowsWithin(picture),
      points: {
        level: levelColumns,
        radii: picture.values.map((value) => (value === undefined ? 0 : scale.radiusOf(value))),
        circle: scale.circle,
      },
      chosen: undefined,
      lineScale: enlarged,
    });
    if (overlays?.networks !== undefined) drawNetworks(sheet, { picture, networks: overlays.networks, enlarged });
    if (ranks !== undefined) outlineRanked(sheet, shapes, { picture, ranks, enlarged });
    const inPixels = () => context.setTransform(paper.pixelRatio, 0, 0, paper.pixelRatio, 0, 0);
    inPixels();
    const signs = drawSigns(ink, overlays, look);
    const names = [...signs.names, ...namesOf(picture, { labels, zoom: camera.zoom, enlarged, ranks })];
    const beside = {
      circles: [...circlesOf(picture, enlarged), ...signs.circles],
      covered: [scaleBarBox(look), northBox(look), ...signs.covered],
    };
    drawNames(sheet, toSeenNames(names, sheet, beside), { halo: theme.halo, font: 'Noto Sans' });
    inPixels();
    drawScaleBar(ink, look);
    drawNorth(ink, look);
    drawBox(ink, { left: 0, top: 0, ...size }, { edge: theme.outline, width: 1.2 });
  });
}

/** What signs leave to the names: names of their own, and the room that is left. */
type Signs = { names: Name[]; circles: CircleAt[]; covered: Box[] };

/** Draws routes, workshops and crossings, from the lines to the signs. */
function drawSigns(ink: Ink, overlays: Overlays | undefined, look: Looked): Signs {
  const { enlarged, camera } = look;
  const placed = { pixelOf: pixelsOn(look), zoom: camera.zoom, enlarged };
  const gathered = overlays?.workshops === undefined ? [] : gatherWorkshops(overlays.workshops.signs, placed);
  const routes = overlays?.routes;
  if (routes !== undefined) drawRoutes(ink, routes, placed);
  drawWorkshops(ink, gathered, enlarged);
  if (routes === undefined) return { names: [], ...besideWorkshops(gathered, enlarged) };
  drawCrossings(ink, routes, placed);
  const beside = besideWorkshops(gathered, enlarged);
  const covered = routes.crossings.map(({ lng, lat }) => boxAround(placed.pixelOf(lng, lat), CROSSING_RADIUS * enlarged));
  const names = crossingNamesOf(routes.crossings, { ...ink, ...placed, circle: CROSSING_RADIUS * enlarged });
  return { names, circles: beside.circles, covered: [...beside.covered, ...covered] };
}

const CROSSING_RADIUS = 6;
const WORKSHOP_RADIUS = 7;

/** A name of the same place comes to stand below its sign; others keep off gathered ones. */
function besideWorkshops(gathered: readonly Gathered[], enlarged: number): Pick<Signs, 'circles' | 'covered'> {
  const alone = gathered.flatMap(({ signs }) => (signs.length === 1 ? signs : []));
  const groups = gathered.filter(({ signs }) => signs.length > 1);
  return {
    circles: alone.map(({ lng, lat }) => ({ lng, lat, radius: WORKSHOP_RADIUS * enlarged })),
    covered: groups.map(({ x, y, events }) => boxAround([x, y], radiusOfGathered(events) * enlarged)),
  };
}

function boxAround([x, y]: readonly [number, number], radius: number): Box {
  return { left: x - radius, top: y - radius, width: radius * 2, height: radius * 2 };
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

/** What each place looks like; places outside of what is printed stay bare land. */
function rowsWithin({ scale, values }: Picture): (ScaleRow | undefined)[] {
  const known = values.map((value) => value ?? { state: 'not-assessed' as const });
  const rows = rowsOfPlaces({ scale, count: values.length, values: known, isWanted: true, isFailed: false });
  return rows.map((row, id) => (values[id] === undefined ? undefined : row));
}
