import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import { basemapFile } from '../web/basemap-file.ts';

type Label = { en: string; km: string; lng: number; lat: number };
/** Names around Cambodia. */
export type BasemapLabels = { countries: Label[]; waters: Label[] };

/** Land, borders, lakes and rivers around Cambodia, and their names: the file of the page itself. */
export function readBasemap(): { basemap: Topology; labels: BasemapLabels } {
  const { topology, labels } = JSON.parse(readFileSync(basemapFile(), 'utf8')) as { topology: Topology; labels: BasemapLabels };
  return { basemap: topology, labels };
}
