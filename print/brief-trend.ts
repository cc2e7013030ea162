import { formatNumber, formatYear } from '../web/cartography/format.ts';
import { PATTERNS } from '../web/cartography/patterns.ts';
import { fill } from '../web/i18n/fill.ts';
import { profile as profileTexts } from '../web/i18n/profile.ts';
import { rowLabel } from '../web/light/legend-text.ts';
import { type TrendYear, toTrend } from '../web/panels/trend.ts';
import type { Brief } from './brief.ts';
import { drawBox, drawRule, type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';

type Place = { x: number; y: number; width: number; bottom: number };

/** Draws the indicator of the province over all years: a bar a year, on the scale of all places and years. */
export function drawTrend(ink: Ink, { picture, profile }: Brief, { x, y, width, bottom }: Place): void {
  const { indicator, scale, language, columns } = picture;
  const texts = profileTexts[language];
  const series = profile.indicators.find((candidate) => candidate.indicator === indicator.id)?.series ?? [];
  const years = toTrend(series, indicator, scale);
  const names = { indicator: indicator.name[language], unit: indicator.unit[language] };
  const headEnd = writeParagraph(ink, fill(texts.trend, names), { x, y, width, pixels: 10.5, weight: 600 });
  const maximum = formatNumber(language, indicator.maximum, indicator.decimals);
  const noteEnd = writeParagraph(ink, fill(texts.trendScale, { maximum }), {
    x,
    y: headEnd,
    width,
    pixels: 8.5,
    colour: ink.theme.labelMuted,
  });
  const labels = lineHeight(ink, 9);
  const [top, base] = [noteEnd + labels, bottom - labels];
  const step = width / Math.max(1, years.length);
  const longest = indicator.maximum > 0 ? indicator.maximum : 1;
  for (const [index, year] of years.entries()) {
    const bar = {
      width: Math.min(44, step * 0.72),
      height: Math.max(year.state === 'zero' ? 0 : 2, (year.length / longest) * (base - top)),
    };
    const left = x + step * (index + 0.5) - bar.width / 2;
    drawYear(ink, year, { left, top: base - bar.height, ...bar });
    const middle = x + step * (index + 0.5);
    const isChosen = year.year === columns.period;
    const number = numberOf(year, { decimals: indicator.decimals, language });
    if (number !== undefined) writeLine(ink, number, { x: middle, y: base - bar.height - 4, pixels: 9.5, weight: 600, align: 'center' });
    const letters = { pixels: 9.5, align: 'center', weight: isChosen ? 600 : 400 } as const;
    writeLine(ink, formatYear(language, year.year), { x: middle, y: base + labels * 0.8, ...letters });
  }
  drawRule(ink, [x, base, x + width, base], { colour: ink.theme.outline, width: 1 });
  const unsaid = years.filter(({ state }) => state !== 'value' && state !== 'zero');
  if (unsaid.length > 0) writeUnsaid(ink, unsaid, { picture, x, y: bottom, width });
}

/** The bar of a year; of one without a number a short stub in the pattern of its state. */
function drawYear(ink: Ink, year: TrendYear, box: { left: number; top: number; width: number; height: number }): void {
  if (year.state === 'zero') return;
  if (year.state === 'value') {
    drawBox(ink, box, { fill: year.colour, edge: ink.theme.outline, width: 0.7 });
    return;
  }
  const pattern = PATTERNS.find(
    ({ name }) => name === (year.state === 'not-assessed' ? 'hatch' : year.state === 'withheld' ? 'dots' : 'cross'),
  );
  drawBox(ink, box, { fill: ink.theme.land });
  if (pattern !== undefined) drawBox(ink, box, { fill: ink.medium.toPattern(pattern, ink.theme, 1) });
  drawBox(ink, box, { edge: ink.theme.outline, width: 0.7 });
}

function numberOf({ state, value }: TrendYear, { decimals, language }: { decimals: number; language: 'en' | 'km' }): string | undefined {
  if (state === 'value') return formatNumber(language, value ?? 0, decimals);
  return state === 'zero' ? formatNumber(language, 0) : undefined;
}

type Unsaid = { picture: Brief['picture']; x: number; y: number; width: number };

/** Why years have no number, in words: which years, and the state of each. */
function writeUnsaid(ink: Ink, years: readonly TrendYear[], { picture: { scale, indicator, language }, x, y, width }: Unsaid): void {
  const byState = Map.groupBy(years, ({ state }) => state);
  const words = [...byState].flatMap(([state, those]) => {
    const row = scale.rows.find((candidate) => candidate.row === state);
    if (row === undefined) return [];
    return [`${those.map(({ year }) => formatYear(language, year)).join(', ')}: ${rowLabel(row, indicator, language)}`];
  });
  writeParagraph(ink, words.join(' · '), { x, y: y + 1, width, pixels: 8.5, colour: ink.theme.labelMuted });
}
