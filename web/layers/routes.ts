import type { Crossing } from '@atlas/server/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useCrossings, useFlows } from '../api.ts';
import { type LegsShown, legsOf } from '../cartography/routes.ts';
import { type Picture, usePicture } from '../picture.ts';
import type { View } from '../view.ts';
import type { MapLayer } from './layer.ts';
import type { RoutesOverlay } from './routes-overlay.ts';

/**
 * What flows are asked for the picture; undefined while the layer is off, or while it is not known whether the crossing of
 * the view exists: one that does not filters nothing. Filters follow the chosen crossing and province.
 */
function flowsWanted(
  { view, edition, indicators, period }: Picture,
  crossings: readonly Crossing[] | undefined,
): Parameters<typeof useFlows>[0] {
  if (!isAsked(view) || edition === undefined || indicators === undefined) return undefined;
  if (view.crossing !== undefined && crossings === undefined) return undefined;
  return {
    edition: edition.id,
    period,
    originLevel: 'province',
    crossing: crossings?.some(({ id }) => id === view.crossing) === true ? view.crossing : undefined,
    origin: view.province,
    direction: view.direction === 'both' ? undefined : view.direction,
  };
}

function isAsked({ layers }: View): boolean {
  return layers.includes('routes');
}

/**
 * Legs of the picture's flows and the top of their scale, locked over all years; undefined until they are there. Only the
 * largest are drawn, more of them for a chosen crossing or province.
 */
export function useLegs(picture: Picture): LegsShown | undefined {
  const { data: crossings } = useCrossings(isAsked(picture.view) && picture.indicators !== undefined ? picture.on : undefined);
  const wanted = flowsWanted(picture, crossings?.crossings);
  const { data: flows } = useFlows(wanted);
  const provinces = picture.places?.levels.province;
  const isWhole = wanted?.crossing === undefined && wanted?.origin === undefined;
  return useMemo(() => {
    if (flows === undefined || crossings === undefined || provinces === undefined) return undefined;
    return legsOf(flows, { crossings: crossings.crossings, provinces, isWhole });
  }, [flows, crossings, provinces, isWhole]);
}

/** Routes from origins through crossings to their destinations, and back; drawn by deck.gl, which arrives when it is needed. */
export const routes: MapLayer = {
  id: 'routes',
  style: () => ({ sources: {}, layers: [] }),
  Draw: ({ map, look, onRoute }) => {
    const picture = usePicture();
    const shown = useLegs(picture);
    const isOn = isAsked(picture.view);
    const [overlay, setOverlay] = useState<RoutesOverlay>();
    const isNeeded = isOn && shown !== undefined && shown.legs.length > 0;
    useEffect(() => {
      if (!isNeeded || overlay !== undefined) return;
      let isGone = false;
      void import('./routes-overlay.ts').then(({ addRoutesOverlay }) => {
        if (!isGone) setOverlay(addRoutesOverlay(map, onRoute));
      });
      return () => {
        isGone = true;
      };
    }, [map, isNeeded, overlay, onRoute]);
    useEffect(() => {
      overlay?.show(isOn && shown !== undefined ? { ...shown, look } : undefined);
    }, [overlay, isOn, shown, look]);
    return null;
  },
};
