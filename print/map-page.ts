import { nameIn, nameOfPlace } from '../web/cartography/place-names.ts';
import { panels } from '../web/i18n/panels.ts';
import { printedText, writeMark } from './head.ts';
import { type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';
import { unitLine } from './legend.ts';
import { drawMapFrame } from './map-frame.ts';
import { type Legend, legendBelow, legendBeside, type MapPrint, widthOfLegend, writeLegend } from './map-legend.ts';
import type { Orientation, Paper, PaperName } from './paper.ts';
import type { Picture } from './picture.ts';
import { layerText, printText } from './print-text.ts';

/** Ten millimetres: what every printer leaves free. */
const MARGIN = 38;
/** An A3 sheet hangs on a wall: everything on it is larger. */
const ENLARGED: Readonly<Record<PaperName, number>> = { a4: 1, a3: 1.3 };
/** Of a page the legend takes at most so much. */
const HIGHEST_LEGEND = 0.42;

export type MapLayout = { paper: PaperName; orientation: Orientation };

/** Draws the map on a page of its own: title, mark, legend, scale bar, north, sources. */
export function drawMapPage(paper: Paper, print: MapPrint, { paper: name, orientation }: MapLayout): void {
  const { picture, overlays } = print;
  const enlarged = ENLARGED[name];
  const { width, height } = paper.size;
  const whole = { left: 0, top: 0, width, height };
  const foot = height - MARGIN - lineHeight(picture, 9.5 * enlarged);
  const [inside, gap] = [width - MARGIN * 2, 14 * enlarged];
  let top = 0;
  let legend: Legend | undefined;
  paper.within(whole, (drawing) => {
    const ink = inkOf(paper, picture, drawing);
    top = writeHead(ink, picture, { width, enlarged });
    const line = { x: MARGIN, y: foot + lineHeight(picture, 9.5 * enlarged) * 0.75, pixels: 9.5 * enlarged, colour: ink.theme.labelMuted };
    writeLine(ink, printedText(picture), line);
    legend =
      orientation === 'landscape'
        ? legendBeside(ink, print, { height: foot - top - 8 * enlarged, enlarged })
        : legendBelow(ink, print, { width: inside, highest: height * HIGHEST_LEGEND, enlarged });
    const at =
      orientation === 'landscape'
        ? { left: width - MARGIN - widthOfLegend(legend), top }
        : { left: MARGIN, top: foot - legend.height - 4 * enlarged };
    writeLegend(ink, legend, at);
  });
  if (legend === undefined) throw new Error('the page has no legend');
  const [side, under] = orientation === 'landscape' ? [widthOfLegend(legend) + gap, 0] : [0, legend.height + gap];
  const box = { left: MARGIN, top, width: inside - side, height: foot - top - under - 8 * enlarged };
  drawMapFrame(paper, picture, { box, enlarged, overlays });
}

/** What one draws with on a page. */
export function inkOf({ medium }: Paper, { language, scale }: Picture, drawing: Ink['drawing']): Ink {
  return { drawing, medium, language, theme: scale.theme };
}

/** Writes title, area and mark; returns the height below. */
function writeHead(ink: Ink, picture: Picture, { width, enlarged }: { width: number; enlarged: number }): number {
  const markWidth = writeMark(ink, picture, { right: width - MARGIN, top: MARGIN, enlarged });
  const room = width - MARGIN * 2 - markWidth - 16;
  const title = `${subjectOf(picture)} · ${whereOf(picture)}`;
  const titleEnd = writeParagraph(ink, title, { x: MARGIN, y: MARGIN - 4, width: room, pixels: 19 * enlarged, weight: 600 });
  const unit = { x: MARGIN, y: titleEnd, width: room, pixels: 12.5 * enlarged, colour: ink.theme.labelMuted };
  return (picture.layers.includes('indicator') ? writeParagraph(ink, unitLine(picture), unit) : titleEnd) + 8 * enlarged;
}

/** What is drawn: the indicator, or what lies on the bare land. */
export function subjectOf({ layers, indicator, edition, language }: Picture): string {
  if (layers.includes('indicator')) return indicator.name[language];
  const others = (['coverage', 'workshops', 'routes'] as const).filter((layer) => layers.includes(layer));
  return others.length === 0 ? nameIn(language, edition) : others.map((layer) => layerText(language)(layer)).join(', ');
}

function whereOf({ bounds, province, places, language }: Picture): string {
  if (province !== undefined) return nameOfPlace(places, province, language);
  return bounds === undefined ? panels[language].wholeCountry : printText(language)('part');
}
