import { formatNumber, formatYear } from '../web/cartography/format.ts';
import { niceBelow } from '../web/cartography/nice-below.ts';
import { PATTERNS } from '../web/cartography/patterns.ts';
import { nameIn } from '../web/cartography/place-names.ts';
import { isListed, type Row, type ScaleRow } from '../web/cartography/scale.ts';
import { legendText, rowLabel, sourcesText } from '../web/light/legend-text.ts';
import type { Brief } from './brief.ts';
import { drawBox, type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';
import type { Picture } from './picture.ts';
import { mapText, printText } from './print-text.ts';

/**
 * Where a part of the legend stands, and how much larger than on a laptop it is. `onMap` says so of the map itself, where that
 * differs: widths and circles that are measured against it must have its size.
 */
export type LegendPlace = { x: number; y: number; width: number; enlarged: number; onMap?: number };

/** Where the sign of a row is drawn. */
type SignPlace = { x: number; y: number; enlarged: number; onMap: number };

/** Size of the sign at the head of a row. */
export const SWATCH = { width: 26, height: 16 } as const;

/** A row: its sign, drawn from the corner given, what it means, and how many there are. */
export type LegendRow = { draw: (ink: Ink, at: SignPlace) => void; label: string; count?: number };

/** What a part of the legend says: its head, its rows, and notes in small letters. */
export type LegendPart = { head: string; rows: readonly LegendRow[]; notes: readonly string[] };

/** Middle of the square at the head of a row. */
export function middleOf({ x, y, enlarged }: { x: number; y: number; enlarged: number }): { x: number; y: number; enlarged: number } {
  return { x: x + (SWATCH.width / 2) * enlarged, y: y + (SWATCH.height / 2) * enlarged, enlarged };
}

const ROW_PIXELS = 11.5;

/** Writes a row; returns the height below. */
export function writeRow(ink: Ink, { draw, label, count }: LegendRow, { x, y, width, enlarged, onMap = enlarged }: LegendPlace): number {
  const pixels = ROW_PIXELS * enlarged;
  draw(ink, { x, y, enlarged, onMap });
  const start = x + (SWATCH.width + 8) * enlarged;
  if (count !== undefined) {
    const written = formatNumber(ink.language, count);
    writeLine(ink, written, { x: x + width, y: y + pixels * 1.1, pixels, align: 'right', weight: 600 });
  }
  const room = width - (SWATCH.width + 8 + (count === undefined ? 0 : 34)) * enlarged;
  const end = writeParagraph(ink, label, { x: start, y, width: room, pixels });
  return Math.max(end, y + SWATCH.height * enlarged) + 4 * enlarged;
}

/** Writes what every colour and pattern of the print means, with how many of its places each holds; returns the height below. */
export function writeLegendRows(ink: Ink, picture: Picture, place: LegendPlace): number {
  const { indicator, scale, language } = picture;
  const counts = countPrinted(picture);
  const below = indicator.kind === 'count' ? writeCircles(ink, picture, place) : place.y;
  return scale.rows
    .filter((candidate) => isListed(candidate.row, counts.get(candidate.row) ?? 0))
    .reduce((top, row) => {
      const label = rowLabel(row, indicator, language);
      const draw: LegendRow['draw'] = (on, at) => drawSwatch(on, row, at);
      return writeRow(ink, { draw, label, count: counts.get(row.row) ?? 0 }, { ...place, y: top });
    }, below);
}

/** Writes what the outlines of a brief's map mean, with how many there are; returns the height below. */
export function writeRankedRow(
  ink: Ink,
  { gaps, picture }: Pick<Brief, 'gaps' | 'picture'>,
  { x, y, width, enlarged }: LegendPlace,
): number {
  const count = gaps.gaps.length;
  if (count === 0) return y;
  const draw: LegendRow['draw'] = ({ theme }, at) => {
    const box = { left: at.x + 1, top: at.y + 1, width: SWATCH.width * enlarged - 2, height: SWATCH.height * enlarged - 2 };
    drawBox(ink, box, { fill: theme.casing, edge: theme.selection, width: 1.8 * enlarged });
  };
  return writeRow(ink, { draw, label: mapText(picture.language)('inGapList'), count }, { x, y, width, enlarged });
}

/** How the classes are made, what is not on the print, and where all of it comes from. */
export function notesOf(picture: Picture): string[] {
  const { indicator, edition, columns, language, levelColumns, values, layers, bounds } = picture;
  const text = legendText(language);
  const print = printText(language);
  const points = values.filter((value, id) => value !== undefined && levelColumns.shapes[id] !== 'p').length;
  const hasAreas = layers.includes('indicator');
  return [
    ...(points === 0 ? [] : [text('withoutPolygon', { count: formatNumber(language, points) })]),
    ...(bounds === undefined ? [] : [print('countsOfAll')]),
    ...(hasAreas ? [text(indicator.kind === 'count' ? 'methodCount' : 'method')] : []),
    ...(hasAreas && layers.length === 1 ? [print('onlyAreas')] : []),
    hasAreas ? sourcesText({ indicator, edition, columns }, language) : text('boundaries', { edition: nameIn(language, edition) }),
    print('disclaimer'),
  ];
}

/** Writes a note in small letters; returns the height below. */
export function writeNote(ink: Ink, note: string, { x, y, width, enlarged }: LegendPlace): number {
  return writeParagraph(ink, note, { x, y, width, pixels: 9.5 * enlarged, colour: ink.theme.labelMuted }) + 3 * enlarged;
}

/** Writes all notes of a picture, one below the other; returns the height below. */
export function writeLegendNotes(ink: Ink, picture: Picture, { x, y, width, enlarged }: LegendPlace): number {
  return notesOf(picture).reduce((below, note) => writeNote(ink, note, { x, y: below, width, enlarged }), y);
}

/** Unit, year and level, as the legend of the page has them. */
export function unitLine({ indicator, columns, level, language }: Picture): string {
  const text = legendText(language);
  return text('unitPeriodLevel', { unit: indicator.unit[language], period: formatYear(language, columns.period), level: text(level) });
}

/** How many of the printed places each row holds. */
function countPrinted({ scale, values }: Pick<Picture, 'scale' | 'values'>): ReadonlyMap<Row, number> {
  const counts = new Map<Row, number>();
  for (const value of values) {
    if (value === undefined) continue;
    const { row } = scale.rowOf(value);
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

function drawSwatch(ink: Ink, { colour, pattern: name }: ScaleRow, { x, y, enlarged }: { x: number; y: number; enlarged: number }): void {
  const box = { left: x, top: y, width: SWATCH.width * enlarged, height: SWATCH.height * enlarged };
  drawBox(ink, box, { fill: colour });
  const pattern = PATTERNS.find((candidate) => candidate.name === name);
  if (pattern !== undefined) drawBox(ink, box, { fill: ink.medium.toPattern(pattern, ink.theme, 1) });
  drawBox(ink, box, { edge: ink.theme.provinceLine });
}

/** Three circles with the numbers they stand for. */
function writeCircles(ink: Ink, { scale, language }: Picture, { x, y, enlarged, onMap = enlarged }: LegendPlace): number {
  const top = niceBelow(scale.indicator.maximum);
  const examples = [...new Set([niceBelow(top / 10), niceBelow(top / 3), top])].filter((count) => count > 0);
  const radiusOf = (count: number) => scale.radiusOf({ state: 'value', value: count, numerator: undefined }) * onMap;
  const largest = Math.max(0, ...examples.map(radiusOf));
  const { drawing, theme, medium } = ink;
  let left = x;
  for (const count of examples) {
    const radius = radiusOf(count);
    const circle = medium.newPath();
    circle.arc(left + radius, y + largest * 2 - radius, radius, 0, 2 * Math.PI);
    drawing.globalAlpha = 0.62;
    drawing.fillStyle = scale.circle;
    drawing.fill(circle);
    drawing.globalAlpha = 1;
    drawing.strokeStyle = theme.casing;
    drawing.lineWidth = 1;
    drawing.stroke(circle);
    const pixels = 11 * enlarged;
    writeLine(ink, formatNumber(language, count), { x: left + radius * 2 + 4, y: y + largest * 2 - radius + pixels * 0.35, pixels });
    left += radius * 2 + 52 * enlarged;
  }
  return y + largest * 2 + lineHeight(ink, 6 * enlarged);
}
