import { CROSSING_STATUSES, type CrossingStatus } from '@atlas/server/contracts';
import { useCrossings } from '../api.ts';
import { formatNumber, formatPercent, formatYear } from '../cartography/format.ts';
import { niceBelow } from '../cartography/nice-below.ts';
import { type OffMap, widthPixels } from '../cartography/routes.ts';
import { crossingSign, SIGN_SIZE } from '../cartography/signs.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { useLegs } from '../layers/routes.ts';
import { usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';
import { STATUS_NAMES } from './labels.ts';

/** Rows of the routes: colours, widths with their numbers, directions, and the signs of the crossings. */
export function RoutesLegend() {
  const theme = useTheme();
  const text = useText();
  const language = useLanguage();
  const picture = usePicture();
  const shown = useLegs(picture);
  const isStage = picture.view.projector;
  const { data } = useCrossings(picture.indicators === undefined ? undefined : picture.on);
  const countries = new Set(data?.crossings.map(({ country }) => country) ?? []);
  const statuses = CROSSING_STATUSES.filter((status) => data?.crossings.some((crossing) => crossing.status === status));
  const maximum = shown?.maximum ?? 0;
  const examples = [...new Set([niceBelow(maximum), niceBelow(maximum / 10), niceBelow(maximum / 100)])].filter((count) => count > 0);
  return (
    <div className="legend-part">
      <h3>{text('map.routes', { period: formatYear(language, picture.period) })}</h3>
      <ul className="legend-rows">
        {countries.has('TH') ? <Line colour={theme.routeThailand} label={text('map.toThailand')} /> : null}
        {countries.has('VN') ? <Line colour={theme.routeVietNam} label={text('map.toVietNam')} /> : null}
        {countries.has('LA') ? <Line colour={theme.routeLaos} label={text('map.toLaos')} /> : null}
        {examples.map((count, index) => (
          <li key={count} data-detail={index > 0}>
            <Stroke colour={theme.label} width={widthPixels(count, maximum)} />
            <span>{text('map.peopleAYear', { count: formatNumber(language, count) })}</span>
          </li>
        ))}
        <li>
          <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
            <path d="M1 8L25 4.500V11.500Z" fill={theme.label} />
          </svg>
          <span>{text('map.goingOut')}</span>
        </li>
        <li>
          <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
            <path d="M1 8L25 4M1 8L25 12" stroke={theme.label} strokeWidth="1.8" fill="none" />
          </svg>
          <span>{text(isStage ? 'map.comingBackShort' : 'map.comingBack')}</span>
        </li>
        <li>
          <Stroke colour={theme.label} width={5} opacity={0.45} />
          <span>{text(isStage ? 'map.estimatedShort' : 'map.estimated')}</span>
        </li>
        {statuses.map((status) => (
          <li key={status}>
            <CrossingSignMark country="TH" status={status} />
            <span>{text(STATUS_NAMES[status])}</span>
            <span className="legend-count">
              {formatNumber(language, data?.crossings.filter((crossing) => crossing.status === status).length ?? 0)}
            </span>
          </li>
        ))}
      </ul>
      {shown === undefined || shown.share === 1 ? null : (
        <p className="legend-note">{text('map.largestRoutes', { share: formatPercent(language, shown.share) })}</p>
      )}
      {shown === undefined ? null : <OffMapNotes {...shown.offMap} />}
    </div>
  );
}

/** Who is on record and not on the map: nobody is left off without a word. */
function OffMapNotes({ all, wholly, partly }: OffMap) {
  const text = useText();
  const language = useLanguage();
  const counts = (count: number) => ({ count: formatNumber(language, count), all: formatNumber(language, all) });
  return (
    <>
      {wholly === 0 ? null : <p className="legend-note">{text('map.notDrawn', counts(wholly))}</p>}
      {partly === 0 ? null : <p className="legend-note">{text('map.halfDrawn', counts(partly))}</p>}
    </>
  );
}

function Line({ colour, label }: { colour: string; label: string }) {
  return (
    <li>
      <Stroke colour={colour} width={5} />
      <span>{label}</span>
    </li>
  );
}

function Stroke({ colour, width, opacity = 1 }: { colour: string; width: number; opacity?: number }) {
  return (
    <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
      <path d="M2 8H24" stroke={colour} strokeWidth={width} strokeLinecap="round" opacity={opacity} />
    </svg>
  );
}

/** The sign the map draws for a crossing. */
function CrossingSignMark({ country, status }: { country: 'TH' | 'VN' | 'LA'; status: CrossingStatus }) {
  const theme = useTheme();
  const { fill, edge, mark } = crossingSign(country, status, theme);
  return (
    <svg className="sign" viewBox={`0 0 ${SIGN_SIZE} ${SIGN_SIZE}`} aria-hidden="true">
      <circle cx="8" cy="8" r="4.8" fill={fill} stroke={edge} strokeWidth="1.8" />
      {mark === '' ? null : <path d={mark} stroke={theme.casing} strokeWidth="1.8" />}
    </svg>
  );
}
