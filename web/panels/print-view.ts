import { type Crossing, WORKSHOP_TYPES } from '@atlas/server/contracts';
import type { Bounds } from '../cartography/mercator.ts';
import type { View } from '../view.ts';

type Looked = { view: View; on: string; bounds: Bounds | undefined; crossings: readonly Crossing[] | undefined };

export type PrintParameters = Readonly<Record<string, string | undefined>>;

/** The section of the map as parameters of a print; none while the whole country stands as it was opened. */
export function sectionOf({ view, bounds }: Pick<Looked, 'view' | 'bounds'>): PrintParameters {
  const isUnmoved = view.camera === undefined && view.place === undefined && view.province === undefined;
  return isUnmoved || bounds === undefined ? {} : { bounds: bounds.map((degrees) => degrees.toFixed(4)).join(',') };
}

/** The layers of the view and what of them is looked at, as parameters of a print: the same that the layers ask for. */
export function layersOf({ view, on, crossings }: Omit<Looked, 'bounds'>): PrintParameters {
  const isOn = (layer: View['layers'][number]) => layers.includes(layer);
  const layers = view.layers.filter((layer) => layer !== 'workshops' || view.workshopTypes.length > 0);
  const crossing = crossings?.find(({ id }) => id === view.crossing)?.id;
  return {
    layers: layers.length === 0 ? 'none' : layers.join(','),
    ...(isOn('coverage') || isOn('routes') ? { on } : {}),
    ...(isOn('coverage') ? { reachMeters: String(view.reachKm * 1000), organisation: view.organisation } : {}),
    ...(isOn('workshops') && view.workshopTypes.length < WORKSHOP_TYPES.length ? { type: view.workshopTypes.join(',') } : {}),
    ...(isOn('routes') ? { crossing, origin: view.province, direction: view.direction === 'both' ? undefined : view.direction } : {}),
  };
}
