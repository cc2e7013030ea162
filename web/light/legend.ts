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

const SWATCH = { width: 26, height: 16, density: 2 };

/** The look of an area, drawn as the map draws it. */
function swatch({ colour, pattern }: ScaleRow, theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { width, height, density } = SWATCH;
  Object.assign(canvas, { className: 'swatch', width: width * density, height: height * density });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no pictures');
  context.scale(density, density);
  context.beginPath();
  context.roundRect(0.5, 0.5, width - 1, height - 1, 3);
  context.fillStyle = colour;
  context.fill();
  context.save();
  context.clip();
  const found = PATTERNS.find(({ name }) => name === pattern);
  const columns = found === undefined ? 0 : Math.ceil(width / found.size);
  for (let at = 0; found !== undefined && at < columns * Math.ceil(height / found.size); at += 1) {
    context.save();
    context.translate((at % columns) * found.size, Math.floor(at / columns) * found.size);
    found.draw(context, theme);
    context.restore();
  }
  context.restore();
  context.strokeStyle = theme.provinceLine;
  context.stroke();
  return canvas;
}
