import { PathLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { CASING_GROWTH, colourOfLeg, NARROWEST_DOUBLE, RETURN_CORE, type Rgb, toRgb } from '../cartography/route-look.ts';
import { type Leg, type LngLat, people, taper, toCurve, widthPixels } from '../cartography/routes.ts';
import type { Look, RouteHover } from './layer.ts';

type RoutesShown = { legs: readonly Leg[]; maximum: number; look: Look };

type Drawn = { leg: Leg; path: LngLat[]; width: number; colour: Rgb };

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

/** Casings first, then the routes, the narrow ones on top; the core of a return is left paper-white: two parallel lines. */
function toLayers({ legs, maximum, look }: RoutesShown, onHover: (hover: RouteHover | undefined) => void) {
  const drawn = legs.map((leg): Drawn => {
    const width = widthPixels(people(leg), maximum) * look.lineScale;
    return { leg, path: toCurve(leg), width, colour: colourOfLeg(leg, look.theme) };
  });
  const paper = toRgb(look.theme.casing);
  return [
    pathLayer('routes-casing', drawn, { grow: CASING_GROWTH, colourOf: () => paper }),
    pathLayer('routes', drawn, {
      grow: 0,
      colourOf: ({ colour }) => colour,
      onHover: ({ object, x, y }) => onHover(object === undefined ? undefined : { leg: object.leg, x, y }),
    }),
    pathLayer(
      'routes-return-core',
      drawn.filter(({ leg, width }) => leg.direction === 'return' && width >= NARROWEST_DOUBLE),
      { grow: 0, share: RETURN_CORE, colourOf: () => paper },
    ),
  ];
}

type PathLook = {
  /** Pixels added to the width, and the share of the width that is drawn. */
  grow: number;
  share?: number;
  colourOf: (drawn: Drawn) => Rgb;
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
