import { COVERAGE_LETTERS, WORKSHOP_TYPES } from '@atlas/server/contracts';
import { formatDay, formatKilometers, formatNumber, formatYear } from '../web/cartography/format.ts';
import { nameIn } from '../web/cartography/place-names.ts';
import { WORKSHOP_NAMES } from '../web/map/labels.ts';
import { DORMANT_DASHES, REACH_DOTS } from './draw-networks.ts';
import { drawGathered } from './draw-workshops.ts';
import { drawBox, drawRule, type Ink, writeParagraph } from './ink.ts';
import { type LegendPart, type LegendPlace, type LegendRow, middleOf, SWATCH, writeNote, writeRow } from './legend.ts';
import { crossingPart, routePart } from './legend-routes.ts';
import type { Overlays } from './overlays.ts';
import type { Picture } from './picture.ts';
import { layerText, mapText, printText } from './print-text.ts';
import { drawWorkshopSign } from './signs.ts';

/** The parts of the legend for what lies over the areas, in the order of the page. */
export function overlayParts(overlays: Overlays, picture: Picture): LegendPart[] {
  const { networks, workshops, routes, asked } = overlays;
  return [
    ...(networks === undefined ? [] : [networkPart(networks, asked, picture)]),
    ...(workshops === undefined ? [] : [workshopPart(workshops, asked, picture)]),
    ...(routes === undefined ? [] : [routePart(routes, asked, picture), crossingPart(routes, asked, picture)]),
  ];
}

/** Writes a part; returns the height below. */
export function writePart(ink: Ink, { head, rows, notes }: LegendPart, given: LegendPlace): number {
  const { x, y, width, enlarged } = given;
  const place = (top: number) => ({ ...given, y: top });
  const headEnd = writeParagraph(ink, head, { x, y, width, pixels: 12 * enlarged, weight: 600 }) + 3 * enlarged;
  const rowsEnd = rows.reduce((top, row) => writeRow(ink, row, place(top)), headEnd);
  return notes.reduce((top, note) => writeNote(ink, note, place(top)), rowsEnd);
}

type Asked = Overlays['asked'];

function networkPart(
  { coverage, organisation }: NonNullable<Overlays['networks']>,
  { on, reachMeters }: Asked,
  picture: Picture,
): LegendPart {
  const { language } = picture;
  const [text, print] = [mapText(language), printText(language)];
  const count = (letter: string) => [...coverage.statuses].filter((status) => status === letter).length;
  const { networkActive, networkDormant } = picture.scale.theme;
  return {
    head: text('networks', { day: formatDay(language, on) }),
    rows: [
      { draw: outline(networkActive, []), label: text('networkActive'), count: count(COVERAGE_LETTERS.active) },
      { draw: outline(networkDormant, DORMANT_DASHES), label: text('networkDormant'), count: count(COVERAGE_LETTERS.dormant) },
      {
        draw: dots(networkActive),
        label: text('networkReach', { distance: formatKilometers(language, reachMeters) }),
        count: coverage.summary.communesInReach,
      },
    ],
    notes: [
      ...(organisation === undefined ? [] : [print('onlyOrganisation', { name: nameIn(language, organisation) })]),
      print('networksSource'),
    ],
  };
}

/** Pixels of the outline of a network in the legend. */
const OUTLINE = 2.2;

function outline(colour: string, dashes: readonly number[]): LegendRow['draw'] {
  return (ink, { x, y, enlarged }) => {
    const width = OUTLINE * enlarged;
    const box = {
      left: x + width,
      top: y + width,
      width: SWATCH.width * enlarged - width * 2,
      height: SWATCH.height * enlarged - width * 2,
    };
    drawBox(ink, box, { edge: colour, width, dashes: dashes.map((part) => part * width) });
  };
}

function dots(colour: string): LegendRow['draw'] {
  return (ink, { x, y, enlarged }) => {
    const [middle, width] = [y + (SWATCH.height / 2) * enlarged, 2 * enlarged];
    ink.drawing.lineCap = 'round';
    const dashes = REACH_DOTS.map((part) => part * width);
    drawRule(ink, [x + width, middle, x + SWATCH.width * enlarged, middle], { colour, width, dashes });
    ink.drawing.lineCap = 'butt';
  };
}

function workshopPart({ list, signs }: NonNullable<Overlays['workshops']>, { workshopTypes }: Asked, picture: Picture): LegendPart {
  const { language, columns } = picture;
  const [text, print] = [mapText(language), printText(language)];
  const shown = WORKSHOP_TYPES.filter((type) => workshopTypes.includes(type));
  const countOf = (workshops: readonly { type: string }[], type: string) => workshops.filter((one) => one.type === type).length;
  const withoutPoint = list.withoutPoint.filter(({ type }) => workshopTypes.includes(type)).length;
  const sign =
    (type: Parameters<typeof drawWorkshopSign>[1]): LegendRow['draw'] =>
    (ink, at) =>
      drawWorkshopSign(ink, type, middleOf(at));
  return {
    head: text('workshops', { period: formatYear(language, columns.period) }),
    rows: [
      ...shown.map((type) => ({
        draw: sign(type),
        label: text(WORKSHOP_NAMES[type]),
        count: countOf(list.workshops, type) + countOf(list.withoutPoint, type),
      })),
      ...(signs.some((one) => one.sign === 'several') ? [{ draw: sign('several'), label: text('several') }] : []),
      { draw: (ink, at) => drawGathered(ink, { ...middleOf(at), events: 2, count: '' }), label: text('cluster') },
    ],
    notes: [
      ...(shown.length === WORKSHOP_TYPES.length
        ? []
        : [
            layerText(language)('workshopsSome', {
              shown: formatNumber(language, shown.length),
              all: formatNumber(language, WORKSHOP_TYPES.length),
            }),
          ]),
      ...(withoutPoint === 0 ? [] : [print('workshopsWithoutPoint', { count: formatNumber(language, withoutPoint) })]),
      print('workshopsSource'),
    ],
  };
}
