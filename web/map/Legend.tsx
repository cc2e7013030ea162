import { useMemo } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { niceBelow } from '../cartography/nice-below.ts';
import { countRows, isListed, type ScaleRow } from '../cartography/scale.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { rowLabel, sourcesText } from '../light/legend-text.ts';
import { usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';
import { CoverageLegend } from './CoverageLegend.tsx';

import { useMapKind } from './map-kind.ts';
import { RoutesLegend } from './RoutesLegend.tsx';
import { Swatch } from './Swatch.tsx';
import { WorkshopsLegend } from './WorkshopsLegend.tsx';

/** What every colour, pattern, sign and width of the map means, from the same scale the map is drawn by. */
export function Legend() {
  const text = useText();
  return (
    <section className="legend" aria-label={text('legend.legend')}>
      <AreaLegend />
      <SignLegend />
    </section>
  );
}

/** What the areas and their outlines mean. */
export function AreaLegend() {
  const { view } = usePicture();
  const kind = useMapKind();
  return (
    <>
      {view.layers.includes('indicator') ? <IndicatorLegend /> : null}
      {kind !== 'light' && view.panel === 'gaps' ? <GapsLegend /> : null}
      {kind !== 'light' && view.layers.includes('coverage') ? <CoverageLegend /> : null}
    </>
  );
}

/** What the signs and lines over the areas mean. */
export function SignLegend() {
  const { view } = usePicture();
  if (useMapKind() === 'light') return null;
  return (
    <>
      {view.layers.includes('workshops') ? <WorkshopsLegend /> : null}
      {view.layers.includes('routes') ? <RoutesLegend /> : null}
    </>
  );
}

function GapsLegend() {
  const theme = useTheme();
  const text = useText();
  return (
    <ul className="legend-part legend-rows">
      <li>
        <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
          <rect x="1.5" y="1.5" width="23" height="13" rx="3" fill="none" stroke={theme.selection} strokeWidth="1.8" />
        </svg>
        <span>{text('map.inGapList')}</span>
      </li>
    </ul>
  );
}

function IndicatorLegend() {
  const text = useText();
  const language = useLanguage();
  const { view, indicator, scale, shown, level, period } = usePicture();
  const counts = useMemo(() => (scale === undefined || shown === undefined ? undefined : countRows(scale, shown.values)), [scale, shown]);
  if (indicator === undefined || scale === undefined) return null;
  const year = formatYear(language, shown?.period ?? period);
  const rows = scale.rows.filter(({ row }) => isListed(row, counts?.get(row) ?? 0));
  const shapes = [...(level?.shapes ?? '')];
  const nowhere = shapes.filter((shape) => shape === 'x').length;
  const points = shapes.filter((shape) => shape !== 'p').length - nowhere;
  return (
    <div className="legend-part" data-busy={shown !== undefined && shown.period !== period}>
      <h2>{indicator.name[language]}</h2>
      <p className="legend-unit">
        {text('legend.unitPeriodLevel', { unit: indicator.unit[language], period: year, level: text(`legend.${view.level}`) })}
      </p>
      {indicator.periods.length === 0 ? <p className="legend-note">{text('legend.noData')}</p> : null}
      {indicator.kind === 'count' ? <Circles /> : null}
      <ul className="legend-rows">
        {rows.map((row) => (
          <Row key={row.row} row={row} count={counts?.get(row.row)} />
        ))}
      </ul>
      {points === 0 ? null : <p className="legend-note">{text('legend.withoutPolygon', { count: formatNumber(language, points) })}</p>}
      {nowhere === 0 ? null : <p className="legend-note">{text('legend.nowhere', { count: formatNumber(language, nowhere) })}</p>}
      <p className="legend-note">{text(indicator.kind === 'count' ? 'legend.methodCount' : 'legend.method')}</p>
      <Sources />
    </div>
  );
}

function Row({ row, count }: { row: ScaleRow; count: number | undefined }) {
  const language = useLanguage();
  const { indicator } = usePicture();
  if (indicator === undefined) return null;
  return (
    <li data-row={row.row}>
      <Swatch colour={row.colour} pattern={row.pattern} />
      <span>{rowLabel(row, indicator, language)}</span>
      <span className="legend-count">{count === undefined ? '' : formatNumber(language, count)}</span>
    </li>
  );
}

/** Three circles with the numbers they stand for. */
function Circles() {
  const language = useLanguage();
  const { scale } = usePicture();
  if (scale === undefined) return null;
  const top = niceBelow(scale.indicator.maximum);
  const examples = [...new Set([niceBelow(top / 10), niceBelow(top / 3), top])].filter((count) => count > 0);
  return (
    <ul className="legend-circles">
      {examples.map((count) => {
        const radius = scale.radiusOf({ state: 'value', value: count, numerator: undefined });
        const side = 2 * radius + 2;
        return (
          <li key={count}>
            <svg width={side} height={side} aria-hidden="true">
              <circle className="count-circle" cx={side / 2} cy={side / 2} r={radius} />
            </svg>
            <span>{formatNumber(language, count)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Sources() {
  const language = useLanguage();
  const { indicator, shown, edition } = usePicture();
  if (indicator === undefined || edition === undefined) return null;
  return <p className="legend-note">{sourcesText({ indicator, edition, columns: shown?.columns }, language)}</p>;
}
