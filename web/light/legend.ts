import type { Edition, Indicator, PlaceValue, ValueColumns } from '@atlas/server/contracts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import type { Theme } from '../cartography/palettes.ts';
import { PATTERNS } from '../cartography/patterns.ts';
import { countRows, isListed, type Scale, type ScaleRow } from '../cartography/scale.ts';
import type { Language } from '../view.ts';
import { legendText, rowLabel, sourcesText } from './legend-text.ts';

export type LegendOf = {
  edition: Edition;
  indicator: Indicator;
  scale: Scale;
  columns: ValueColumns;
  values: readonly PlaceValue[];
  theme: Theme;
  language: Language;
};

/** The legend of the areas as elements of the page, for maps that are drawn before or without React. */
export function makeLegend({ edition, indicator, scale, columns, values, theme, language }: LegendOf): HTMLElement {
  const text = legendText(language);
  const counts = countRows(scale, values);
  const period = formatYear(language, columns.period);
  const rows = scale.rows
    .filter(({ row }) => isListed(row, counts.get(row) ?? 0))
    .map((row) =>
      element('li', '', [
        swatch(row, theme),
        element('span', '', [rowLabel(row, indicator, language)]),
        element('span', 'legend-count', [formatNumber(language, counts.get(row.row) ?? 0)]),
      ]),
    );
  return element('section', 'legend', [
    element('div', 'legend-part', [
      element('h2', '', [indicator.name[language]]),
      element('p', 'legend-unit', [text('unitPeriodLevel', { unit: indicator.unit[language], period, level: text(columns.level) })]),
      element('ul', 'legend-rows', rows),
      element('p', 'legend-note', [text(indicator.kind === 'count' ? 'methodCount' : 'method')]),
      element('p', 'legend-note', [sourcesText({ indicator, edition, columns }, language)]),
    ]),
  ]);
}

/** An element of the page with its class and content. */
export function element(tag: string, className: string, content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';
const FRAME = { x: 0.5, y: 0.5, width: 25, height: 15, rx: 3 };

/** The look of an area: the colour and pattern the map draws. */
function swatch({ colour, pattern }: ScaleRow, theme: Theme): SVGElement {
  const lines = PATTERNS.find(({ name }) => name === pattern)?.swatch;
  return svg('svg', { class: 'swatch', viewBox: '0 0 26 16', 'aria-hidden': 'true' }, [
    svg('rect', { ...FRAME, fill: colour }),
    ...(lines === undefined
      ? []
      : [
          svg('path', {
            d: lines.path,
            fill: 'none',
            stroke: theme[lines.stroke],
            'stroke-width': lines.width,
            'stroke-linecap': lines.cap,
          }),
        ]),
    svg('rect', { ...FRAME, fill: 'none', stroke: theme.provinceLine }),
  ]);
}

function svg(tag: string, attributes: Readonly<Record<string, string | number>>, content: readonly SVGElement[] = []): SVGElement {
  const made = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}
