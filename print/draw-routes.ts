import { CASING_GROWTH, colourOfLeg, NARROWEST_DOUBLE, RETURN_CORE } from '../web/cartography/route-look.ts';
import { type Leg, people, taper, toCurve, widthPixels } from '../web/cartography/routes.ts';
import { fillShape, type Ink } from './ink.ts';
import type { Overlays } from './overlays.ts';
import type { Pixel } from './pixels.ts';
import { type Course, toDashes, toRibbon } from './ribbon.ts';
import { drawCrossingSign } from './signs.ts';

/** Dashes of an estimated route on paper, in pixels: in grey, too, it is told apart. */
export const ESTIMATED = { dash: 9, gap: 4 } as const;

/** Pieces of a curve: on paper, and near, corners would be seen. */
const STEPS = 120;

type Drawn = { leg: Leg; course: Course; width: number };
type Placed = { pixelOf: (lng: number, lat: number) => Pixel; enlarged: number };

/**
 * Draws routes as on the screen: thin where they begin, thick where they end, a return as two lines, amber, blue and olive by
 * country, grey over a closed crossing; estimated ones paler, and on paper dashed.
 */
export function drawRoutes(ink: Ink, { legs: { legs, maximum } }: NonNullable<Overlays['routes']>, { pixelOf, enlarged }: Placed): void {
  const drawn = legs.map((leg): Drawn => {
    const points = toCurve(leg, STEPS).map(([lng, lat]) => pixelOf(lng, lat));
    const width = widthPixels(people(leg), maximum) * enlarged;
    return { leg, course: { points, widths: taper(width, points.length) }, width };
  });
  const { theme } = ink;
  const dashes = { dash: ESTIMATED.dash * enlarged, gap: ESTIMATED.gap * enlarged };
  for (const { course } of drawn) fillShape(ink, toRibbon(wider(course, CASING_GROWTH * enlarged), { isRound: true }), theme.casing);
  // Narrow ones lie on top.
  for (const { leg, course, width } of drawn.toSorted((a, b) => b.width - a.width)) {
    const colour = hexOf(colourOfLeg(leg, theme));
    const parts = leg.basis === 'estimated' ? toDashes(course, dashes) : [course];
    for (const part of parts) fillShape(ink, toRibbon(part, { isRound: leg.basis === 'recorded' }), colour);
    if (leg.direction !== 'return' || width < NARROWEST_DOUBLE * enlarged) continue;
    const core = { ...course, widths: course.widths.map((part) => part * RETURN_CORE) };
    fillShape(ink, toRibbon(core, { isRound: true }), theme.casing);
  }
}

/** Draws the crossings over them. */
export function drawCrossings(ink: Ink, { crossings }: NonNullable<Overlays['routes']>, { pixelOf, enlarged }: Placed): void {
  for (const crossing of crossings) {
    const [x, y] = pixelOf(crossing.lng, crossing.lat);
    drawCrossingSign(ink, crossing, { x, y, enlarged });
  }
}

function wider({ points, widths }: Course, by: number): Course {
  return { points, widths: widths.map((width) => width + by) };
}

export function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
