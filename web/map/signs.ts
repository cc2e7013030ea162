import { BORDER_COUNTRIES, CROSSING_STATUSES, WORKSHOP_TYPES } from '@atlas/server/contracts';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../cartography/palettes.ts';
import { PATTERNS } from '../cartography/patterns.ts';
import { crossingSign, SIGN_SIZE, workshopSign } from '../cartography/signs.ts';

/** Pixels of a sign for each pixel on the page, so that it stays sharp on a projector. */
const DENSITY = 3;

/** Draws all patterns and signs of the style, in place of those of a former theme. */
export function putSigns(map: MapLibreMap, theme: Theme): void {
  const add = (name: string, size: number, draw: (context: CanvasRenderingContext2D) => void) => {
    if (map.hasImage(name)) map.updateImage(name, toImage(size, draw));
    else map.addImage(name, toImage(size, draw), { pixelRatio: DENSITY });
  };
  for (const { name, size, draw } of PATTERNS) add(name, size, (context) => draw(context, theme));
  add('town', 5, (context) => disc(context, 2.5, theme.labelMuted));
  for (const type of [...WORKSHOP_TYPES, 'several'] as const) {
    const { path, fill } = workshopSign(type);
    add(`workshop-${type}`, SIGN_SIZE, (context) =>
      sign(context, path, { fill: fill ? theme.workshopEdge : theme.workshop, edge: theme.workshopEdge }),
    );
  }
  for (const country of BORDER_COUNTRIES) {
    for (const status of CROSSING_STATUSES) {
      const { fill, edge, mark } = crossingSign(country, status, theme);
      add(`crossing-${country}-${status}`, SIGN_SIZE, (context) => crossing(context, { fill, edge, mark, paper: theme.casing }));
    }
  }
}

function toImage(size: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size * DENSITY;
  canvas.height = size * DENSITY;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no pictures');
  context.scale(DENSITY, DENSITY);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function disc(context: CanvasRenderingContext2D, middle: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(middle, middle, middle - 0.6, 0, 2 * Math.PI);
  context.fill();
}

function sign(context: CanvasRenderingContext2D, path: string, { fill, edge }: { fill: string; edge: string }): void {
  const shape = new Path2D(path);
  context.lineJoin = 'round';
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = 1.4;
  context.fill(shape);
  context.stroke(shape);
}

function crossing(
  context: CanvasRenderingContext2D,
  { fill, edge, mark, paper }: { fill: string; edge: string; mark: string; paper: string },
): void {
  context.lineWidth = 4;
  context.strokeStyle = paper;
  const disc = new Path2D('M8 3.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6Z');
  context.stroke(disc);
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = 1.8;
  context.fill(disc);
  context.stroke(disc);
  if (mark === '') return;
  context.strokeStyle = paper;
  context.lineWidth = 1.8;
  context.stroke(new Path2D(mark));
}
