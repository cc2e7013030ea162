import { COVERAGE_LETTERS } from '@atlas/server/contracts';
import { useCoverage } from '../api.ts';
import { formatDay, formatKilometers, formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { coverageWanted } from '../layers/coverage.ts';
import { usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';

/** Rows of the networks: how many communes have an active one, a dormant one, or lie in reach. */
export function CoverageLegend() {
  const theme = useTheme();
  const text = useText();
  const language = useLanguage();
  const picture = usePicture();
  const { data } = useCoverage(coverageWanted(picture));
  const count = (letter: string) =>
    data === undefined ? '' : formatNumber(language, [...data.statuses].filter((status) => status === letter).length);
  const distance = formatKilometers(language, picture.view.reachKm * 1000);
  return (
    <div className="legend-part">
      <h3>{text('map.networks', { day: formatDay(language, picture.on) })}</h3>
      <ul className="legend-rows">
        <li>
          <Outline colour={theme.networkActive} dash="" />
          <span>{text('map.networkActive')}</span>
          <span className="legend-count">{count(COVERAGE_LETTERS.active)}</span>
        </li>
        <li>
          <Outline colour={theme.networkDormant} dash="4 2.5" />
          <span>{text('map.networkDormant')}</span>
          <span className="legend-count">{count(COVERAGE_LETTERS.dormant)}</span>
        </li>
        <li>
          <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
            <path d="M1 8H25" stroke={theme.networkActive} strokeWidth="2" strokeLinecap="round" strokeDasharray="0.1 4" />
          </svg>
          <span>{text('map.networkReach', { distance })}</span>
          <span className="legend-count">{data === undefined ? '' : formatNumber(language, data.summary.communesInReach)}</span>
        </li>
      </ul>
    </div>
  );
}

function Outline({ colour, dash }: { colour: string; dash: string }) {
  return (
    <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
      <rect x="1.5" y="1.5" width="23" height="13" rx="3" fill="none" stroke={colour} strokeWidth="2.2" strokeDasharray={dash} />
    </svg>
  );
}
