import { codAb } from './cod-ab.ts';
import { codAbV01 } from './cod-ab-v01.ts';
import { geoBoundaries } from './geoboundaries.ts';
import type { BoundaryLayout, GazetteerLayout } from './layout.ts';
import { mefGazetteer, mefPortal } from './mef-portal.ts';
import { ncddGazetteer } from './ncdd-gazetteer.ts';
import { ncdm } from './ncdm.ts';
import { openDevelopment } from './open-development.ts';
import { simplifiedByHand } from './simplified-by-hand.ts';

/** Layouts of boundaries the atlas reads; the first that recognises a file's fields reads it. */
export const BOUNDARY_LAYOUTS: readonly BoundaryLayout[] = [
  codAb,
  codAbV01,
  ncdm,
  openDevelopment,
  geoBoundaries,
  mefPortal,
  simplifiedByHand,
];

/** Layouts of lists of places the atlas reads. */
export const GAZETTEER_LAYOUTS: readonly GazetteerLayout[] = [ncddGazetteer, mefGazetteer];
