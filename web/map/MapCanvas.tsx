import './map.css';
import { type Map as MapLibreMap, Map as NewMap, type Subscription, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBasemap, useTopology } from '../api.ts';
import { MAX_BOUNDS, ZOOMS } from '../cartography/mercator.ts';
import { useText } from '../i18n/index.ts';
import { LAYERS } from '../layers/index.ts';
import { type AtHand, type Look, type RouteHover, toLook } from '../layers/layer.ts';
import { openedWith } from '../layers/set-data.ts';
import { FULL_DETAIL_ZOOM, usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';
import { boundsOf, cameraOf, showBounds } from './camera.ts';
import { useChoosing } from './choosing.ts';
import { useCameraFollowing } from './following.ts';
import { MapCross } from './MapCross.tsx';
import { middleOf, type Target, targetAt } from './pointer.ts';
import { LiveScaleBar } from './ScaleBar.tsx';
import { seeBounds } from './seen-bounds.ts';
import { putSigns } from './signs.ts';
import { applyLook, firstData, toStyle } from './style.ts';
import { Tooltip } from './Tooltip.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

setWorkerUrl(workerUrl);

type Props = {
  /** Told once, when all that is looked at has been drawn for the first time. */
  onDrawn: () => void;
  /** Told when this browser cannot draw it: it has no WebGL. */
  onFailed: () => void;
};

/**
 * The live map; nobody else holds it. It is opened when what it shows first is there, so that this is drawn once and not
 * piece by piece; where something of it has failed, with what there is.
 */
export function MapCanvas(props: Props) {
  const { view, edition, places, shown, failure } = usePicture();
  const { data: topology } = useTopology(edition, view.level, 'overview');
  const { data: basemap, isError } = useBasemap();
  const isThere = topology !== undefined && places !== undefined && shown !== undefined && (basemap !== undefined || isError);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isThere || failure !== undefined) setOpen(true);
  }, [isThere, failure]);
  return isOpen ? (
    <OpenMap {...props} atHand={{ level: view.level, topology, places, basemap }} />
  ) : (
    <div className="map" data-map="busy" />
  );
}

function OpenMap({ onDrawn, onFailed, atHand }: Props & { atHand: AtHand }) {
  const { view } = usePicture();
  const { language, projector } = view;
  const theme = useTheme();
  const look = useMemo(() => toLook({ language, projector }, theme), [language, projector, theme]);
  const [opened, setOpened] = useState<Opened>();
  const container = useNewMap({ look, atHand }, setOpened, onFailed);
  useFirstDrawing(opened?.map, onDrawn);
  return (
    <div className="map" ref={container} data-map="busy">
      {opened === undefined ? null : <LiveMap opened={opened} look={look} />}
    </div>
  );
}

/** Marks a move as the reader's own, so that the link keeps it. */
const BY_READER = { originalEvent: true };

/** A map and the look it was opened with, which may be another than the one wanted by now. */
type Opened = { map: MapLibreMap; look: Look };

function LiveMap({ opened, look }: { opened: Opened; look: Look }) {
  const { map } = opened;
  const picture = usePicture();
  const [isNear, setNear] = useState(() => map.getZoom() >= FULL_DETAIL_ZOOM);
  const [target, setTarget] = useState<Target>();
  const [camera, setCamera] = useState(() => cameraOf(map));
  const { places, change } = picture;
  const onRoute = useCallback((hover: RouteHover | undefined) => {
    setTarget((known) => (hover === undefined ? (known?.kind === 'route' ? undefined : known) : { kind: 'route', ...hover }));
  }, []);
  const text = useText();
  const drawn = useRef(opened.look);
  useEffect(() => {
    // The map was opened with its first look; giving it again would draw everything twice.
    if (drawn.current === look) return;
    drawn.current = look;
    map.getContainer().setAttribute('data-map', 'busy');
    applyLook(map, look);
  }, [map, look]);
  useEffect(() => {
    map.getCanvas().setAttribute('aria-label', text('legend.label'));
    map.getCanvas().setAttribute('aria-describedby', 'map-keys');
  }, [map, text]);
  useEffect(() => {
    const onMove = () => setNear(map.getZoom() >= FULL_DETAIL_ZOOM);
    const see = () => {
      const sight = map.getBounds();
      seeBounds([sight.getWest(), sight.getSouth(), sight.getEast(), sight.getNorth()]);
    };
    see();
    const onEnd = (event: object) => {
      see();
      setCamera(cameraOf(map));
      if ('originalEvent' in event && event.originalEvent !== undefined) change({ camera: cameraOf(map) }, 'replace');
    };
    return subscribed(map.on('zoom', onMove), map.on('moveend', onEnd));
  }, [map, change]);
  useEffect(() => {
    const onPointer = (event: Parameters<typeof targetAt>[1]) => {
      const found = targetAt(map, event, places);
      map.getCanvas().style.cursor = found === undefined ? '' : 'pointer';
      setTarget((known) => found ?? (known?.kind === 'route' ? known : undefined));
    };
    const onOut = () => setTarget(undefined);
    return subscribed(map.on('mousemove', onPointer), map.on('mouseout', onOut), map.on('movestart', onOut));
  }, [map, places]);
  useChoosing(map);
  useCameraFollowing(map);
  return (
    <>
      {LAYERS.map(({ id, Draw }) =>
        Draw === undefined ? null : <Draw key={id} map={map} detail={isNear ? 'full' : 'overview'} look={look} onRoute={onRoute} />,
      )}
      <ZoomButtons onZoom={(steps) => (steps > 0 ? map.zoomIn({}, BY_READER) : map.zoomOut({}, BY_READER))} />
      <LiveScaleBar map={map} />
      <MapCross pcode={() => middleOf(map, places)} camera={camera} />
      {target === undefined ? null : <Tooltip target={target} />}
    </>
  );
}

/** Waits until the map rests with everything of its first look on it. */
function useFirstDrawing(map: MapLibreMap | undefined, onDrawn: () => void): void {
  const { edition, view, failure } = usePicture();
  const { data: topology } = useTopology(edition, view.level, 'overview');
  const isComplete = topology !== undefined || failure !== undefined;
  useEffect(() => {
    if (map === undefined || !isComplete) return;
    const subscription = map.on('idle', () => {
      subscription.unsubscribe();
      onDrawn();
    });
    map.triggerRepaint();
    return () => subscription.unsubscribe();
  }, [map, isComplete, onDrawn]);
}

/** Opens the map in its container, once, and closes it with the page. */
function useNewMap(opening: { look: Look; atHand: AtHand }, onReady: (opened: Opened | undefined) => void, onFailed: () => void) {
  const { view, edition } = usePicture();
  const container = useRef<HTMLDivElement>(null);
  const first = useRef({ ...opening, view, edition });
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const { camera } = first.current.view;
    const data = firstData(first.current.atHand);
    const map = openMap({
      container: element,
      style: toStyle(first.current.look, data),
      maxBounds: MAX_BOUNDS,
      minZoom: ZOOMS.farthest,
      maxZoom: ZOOMS.nearest,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      fadeDuration: 0,
      ...(camera === undefined ? {} : { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom }),
    });
    if (map === undefined) return onFailed();
    openedWith(map, data);
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    if (camera === undefined) showBounds(map, boundsOf(first.current.edition), { isInstant: true });
    const say = (state: 'busy' | 'idle') => element.setAttribute('data-map', state);
    map.on('idle', () => say('idle'));
    map.on('dataloading', () => say('busy'));
    map.on('movestart', () => say('busy'));
    map.once('style.load', () => {
      putSigns(map, first.current.look.theme);
      onReady({ map, look: first.current.look });
    });
    return () => {
      onReady(undefined);
      map.remove();
    };
  }, [onReady, onFailed]);
  return container;
}

function subscribed(...subscriptions: readonly Subscription[]): () => void {
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}

/** A map, or nothing where the browser has no WebGL: it can only be tried. */
function openMap(options: ConstructorParameters<typeof NewMap>[0]): MapLibreMap | undefined {
  try {
    return new NewMap(options);
  } catch (error) {
    console.warn('the map cannot be drawn here:', error);
    return undefined;
  }
}
