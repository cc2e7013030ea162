import './light-map.css';
import { type ReactElement, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useBasemap, useFirstPlaces, useTopology } from '../api.ts';
import { type Bounds, type Camera, cameraOfBounds, NEAREST_ZOOM, paddingOf, type Size } from '../cartography/mercator.ts';
import { rowsOfPlaces } from '../cartography/rows.ts';
import { useText } from '../i18n/index.ts';
import { toLook } from '../layers/layer.ts';
import { CANVAS, drawMap, type Scene } from '../light/draw.ts';
import { drawNames } from '../light/draw-names.ts';
import { degreesAt, isInSight, type Point, zoomed } from '../light/moving.ts';
import { toPlaceNames } from '../light/names.ts';
import { placeAt } from '../light/place-at.ts';
import { toShapes, toSurroundings } from '../light/shapes.ts';
import { FULL_DETAIL_ZOOM, usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';
import { boundsOf, boundsOfPlaces } from './camera.ts';
import { useLightHands } from './light-hands.ts';
import { MapCross } from './MapCross.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { seeBounds } from './seen-bounds.ts';
import { Tooltip } from './Tooltip.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

/**
 * The map drawn on a 2D canvas: what stands until the full map has arrived, and what stays where there is no WebGL.
 * `isOnly`: nothing follows it, so it writes the names too and goes to what is looked for.
 */
export function LightMap({ isOnly }: { isOnly: boolean }): ReactElement {
  const { places, view, change } = usePicture();
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const [camera, setCamera] = useLightCamera(size, isOnly);
  const scene = useScene(camera.zoom, isOnly);
  const [point, setPoint] = useState<Point>();
  const text = useText();
  useEffect(() => {
    if (size.width > 0) seeBounds(boundsOnScreen(camera, size));
  }, [camera, size]);
  useDrawing({ canvas, size, camera, scene, isOnly });

  const idAt = (at: Point): number | undefined => {
    const context = canvas.current?.getContext('2d', CANVAS);
    if (scene === undefined || context === null || context === undefined) return undefined;
    return placeAt(context, at, { size, camera, shapes: scene.shapes });
  };
  const pcodeOf = (id: number | undefined) => (id === undefined ? undefined : places?.levels[view.level].pcodes[id]);
  const onChoose = (at: Point) => {
    const pcode = pcodeOf(idAt(at));
    // The map stays where it is: what was chosen on it is in sight.
    if (pcode !== undefined) change({ place: pcode, panel: 'place', crossing: undefined, camera });
  };
  const hands = useLightHands({ canvas, size, camera, onCamera: setCamera, onChoose, onPoint: setPoint });
  const id = point === undefined ? undefined : idAt(point);
  const pcode = pcodeOf(id);
  const middle = { x: size.width / 2, y: size.height / 2 };
  return (
    <div className="light-map" data-ready={scene !== undefined && places !== undefined}>
      <canvas
        ref={canvas}
        className="light-canvas"
        tabIndex={0}
        aria-label={text('legend.label')}
        aria-describedby="map-keys"
        style={{ cursor: pcode === undefined ? undefined : 'pointer' }}
        {...hands}
      />
      <ScaleBar camera={camera} />
      <MapCross pcode={() => pcodeOf(idAt(middle))} camera={camera} />
      {isOnly && <ZoomButtons onZoom={(steps) => setCamera(zoomed(camera, size, { point: middle, steps }), true)} />}
      {point === undefined || pcode === undefined || id === undefined ? null : <Tooltip target={{ kind: 'place', pcode, id, ...point }} />}
    </div>
  );
}

function boundsOnScreen(camera: Camera, size: Size): Bounds {
  const [west, north] = degreesAt({ x: 0, y: 0 }, camera, size);
  const [east, south] = degreesAt({ x: size.width, y: size.height }, camera, size);
  return [west, south, east, north];
}

/** Everything the drawing shows; undefined until the areas are here. */
function useScene(zoom: number, isOnly: boolean): Scene | undefined {
  const { view, edition, indicator, level, scale, shown, failure } = usePicture();
  const theme = useTheme();
  const isNear = isOnly && zoom >= FULL_DETAIL_ZOOM;
  const overview = useTopology(edition, view.level, 'overview');
  const full = useTopology(isNear ? edition : undefined, view.level, 'full');
  const topology = (isNear ? full.data : undefined) ?? overview.data;
  const { data: basemap } = useBasemap();
  const first = useFirstPlaces(edition?.id, view.level);
  const points = level ?? first;
  const shapes = useMemo(
    () => (topology === undefined || points === undefined ? undefined : toShapes(topology, view.level, points.pcodes)),
    [topology, view.level, points],
  );
  const surroundings = basemap === undefined ? undefined : toSurroundings(basemap.topology);
  const { layers, place, language, projector } = view;
  return useMemo(() => {
    if (shapes === undefined || points === undefined) return undefined;
    const values = shown?.values;
    const isWanted = layers.includes('indicator');
    const isFailed = failure !== undefined && values === undefined;
    const rows = rowsOfPlaces({ scale, count: points.pcodes.length, values, isWanted, isFailed });
    const radii =
      isWanted && scale !== undefined && indicator?.kind === 'count' ? (values ?? []).map((value) => scale.radiusOf(value)) : [];
    const chosen = place === undefined ? -1 : points.pcodes.indexOf(place);
    return {
      theme,
      shapes,
      surroundings,
      rows,
      points: { level: points, radii, circle: theme.circle },
      chosen: chosen === -1 ? undefined : chosen,
      lineScale: toLook({ language, projector }, theme).lineScale,
    };
  }, [shapes, points, surroundings, layers, place, language, projector, theme, scale, shown, failure, indicator]);
}

type Drawing = { canvas: RefObject<HTMLCanvasElement | null>; size: Size; camera: Camera; scene: Scene | undefined; isOnly: boolean };

/** Draws before the browser paints, so that no frame is empty. */
function useDrawing({ canvas, size, camera, scene, isOnly }: Drawing): void {
  const { places, view } = usePicture();
  const theme = useTheme();
  const { language, projector } = view;
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', CANVAS);
    if (element === null || context === null || context === undefined || scene === undefined || size.width === 0) return;
    const pixelRatio = window.devicePixelRatio;
    const [width, height] = [Math.round(size.width * pixelRatio), Math.round(size.height * pixelRatio)];
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height });
    const sheet = { context, size, camera, pixelRatio };
    drawMap(sheet, scene);
    if (!isOnly || places === undefined) return;
    const { textPixels } = toLook({ language, projector }, theme);
    const names = toPlaceNames({ places, language, zoom: camera.zoom, theme, textPixels });
    drawNames(sheet, names, { halo: theme.halo, font: getComputedStyle(element).fontFamily });
  }, [canvas, size, camera, scene, isOnly, places, language, projector, theme]);
}

/** Width and height of the canvas on the page, now and whenever they change. */
function useSize(canvas: RefObject<HTMLCanvasElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas]);
  return size;
}

/** Where the map looks: where the link says, where a hand moves it, else the whole country or what is looked for. */
function useLightCamera(size: Size, isOnly: boolean): [Camera, (camera: Camera, isDone: boolean) => void] {
  const { view, edition, places, change } = usePicture();
  const [moving, setMoving] = useState<Camera>();
  const { camera, place, province } = view;
  const within = isOnly ? (place?.slice(0, 6) ?? province) : undefined;
  const bounds = within === undefined || places === undefined ? undefined : boundsOfPlaces(places.levels.commune, within);
  const standard = cameraOfBounds(bounds ?? boundsOf(edition), size, paddingOf(size), bounds === undefined ? NEAREST_ZOOM : 9);
  const move = useCallback(
    (next: Camera, isDone: boolean) => {
      setMoving(isDone ? undefined : next);
      if (isDone) change({ camera: next }, 'replace');
    },
    [change],
  );
  // What is looked for elsewhere is shown, wherever the map was moved before, unless it is in sight.
  const sought = useRef(within);
  useEffect(() => {
    const isSought = sought.current !== within && bounds !== undefined && camera !== undefined;
    if (isSought && !isInSight(bounds, camera, size)) change({ camera: undefined }, 'replace');
    sought.current = within;
  }, [within, bounds, camera, size, change]);
  return [moving ?? camera ?? standard, move];
}
