import { nameOfPlace } from '../web/cartography/place-names.ts';
import type { Brief } from './brief.ts';
import { writeFigures } from './brief-figures.ts';
import { writeGapTable } from './brief-gaps.ts';
import { drawTrend } from './brief-trend.ts';
import { missingText, printedText, writeMark } from './head.ts';
import { lineHeight, writeLine, writeParagraph } from './ink.ts';
import { unitLine, writeLegendNotes, writeLegendRows, writeRankedRow } from './legend.ts';
import { drawMapFrame } from './map-frame.ts';
import { inkOf } from './map-page.ts';
import type { Paper } from './paper.ts';
import { printText } from './print-text.ts';

const MARGIN = 38;
const GAP = 16;
/** Width of what stands beside the map and the list. */
const SIDE = 228;
const MAP_HEIGHT = 488;
const FOOT_HEIGHT = 78;
/** Of a map on a page of its own. */
const SMALLER = 0.86;

/** Draws a province on one page: map, four figures, gap list, trend. */
export function drawBriefPage(paper: Paper, brief: Brief): void {
  const { picture, gaps } = brief;
  const ranks = new Map(gaps.gaps.map(({ pcode, rank }) => [pcode, rank]));
  const { width, height } = paper.size;
  const whole = { left: 0, top: 0, width, height };
  const left = { x: MARGIN, width: width - MARGIN * 2 - SIDE - GAP };
  const side = { x: width - MARGIN - SIDE, width: SIDE };
  let top = 0;
  paper.within(whole, (drawing) => {
    top = writeHead(brief, { ink: inkOf(paper, picture, drawing), width });
  });
  const box = { left: left.x, top, width: left.width, height: MAP_HEIGHT };
  drawMapFrame(paper, picture, { box, enlarged: SMALLER, ranks });
  paper.within(whole, (drawing) => {
    const ink = inkOf(paper, picture, drawing);
    writeFigures(ink, brief, { ...side, y: top, height: MAP_HEIGHT });
    const below = top + MAP_HEIGHT + GAP;
    const foot = height - MARGIN - FOOT_HEIGHT;
    writeGapTable(ink, brief, { ...left, y: below, bottom: foot - GAP });
    const legendEnd = writeLegendRows(ink, picture, { ...side, y: writeLegendHead(ink, brief, { ...side, y: below }), enlarged: SMALLER });
    const gapsEnd = writeRankedRow(ink, brief, { ...side, y: legendEnd, enlarged: SMALLER });
    const missingEnd = writeParagraph(ink, missingText(picture), { ...side, y: gapsEnd + 2, pixels: 10, weight: 600 });
    drawTrend(ink, brief, { ...side, y: missingEnd + 10, bottom: foot - GAP });
    const notesEnd = writeLegendNotes(ink, picture, { x: MARGIN, y: foot, width: width - MARGIN * 2, enlarged: SMALLER });
    writeLine(ink, printedText(picture), { x: MARGIN, y: notesEnd + 8, pixels: 8.5, colour: ink.theme.labelMuted });
  });
}

type Placed = { ink: ReturnType<typeof inkOf>; width: number };

function writeHead({ title, province, picture }: Brief, { ink, width }: Placed): number {
  const { language, places } = picture;
  const markWidth = writeMark(ink, picture, { right: width - MARGIN, top: MARGIN, enlarged: 0.9 });
  const room = width - MARGIN * 2 - markWidth - GAP;
  const titleEnd = writeParagraph(ink, title, { x: MARGIN, y: MARGIN - 4, width: room, pixels: 20, weight: 600 });
  const otherName = nameOfPlace(places, province, language === 'en' ? 'km' : 'en');
  const parts = [printText(language)('briefCode', { code: province }), ...(title.includes(otherName) ? [] : [otherName])];
  const line = { x: MARGIN, y: titleEnd, width: room, pixels: 12, colour: ink.theme.labelMuted };
  return writeParagraph(ink, parts.join(' · '), line) + 8;
}

function writeLegendHead(ink: Placed['ink'], { picture }: Brief, { x, y, width }: { x: number; y: number; width: number }): number {
  const nameEnd = writeParagraph(ink, picture.indicator.name[picture.language], { x, y, width, pixels: 12, weight: 600 });
  const step = lineHeight(ink, 4);
  return writeParagraph(ink, unitLine(picture), { x, y: nameEnd, width, pixels: 9.5, colour: ink.theme.labelMuted }) + step;
}
