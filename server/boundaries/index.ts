import { codAb } from './cod-ab.ts';
import { geoBoundaries } from './geoboundaries.ts';
import type { BoundaryLayout } from './layout.ts';

/** Layouts of boundaries the atlas reads; the first that recognises a file's fields reads it. */
export const BOUNDARY_LAYOUTS: readonly BoundaryLayout[] = [codAb, geoBoundaries];
