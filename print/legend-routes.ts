import { type BorderCountry, CROSSING_STATUSES } from '@atlas/server/contracts';
import { formatDay, formatNumber, formatPercent, formatYear } from '../web/cartography/format.ts';
import { niceBelow } from '../web/cartography/nice-below.ts';
import { nameIn, nameOfPlace } from '../web/cartography/place-names.ts';
import { colourOfLeg, RETURN_CORE } from '../web/cartography/route-look.ts';
import { widthPixels } from '../web/cartography/routes.ts';
import { legendText } from '../web/light/legend-text.ts';
import { STATUS_NAMES } from '../web/map/labels.ts';
import { ESTIMATED, hexOf } from './draw-routes.ts';
import { drawRule, fillShape } from './ink.ts';
import { type LegendPart, type LegendRow, middleOf, SWATCH } from './legend.ts';
import type { Overlays } from './overlays.ts';
import type { Picture } from './picture.ts';
import { layerText, mapText, printText } from './print-text.ts';
import { toRibbon } from './ribbon.ts';
import { drawCrossingSign } from './signs.ts';

type Routes = NonNullable<Overlays['routes']>;
type Asked = Overlays['asked'];

const COUNTRIES = { TH: 'toThailand', VN: 'toVietNam', LA: 'toLaos' } as const satisfies Readonly<Record<BorderCountry, string>>;

/** What the lines of the routes mean, whom they leave out, and where they come from. */
export function routePart({ crossings, legs, sources }: Routes, asked: Asked, picture: Picture): LegendPart {
  const { language, columns } = picture;
  const { theme } = picture.scale;
  const [text, print] = [mapText(language), printText(language)];
  const { maximum, share, offMap } = legs;
  const number = (count: number) => formatNumber(language, count);
  const inkOf = (country: BorderCountry, isClosed = false) => hexOf(colourOfLeg({ country, isClosed, basis: 'recorded' }, theme));
  const countries = (['TH', 'VN', 'LA'] as const).filter((country) => crossings.some((crossing) => crossing.country === country));
  const examples = [...new Set([niceBelow(maximum), niceBelow(maximum / 10), niceBelow(maximum / 100)])].filter((count) => count > 0);
  const isAnyClosed = legs.legs.some(({ isClosed }) => isClosed);
  return {
    head: text('routes', { period: formatYear(language, columns.period) }),
    rows: [
      ...countries.map((country) => ({ draw: line(inkOf(country), 5), label: text(COUNTRIES[country]) })),
      ...(isAnyClosed ? [{ draw: line(inkOf('TH', true), 5), label: print('overClosed') }] : []),
      ...examples.map((count) => ({
        draw: measured(theme.label, widthPixels(count, maximum)),
        label: text('peopleAYear', { count: number(count) }),
      })),
      { draw: ribbon(theme.label, undefined), label: text('goingOut') },
      { draw: ribbon(theme.label, theme.casing), label: text('comingBack') },
      {
        draw: line(hexOf(colourOfLeg({ country: 'TH', isClosed: true, basis: 'estimated' }, theme)), 5, ESTIMATED),
        label: print('estimatedDashed'),
      },
    ],
    notes: [
      ...whichOf(asked, picture, crossings),
      ...(share === 1 ? [] : [text('largestRoutes', { share: formatPercent(language, share) })]),
      ...(offMap.wholly === 0 ? [] : [text('notDrawn', { count: number(offMap.wholly), all: number(offMap.all) })]),
      ...(offMap.partly === 0 ? [] : [text('halfDrawn', { count: number(offMap.partly), all: number(offMap.all) })]),
      ...(sources.length === 0 ? [] : [legendText(language)('source', { source: sources.join(', ') })]),
    ],
  };
}

/** Which of the routes are drawn, where it is not all. */
function whichOf({ direction, crossing: id, origin }: Asked, { language, places }: Picture, crossings: Routes['crossings']): string[] {
  const text = layerText(language);
  const crossing = crossings.find((candidate) => candidate.id === id);
  return [
    ...(direction === undefined ? [] : [`${text('direction')}: ${text(`direction-${direction}`)}`]),
    ...(crossing === undefined ? [] : [text('corridorCrossing', { name: nameIn(language, crossing) })]),
    ...(origin === undefined ? [] : [text('corridorOrigin', { name: nameOfPlace(places, origin, language) })]),
  ];
}

/** What the signs of the crossings mean, on which day, and who says so. */
export function crossingPart({ crossings }: Routes, { on }: Asked, { language }: Picture): LegendPart {
  const statuses = CROSSING_STATUSES.filter((status) => crossings.some((crossing) => crossing.status === status));
  const sources = [...new Set(crossings.flatMap(({ statusSource }) => statusSource ?? []))].toSorted();
  return {
    head: printText(language)('crossings', { day: formatDay(language, on) }),
    rows: statuses.map((status) => ({
      draw: (ink, at) => drawCrossingSign(ink, { country: 'TH', status }, middleOf(at)),
      label: mapText(language)(STATUS_NAMES[status]),
      count: crossings.filter((crossing) => crossing.status === status).length,
    })),
    notes: sources.length === 0 ? [] : [printText(language)('statusSources', { sources: sources.join(', ') })],
  };
}

function line(colour: string, width: number, dashes?: { dash: number; gap: number }): LegendRow['draw'] {
  return (ink, { x, y, enlarged }) => {
    const middle = y + (SWATCH.height / 2) * enlarged;
    const ends = [x + 1, middle, x + SWATCH.width * enlarged - 1, middle] as const;
    const parts = dashes === undefined ? [] : [dashes.dash * enlarged, dashes.gap * enlarged];
    drawRule(ink, ends, { colour, width: width * enlarged, dashes: parts });
  };
}

/** A line as wide as on the map. */
function measured(colour: string, width: number): LegendRow['draw'] {
  return (ink, { onMap, ...at }) => line(colour, (width * onMap) / at.enlarged)(ink, { ...at, onMap });
}

/** A line that begins thin and ends thick, with a core of another colour or none. */
function ribbon(colour: string, core: string | undefined): LegendRow['draw'] {
  return (ink, { x, y, enlarged }) => {
    const middle = y + (SWATCH.height / 2) * enlarged;
    const points = [
      [x + 1, middle],
      [x + SWATCH.width * enlarged - 4, middle],
    ] as const;
    const shape = (share: number) => toRibbon({ points, widths: [2 * share * enlarged, 7 * share * enlarged] }, { isRound: true });
    fillShape(ink, shape(1), colour);
    if (core !== undefined) fillShape(ink, shape(RETURN_CORE), core);
  };
}
