import type { PlaceProfile } from '@atlas/server/contracts';
import { formatDay, formatKilometers, formatNumber, formatPercent, formatYear } from '../web/cartography/format.ts';
import { type Brief, coveredShare } from './brief.ts';
import { drawBox, type Ink, lineHeight, writeLine, writeParagraph } from './ink.ts';
import { printText } from './print-text.ts';

/** One of the four figures: the number or the words in its place, what it counts, and what of. */
type BriefFigure = { number: string; isWords: boolean; label: string; base: string };

type Series = PlaceProfile['indicators'][number]['series'];

/** The indicator that counts identified children. */
const CHILDREN_INDICATOR = 'high-risk-children';

/** The four figures of a province. Where nobody assessed anything they are not known, never zero. */
export function toFigures({ picture, profile, gaps }: Brief): BriefFigure[] {
  const { language, columns } = picture;
  const text = printText(language);
  const number = (count: number) => formatNumber(language, count);
  const { total, assessed } = profile.communes;
  const period = formatYear(language, columns.period);
  const identified = identifiedChildren(
    profile.indicators.find(({ indicator }) => indicator === CHILDREN_INDICATOR)?.series ?? [],
    columns.period,
  );
  const near = { reach: formatKilometers(language, gaps.reachMeters), day: formatDay(language, gaps.on) };
  const assessedFigure = {
    number: formatPercent(language, total === 0 ? 0 : assessed / total),
    isWords: false,
    label: text('assessed'),
    base: text('assessedOf', { assessed: number(assessed), communes: number(total), period }),
  };
  if (assessed === 0 || identified === undefined) {
    const unknown = { number: text('notKnown'), isWords: true, base: text('notKnownWhy', { period }) };
    return [
      { ...unknown, label: text('children') },
      assessedFigure,
      { ...unknown, label: text('gaps') },
      { ...unknown, label: text('covered') },
    ];
  }
  const { part, whole } = coveredShare({ gaps }, identified);
  const covered = { label: text('covered'), base: text('coveredOf', { covered: number(part), children: number(whole), ...near }) };
  return [
    {
      number: number(identified),
      isWords: false,
      label: text('children'),
      base: text('childrenOf', { assessed: number(assessed), communes: number(total) }),
    },
    assessedFigure,
    {
      number: number(gaps.gaps.length),
      isWords: false,
      label: text('gaps'),
      base: text('gapsOf', { assessed: number(assessed), ...near }),
    },
    whole === 0
      ? { number: text('noShare'), isWords: true, label: text('covered'), base: text('noShareWhy', { period }) }
      : { number: formatPercent(language, part / whole), isWords: false, ...covered },
  ];
}

/** Children identified in a year; undefined where nobody assessed. */
function identifiedChildren(series: Series, period: string): number | undefined {
  const year = series.find((candidate) => candidate.period === period);
  if (year?.state === 'zero') return 0;
  return year?.state === 'value' ? year.value : undefined;
}

/** Writes the four figures one below the other, so that together they fill the height. */
export function writeFigures(
  ink: Ink,
  brief: Brief,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const room = 10;
  const figures = toFigures(brief);
  const each = (height - room * (figures.length - 1)) / figures.length;
  for (const [index, { number, isWords, label, base }] of figures.entries()) {
    const top = y + index * (each + room);
    drawBox(ink, { left: x, top, width, height: each }, { fill: ink.theme.casing, edge: ink.theme.provinceLine });
    const inside = { x: x + 10, width: width - 20 };
    const pixels = isWords ? 17 : 26;
    writeLine(ink, number, { x: inside.x, y: top + 33, pixels, weight: 600 });
    const labelEnd = writeParagraph(ink, label, { ...inside, y: top + 38 + lineHeight(ink, 2), pixels: 11.5, weight: 600 });
    writeParagraph(ink, base, { ...inside, y: labelEnd, pixels: 9.5, colour: ink.theme.labelMuted });
  }
}
