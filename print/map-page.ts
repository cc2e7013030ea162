import { nameOfPlace } from '../web/cartography/place-names.ts';
import { panels } from '../web/i18n/panels.ts';
import { missingText, printedText, writeMark } from './head.ts';
import { type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';
import { unitLine, writeLegendNotes, writeLegendRows } from './legend.ts';
import { drawMapFrame } from './map-frame.ts';
import type { Orientation, Paper, PaperName } from './paper.ts';
import type { Picture } from './picture.ts';

/** Ten millimetres: what every printer leaves free. */
const MARGIN = 38;
/** An A3 sheet hangs on a wall: everything on it is larger. */
const ENLARGED: Readonly<Record<PaperName, number>> = { a4: 1, a3: 1.3 };

export type MapLayout = { paper: PaperName; orientation: Orientation };

/** Draws the map on a page of its own: title, mark, legend, scale bar, north, sources. */
export function drawMapPage(paper: Paper, picture: Picture, { paper: name, orientation }: MapLayout): void {
  const enlarged = ENLARGED[name];
  const { width, height } = paper.size;
  const whole = { left: 0, top: 0, width, height };
  const side = orientation === 'landscape' ? 232 * enlarged : 0;
  const under = orientation === 'portrait' ? 218 * enlarged : 0;
  const foot = height - MARGIN - lineHeight(picture, 9.5 * enlarged);
  let top = 0;
  paper.within(whole, (drawing) => {
    const ink = inkOf(paper, picture, drawing);
    top = writeHead(ink, picture, { width, enlarged });
    const line = { x: MARGIN, y: foot + lineHeight(picture, 9.5 * enlarged) * 0.75, pixels: 9.5 * enlarged, colour: ink.theme.labelMuted };
    writeLine(ink, printedText(picture), line);
  });
  const box = { left: MARGIN, top, width: width - MARGIN * 2 - side, height: foot - top - under - 8 * enlarged };
  drawMapFrame(paper, picture, { box, enlarged });
  paper.within(whole, (drawing) => {
    const ink = inkOf(paper, picture, drawing);
    if (orientation === 'landscape') {
      const x = width - MARGIN - side + 16 * enlarged;
      const column = { x, width: side - 16 * enlarged, enlarged };
      const rowsEnd = writeLegendRows(ink, picture, { ...column, y: top });
      const missingEnd = writeMissing(ink, picture, { ...column, y: rowsEnd + 6 * enlarged });
      writeLegendNotes(ink, picture, { ...column, y: missingEnd + 8 * enlarged });
    } else {
      const y = foot - under + 6 * enlarged;
      const half = (width - MARGIN * 2 - 24 * enlarged) / 2;
      writeLegendRows(ink, picture, { x: MARGIN, y, width: half, enlarged });
      const right = { x: MARGIN + half + 24 * enlarged, width: half, enlarged };
      const missingEnd = writeMissing(ink, picture, { ...right, y });
      writeLegendNotes(ink, picture, { ...right, y: missingEnd + 6 * enlarged });
    }
  });
}

/** What one draws with on a page. */
export function inkOf({ medium }: Paper, { language, scale }: Picture, drawing: Ink['drawing']): Ink {
  return { drawing, medium, language, theme: scale.theme };
}

/** Writes title, area and mark; returns the height below. */
function writeHead(ink: Ink, picture: Picture, { width, enlarged }: { width: number; enlarged: number }): number {
  const { language, indicator, province, places } = picture;
  const markWidth = writeMark(ink, picture, { right: width - MARGIN, top: MARGIN, enlarged });
  const room = width - MARGIN * 2 - markWidth - 16;
  const place = province === undefined ? panels[language].wholeCountry : nameOfPlace(places, province, language);
  const title = `${indicator.name[language]} · ${place}`;
  const titleEnd = writeParagraph(ink, title, { x: MARGIN, y: MARGIN - 4, width: room, pixels: 19 * enlarged, weight: 600 });
  const unit = { x: MARGIN, y: titleEnd, width: room, pixels: 12.5 * enlarged, colour: ink.theme.labelMuted };
  return writeParagraph(ink, unitLine(picture), unit) + 8 * enlarged;
}

function writeMissing(
  ink: Ink,
  picture: Picture,
  { x, y, width, enlarged }: { x: number; y: number; width: number; enlarged: number },
): number {
  return writeParagraph(ink, missingText(picture), { x, y, width, pixels: 11 * enlarged, weight: 600 });
}
