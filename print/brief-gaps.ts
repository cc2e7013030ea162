import type { Gap } from '@atlas/server/contracts';
import { formatKilometers, formatNumber, formatYear } from '../web/cartography/format.ts';
import { nameOfPlace } from '../web/cartography/place-names.ts';
import type { Brief } from './brief.ts';
import { drawRule, type Ink, lineHeight, widthOfLine, writeLine, writeParagraph } from './ink.ts';
import { gapText, printText } from './print-text.ts';

type Place = { x: number; y: number; width: number; bottom: number };

/** A column of the list: its head, its right edge as a share of the width, and what stands in it; the first is set left. */
type Column = { head: string; right: number; of: (gap: Gap) => string };

const PIXELS = 10;

/** Writes the first gaps of the province with the terms of their scores, as many as there is room for, and the words for none. */
export function writeGapTable(ink: Ink, brief: Brief, { x, y, width, bottom }: Place): void {
  const { gaps: list, picture } = brief;
  const { language } = picture;
  const { gaps } = list;
  const number = (count: number) => formatNumber(language, count);
  const step = lineHeight(ink, PIXELS) + 3;
  const values = { period: formatYear(language, list.period), reach: formatKilometers(language, list.reachMeters) };
  const text = printText(language);
  if (gaps.length === 0) {
    const headEnd = writeParagraph(ink, text('gapsNone'), { x, y, width, pixels: 13, weight: 600 });
    const words = list.notAssessed === list.communes ? text('gapsUnknown', values) : gapText(language)('empty', values);
    writeParagraph(ink, words, { x, y: headEnd + 4, width, pixels: 11 });
    return;
  }
  const scored = text('scored');
  const headHeight = lineHeight(ink, 13) + lineHeight(ink, 9) + step * 2;
  const shown = gaps.slice(0, Math.max(1, Math.min(MOST_ROWS, Math.floor((bottom - y - headHeight) / step))));
  const title = text(shown.length < gaps.length ? 'gapsFirst' : 'gapsAll', { shown: number(shown.length), count: number(gaps.length) });
  const titleEnd = writeParagraph(ink, title, { x, y, width, pixels: 13, weight: 600 });
  let top = writeParagraph(ink, scored, { x, y: titleEnd, width, pixels: 9, colour: ink.theme.labelMuted }) + 4;
  const columns = columnsOf(brief);
  top = writeHeads(ink, columns, { x, y: top, width });
  for (const gap of shown) {
    for (const column of columns) writeCell(ink, column.of(gap), { column, columns, x, y: top + step * 0.72, width });
    top += step;
    drawRule(ink, [x, top, x + width, top], { colour: ink.theme.innerLine, width: 0.7 });
  }
}

const MOST_ROWS = 14;

function columnsOf({ picture: { language, places } }: Brief): Column[] {
  const text = printText(language);
  const own = gapText(language);
  const points = (number: number) => formatNumber(language, number, 3);
  const distance = (meters: number) => `${formatNumber(language, meters / 1000, 1)} ${language === 'km' ? 'គ.ម.' : 'km'}`;
  return [
    {
      head: text('commune'),
      right: 0.27,
      of: ({ pcode, rank }) => `${formatNumber(language, rank)}  ${nameOfPlace(places, pcode, language)}`,
    },
    { head: text('childrenShort'), right: 0.35, of: ({ children }) => formatNumber(language, children) },
    {
      head: text('per1000'),
      right: 0.47,
      of: ({ ratePer1000 }) => (ratePer1000 === null ? text('noRate') : formatNumber(language, ratePer1000, 1)),
    },
    {
      head: text('nearest'),
      right: 0.6,
      of: ({ nearestActiveMeters }) => (nearestActiveMeters === null ? text('nearestNone') : distance(nearestActiveMeters)),
    },
    { head: own('need'), right: 0.68, of: ({ terms }) => points(terms.need) },
    { head: own('distance'), right: 0.785, of: ({ terms }) => points(terms.distance) },
    { head: own('staleness'), right: 0.915, of: ({ terms }) => points(terms.staleness) },
    { head: text('score'), right: 1, of: ({ score }) => points(score) },
  ];
}

type Cell = { column: Column; columns: readonly Column[]; x: number; y: number; width: number };

function writeCell(ink: Ink, words: string, { column, columns, x, y, width }: Cell): void {
  const isFirst = columns[0] === column;
  const isLast = columns.at(-1) === column;
  const weight = isFirst || isLast ? 600 : 400;
  const room = roomOf(columns, column) * width - 6;
  const pixels = Math.min(PIXELS, (PIXELS * room) / Math.max(1, widthOfLine(ink, words, { pixels: PIXELS, weight })));
  if (isFirst) writeLine(ink, words, { x, y, pixels, weight });
  else writeLine(ink, words, { x: x + column.right * width, y, pixels, weight, align: 'right' });
}

/** Share of the width that a column has for itself. */
function roomOf(columns: readonly Column[], column: Column): number {
  return column.right - (columns[columns.indexOf(column) - 1]?.right ?? 0);
}

/** Writes the heads, each standing on the same line; returns the height below. */
function writeHeads(ink: Ink, columns: readonly Column[], { x, y, width }: { x: number; y: number; width: number }): number {
  const letters = { pixels: 8.5, weight: 600, colour: ink.theme.labelMuted } as const;
  const ends = columns.map((column, index) => {
    const room = roomOf(columns, column) * width - 6;
    const right = x + column.right * width;
    const place = index === 0 ? { x, align: 'left' as const } : { x: right - room, align: 'right' as const };
    return writeParagraph(ink, column.head, { ...letters, ...place, y, width: room });
  });
  const end = Math.max(...ends) + 2;
  drawRule(ink, [x, end, x + width, end], { colour: ink.theme.outline, width: 1 });
  return end;
}
