import { PathLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Leg, type LngLat, people, taper, toCurve, widthPixels } from '../cartography/routes.ts';
import type { Look, RouteHover } from './layer.ts';

type RoutesShown = { legs: readonly Leg[]; maximum: number; look: Look };

type Drawn = { leg: Leg; path: LngLat[]; width: number; colour: [number, number, number] };

/** The routes of deck.gl inside the map's own stack of layers, below the signs and names. */
export type RoutesOverlay = { show: (shown: RoutesShown | undefined) => void; remove: () => void };

const BEFORE = 'town-names';

export function addRoutesOverlay(map: MapLibreMap, onHover: (hover: RouteHover | undefined) => void): RoutesOverlay {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  let wanted: RoutesShown | undefined;
  const apply = () => overlay.setProps({ layers: wanted === undefined ? [] : toLayers(wanted, onHover) });
  // The overlay finds its place in the stack only while no source is loading.
  const whenLoaded = map.on('idle', apply);
  return {
    show: (shown) => {
      wanted = shown;
      if (map.isStyleLoaded()) apply();
    },
    remove: () => {
      whenLoaded.unsubscribe();
      map.removeControl(overlay);
      overlay.finalize();
    },
  };
}

/** A narrower return is drawn as one line: its taper alone shows the way. */
const NARROWEST_DOUBLE = 2.6;

/** Casings first, then the routes, the narrow ones on top; the core of a return is left paper-white: two parallel lines. */
function toLayers({ legs, maximum, look }: RoutesShown, onHover: (hover: RouteHover | undefined) => void) {
  const drawn = legs.map((leg): Drawn => {
    const width = widthPixels(people(leg), maximum) * look.lineScale;
    return { leg, path: toCurve(leg), width, colour: colourOf(leg, look) };
  });
  const paper = toRgb(look.theme.casing);
  return [
    pathLayer('routes-casing', drawn, { grow: 1.8, colourOf: () => paper }),
    pathLayer('routes', drawn, {
      grow: 0,
      colourOf: ({ colour }) => colour,
      onHover: ({ object, x, y }) => onHover(object === undefined ? undefined : { leg: object.leg, x, y }),
    }),
    pathLayer(
      'routes-return-core',
      drawn.filter(({ leg, width }) => leg.direction === 'return' && width >= NARROWEST_DOUBLE),
      { grow: 0, share: 0.34, colourOf: () => paper },
    ),
  ];
}

type PathLook = {
  /** Pixels added to the width, and the share of the width that is drawn. */
  grow: number;
  share?: number;
  colourOf: (drawn: Drawn) => [number, number, number];
  onHover?: (info: { object?: Drawn; x: number; y: number }) => void;
};

function pathLayer(id: string, data: readonly Drawn[], { grow, share = 1, colourOf: toColour, onHover }: PathLook) {
  return new PathLayer<Drawn>({
    id,
    data,
    getPath: ({ path }) => path,
    getColor: toColour,
    getWidth: ({ width, path }) => taper(width, path.length).map((part) => part * share + grow),
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
    // The map is flat: depth would hide the signs and names that lie above.
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
    pickable: onHover !== undefined,
    onHover: (info) =>
      onHover?.({ ...(info.object === undefined || info.object === null ? {} : { object: info.object }), x: info.x, y: info.y }),
    ...({ beforeId: BEFORE } as object),
  });
}

/** Amber to Thailand, blue to Viet Nam, olive to Laos; grey over a closed crossing; paler where estimated. */
function colourOf(
  { country, isClosed, basis }: Pick<Leg, 'country' | 'isClosed' | 'basis'>,
  { theme }: Pick<Look, 'theme'>,
): [number, number, number] {
  const hue = isClosed ? theme.routeClosed : { TH: theme.routeThailand, VN: theme.routeVietNam, LA: theme.routeLaos }[country];
  const [red, green, blue] = toRgb(hue);
  if (basis === 'recorded') return [red, green, blue];
  const [paperRed, paperGreen, paperBlue] = toRgb(theme.casing);
  const mix = (ink: number, paper: number) => Math.round(ink * 0.5 + paper * 0.5);
  return [mix(red, paperRed), mix(green, paperGreen), mix(blue, paperBlue)];
}

function toRgb(hex: string): [number, number, number] {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
