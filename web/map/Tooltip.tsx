import type { Coverage, Crossing } from '@atlas/server/contracts';
import { useCoverage, useCrossings, useWorkshops } from '../api.ts';
import { formatDay, formatKilometers, formatNumber } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { people } from '../cartography/routes.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { coverageWanted } from '../layers/coverage.ts';
import { workshopsAt, workshopsWanted } from '../layers/workshops.ts';
import { rowLabel } from '../light/legend-text.ts';
import { usePicture } from '../picture.ts';
import { STATUS_NAMES, WORKSHOP_NAMES } from './labels.ts';
import type { Target } from './pointer.ts';

/** What is under the pointer, in words, from what is there already: nothing is asked of the server. */
export function Tooltip({ target }: { target: Target }) {
  return (
    <div className="tooltip" style={placeBeside(target)} aria-hidden="true">
      <Content target={target} />
    </div>
  );
}

function Content({ target }: { target: Target }) {
  switch (target.kind) {
    case 'place':
      return <PlaceTip target={target} />;
    case 'crossing':
      return <CrossingTip id={target.crossing} />;
    case 'workshops':
      return <WorkshopsTip pcode={target.pcode} />;
    case 'cluster':
      return <ClusterTip events={target.events} />;
    case 'route':
      return <RouteTip leg={target.leg} />;
  }
}

const WIDTH = 290;

/** Beside the pointer, on the side with room. */
function placeBeside({ x, y }: { x: number; y: number }): { left: number; top: number } {
  const left = x + 16 + WIDTH > window.innerWidth * 0.75 ? Math.max(4, x - 16 - WIDTH) : x + 16;
  return { left, top: Math.max(4, y - 12) };
}

function PlaceTip({ target }: { target: Extract<Target, { kind: 'place' }> }) {
  const language = useLanguage();
  const picture = usePicture();
  const { data: coverage } = useCoverage(coverageWanted(picture));
  const { indicator, scale, shown, view } = picture;
  const place = shown?.values[target.id];
  const parent = target.pcode.length > 2 ? nameOfPlace(picture.places, target.pcode.slice(0, 2), language) : '';
  const isShown = view.layers.includes('indicator') && indicator !== undefined && scale !== undefined && place !== undefined;
  return (
    <>
      <p className="tooltip-title">{nameOfPlace(picture.places, target.pcode, language)}</p>
      <p className="tooltip-more">{[parent, target.pcode].filter((part) => part !== '').join(' · ')}</p>
      {isShown ? (
        <p className="tooltip-value">
          {place.state === 'value'
            ? `${formatNumber(language, place.value, indicator.decimals)} ${indicator.unit[language]}`
            : rowLabel(scale.rowOf(place), indicator, language)}
        </p>
      ) : null}
      {target.pcode.length === 6 && coverage !== undefined ? <CoverageTip coverage={coverage} id={target.id} /> : null}
    </>
  );
}

function CoverageTip({ coverage, id }: { coverage: Coverage; id: number }) {
  const text = useText();
  const language = useLanguage();
  const meters = coverage.nearestActiveMeters[id] ?? -1;
  const status = ({ a: 'map.active', d: 'map.dormant', n: 'map.none' } as const)[coverage.statuses[id] ?? 'n'];
  return (
    <p className="tooltip-more">
      {status === undefined ? '' : text(status)}
      {meters > 0 ? ` · ${text('map.nearest', { distance: formatKilometers(language, meters) })}` : ''}
    </p>
  );
}

function CrossingTip({ id }: { id: string }) {
  const text = useText();
  const language = useLanguage();
  const { on } = usePicture();
  const { data } = useCrossings(on);
  const crossing = data?.crossings.find((candidate) => candidate.id === id);
  if (crossing === undefined) return null;
  return (
    <>
      <p className="tooltip-title">{language === 'km' && crossing.nameKm !== '' ? crossing.nameKm : crossing.nameEn}</p>
      <p className="tooltip-more">{text('map.opposite', { name: crossing.oppositeName, province: crossing.oppositeProvince })}</p>
      <CrossingStatusLine crossing={crossing} />
    </>
  );
}

/** Status of a crossing with its date and source. */
export function CrossingStatusLine({ crossing }: { crossing: Crossing }) {
  const text = useText();
  const language = useLanguage();
  const status = text(STATUS_NAMES[crossing.status]);
  return (
    <>
      <p>{crossing.statusFrom === null ? status : text('map.statusSince', { status, day: formatDay(language, crossing.statusFrom) })}</p>
      {crossing.statusSource === null ? null : (
        <p className="tooltip-more">{text('map.statusSource', { source: crossing.statusSource })}</p>
      )}
    </>
  );
}

function WorkshopsTip({ pcode }: { pcode: string }) {
  const text = useText();
  const language = useLanguage();
  const picture = usePicture();
  const { data } = useWorkshops(workshopsWanted(picture));
  const found = workshopsAt(data, pcode, picture.view.workshopTypes);
  return (
    <>
      <p className="tooltip-title">
        {text('map.workshopsHere', {
          count: text('map.events', { count: formatNumber(language, found.length) }),
          place: nameOfPlace(picture.places, pcode, language),
        })}
      </p>
      {found.slice(0, 5).map(({ code, type, startsOn }) => (
        <p key={code}>{`${text(WORKSHOP_NAMES[type])}, ${formatDay(language, startsOn)}`}</p>
      ))}
    </>
  );
}

function ClusterTip({ events }: { events: number }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <p className="tooltip-title">{text('map.events', { count: formatNumber(language, events) })}</p>
      <p className="tooltip-more">{text('map.clickToOpen')}</p>
    </>
  );
}

function RouteTip({ leg }: { leg: Extract<Target, { kind: 'route' }>['leg'] }) {
  const text = useText();
  const language = useLanguage();
  const picture = usePicture();
  const { data } = useCrossings(picture.on);
  const crossing = data?.crossings.find(({ id }) => id === leg.crossing);
  const atCrossing = crossing === undefined ? leg.crossing : language === 'km' ? crossing.nameKm : crossing.nameEn;
  const end = leg.half === 'inland' ? nameOfPlace(picture.places, leg.end, language) : leg.end;
  const isFromEnd = (leg.half === 'inland') === (leg.direction === 'out');
  const ends = isFromEnd ? { origin: end, destination: atCrossing } : { origin: atCrossing, destination: end };
  const numbers = { count: formatNumber(language, people(leg)), children: formatNumber(language, leg.children) };
  return (
    <>
      <p className="tooltip-title">{text('map.wayOut', ends)}</p>
      <p>{text(leg.basis === 'recorded' ? 'map.recordedPeople' : 'map.estimatedPeople', numbers)}</p>
      {leg.isClosed && crossing !== undefined ? <CrossingStatusLine crossing={crossing} /> : null}
    </>
  );
}
