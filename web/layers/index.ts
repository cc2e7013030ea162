import { areas, borders } from './areas.ts';
import { basemap, basemapNames } from './basemap.ts';
import { counts } from './counts.ts';
import { coverage } from './coverage.ts';
import { crossings } from './crossings.ts';
import { gapRanks, gaps } from './gaps.ts';
import type { MapLayer } from './layer.ts';
import { names } from './names.ts';
import { routes } from './routes.ts';
import { selection } from './selection.ts';
import { workshops } from './workshops.ts';

/** All layers of the map in drawing order, from the sea to the signs; names find their room beside the signs above them. */
export const LAYERS: readonly MapLayer[] = [
  basemap,
  areas,
  borders,
  coverage,
  counts,
  gaps,
  selection,
  routes,
  basemapNames,
  names,
  workshops,
  crossings,
  gapRanks,
];
