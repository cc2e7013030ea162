import { formatNumber, formatYear } from '../web/cartography/format.ts';
import { niceBelow } from '../web/cartography/nice-below.ts';
import { PATTERNS } from '../web/cartography/patterns.ts';
import { isListed, type Row, type ScaleRow } from '../web/cartography/scale.ts';
import { map } from '../web/i18n/map.ts';
import { legendText, rowLabel, sourcesText } from '../web/light/legend-text.ts';
import type { Brief } from './brief.ts';
import { drawBox, type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';
import type { Picture } from './picture.ts';
import { printText } from './print-text.ts';

/** Where a part of the legend stands, and how much larger than on a laptop it is. */
export type LegendPlace = { x: number; y: number; width: number; enlarged: number };

const SWATCH = { width: 26, height: 16 } as const;

/** Writes what every colour and pattern of the print means, with how many of its places each holds; returns the height below. */
export function writeLegendRows(ink: Ink, picture: Picture, { x, y, width, enlarged }: LegendPlace): number {
  const { indicator, scale, language } = picture;
  const counts = countPrinted(picture);
  const pixels = 11.5 * enlarged;
  let below = indicator.kind === 'count' ? writeCircles(ink, picture, { x, y, width, enlarged }) : y;
  for (const row of scale.rows.filter((candidate) => isListed(candidate.row, counts.get(candidate.row) ?? 0))) {
    drawSwatch(ink, row, { x, y: below, enlarged });
    const start = x + (SWATCH.width + 8) * enlarged;
    const count = formatNumber(language, counts.get(row.row) ?? 0);
    const room = width - (SWATCH.width + 8 + 34) * enlarged;
    writeLine(ink, count, { x: x + width, y: below + pixels * 1.1, pixels, align: 'right', weight: 600 });
    const end = writeParagraph(ink, rowLabel(row, indicator, language), { x: start, y: below, width: room, pixels });
    below = Math.max(end, below + SWATCH.height * enlarged) + 4 * enlarged;
  }
  return below;
}

/** Writes what the outlines of a brief's map mean, with how many there are; returns the height below. */
export function writeRankedRow(
  ink: Ink,
  { gaps, picture }: Pick<Brief, 'gaps' | 'picture'>,
  { x, y, width, enlarged }: LegendPlace,
): number {
  const count = gaps.gaps.length;
  if (count === 0) return y;
  const { language } = picture;
  const { theme } = ink;
  const pixels = 11.5 * enlarged;
  const box = { left: x + 1, top: y + 1, width: SWATCH.width * enlarged - 2, height: SWATCH.height * enlarged - 2 };
  drawBox(ink, box, { fill: theme.casing, edge: theme.selection, width: 1.8 * enlarged });
  writeLine(ink, formatNumber(language, count), { x: x + width, y: y + pixels * 1.1, pixels, align: 'right', weight: 600 });
  const start = x + (SWATCH.width + 8) * enlarged;
  const end = writeParagraph(ink, map[language].inGapList, { x: start, y, width: width - (SWATCH.width + 42) * enlarged, pixels });
  return Math.max(end, y + SWATCH.height * enlarged) + 4 * enlarged;
}

/** Writes how the classes are made, what is not on the print, and where all of it comes from; returns the height below. */
export function writeLegendNotes(ink: Ink, picture: Picture, { x, y, width, enlarged }: LegendPlace): number {
  const { indicator, edition, columns, language, levelColumns, values } = picture;
  const text = legendText(language);
  const print = printText(language);
  const points = values.filter((value, id) => value !== undefined && levelColumns.shapes[id] !== 'p').length;
  const notes = [
    ...(points === 0 ? [] : [text('withoutPolygon', { count: formatNumber(language, points) })]),
    text(indicator.kind === 'count' ? 'methodCount' : 'method'),
    print('onlyAreas'),
    sourcesText({ indicator, edition, columns }, language),
    print('disclaimer'),
  ];
  const pixels = 9.5 * enlarged;
  return notes.reduce(
    (below, note) => writeParagraph(ink, note, { x, y: below, width, pixels, colour: ink.theme.labelMuted }) + 3 * enlarged,
    y,
  );
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
function writeCircles(ink: Ink, { scale, language }: Picture, { x, y, enlarged }: LegendPlace): number {
  const top = niceBelow(scale.indicator.maximum);
  const examples = [...new Set([niceBelow(top / 10), niceBelow(top / 3), top])].filter((count) => count > 0);
  const radiusOf = (count: number) => scale.radiusOf({ state: 'value', value: count, numerator: undefined }) * enlarged;
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
