import '../i18n/later.ts';
import './panels.css';
import type { Crossing, Flow, FlowList } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useCrossings, useFlows } from '../api.ts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { CrossingStatusLine } from '../map/Tooltip.tsx';
import { usePicture } from '../picture.ts';
import { Bar } from './Bar.tsx';
import { type ByBasis, type Corridor, corridorsBy, type Heads, sumFlows } from './corridors.ts';
import { Loaded } from './Loaded.tsx';
import { UploadList } from './WhereItStands.tsx';

/** A border crossing: its status with date and source, and who goes through it, from where and to where. */
export function CrossingProfile(): ReactElement {
  const text = useText();
  const { view, on, change } = usePicture();
  const crossings = useCrossings(on);
  return (
    <div className="panel-part">
      <Loaded query={crossings}>
        {(list) => {
          const crossing = list.crossings.find(({ id }) => id === view.crossing);
          return crossing === undefined ? <p>{text('crossing.missing')}</p> : <Known crossing={crossing} />;
        }}
      </Loaded>
      <button type="button" className="panel-button" onClick={() => change({ crossing: undefined })}>
        {text('crossing.clear')}
      </button>
    </div>
  );
}

function Known({ crossing }: { crossing: Crossing }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { edition, period } = usePicture();
  const wanted =
    edition === undefined ? undefined : { edition: edition.id, period, originLevel: 'province' as const, crossing: crossing.id };
  const flows = useFlows(wanted);
  const [name, other] = language === 'km' ? [crossing.nameKm, crossing.nameEn] : [crossing.nameEn, crossing.nameKm];
  return (
    <>
      <header>
        <h2 className="place-name">{name === '' ? other : name}</h2>
        <p className="fine">
          {[other, text('map.opposite', { name: crossing.oppositeName, province: crossing.oppositeProvince })].join(' · ')}
        </p>
        <p className="fine">{text(`crossing.${crossing.category}`)}</p>
      </header>
      <div>
        <CrossingStatusLine crossing={crossing} />
        <UploadList uploads={crossing.statusUpload === null ? [] : [crossing.statusUpload]} />
      </div>
      <Loaded query={flows}>{(list) => <Corridors list={list} />}</Loaded>
      <p className="fine">{text('crossing.position', { accuracy: crossing.accuracy })}</p>
    </>
  );
}

function Corridors({ list }: { list: FlowList }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places, edition } = usePicture();
  // The demonstration is made, not read.
  const isFromFiles = edition?.isDemonstration === false;
  const period = formatYear(language, list.period);
  if (list.flows.length === 0) return <p>{text('crossing.empty', { period })}</p>;
  const origins = corridorsBy(list.flows, (flow) => flow.origin.slice(0, 2));
  const destinations = corridorsBy(list.flows, (flow: Flow) => flow.destinationProvince);
  const widest = Math.max(
    ...[...origins, ...destinations].flatMap((one) => [one.out, one.return].flatMap((way) => [way.recorded.people, way.estimated.people])),
  );
  return (
    <>
      <section className="profile-part">
        <h3 className="panel-heading">{text('crossing.totals', { period })}</h3>
        <Ways corridor={sumFlows(list.flows)} />
        <p className="fine">{text('crossing.apart')}</p>
      </section>
      <section className="profile-part">
        <h3 className="panel-heading">{text('crossing.origins')}</h3>
        <p className="fine">{text('crossing.scale')}</p>
        <Ends corridors={origins} widest={widest} nameOf={(end) => nameOfPlace(places, end, language)} />
      </section>
      <section className="profile-part">
        <h3 className="panel-heading">{text('crossing.destinations')}</h3>
        <Ends corridors={destinations} widest={widest} nameOf={(end) => (end === '' ? text('crossing.provinceUnknown') : end)} />
      </section>
      <p className="fine">{list.sources.map((source) => text('legend.source', { source })).join(' · ')}</p>
      <UploadList uploads={isFromFiles ? list.uploads : []} />
    </>
  );
}

/** Out and back of a crossing, recorded and estimated apart. */
function Ways({ corridor }: { corridor: Omit<Corridor, 'end'> }): ReactElement {
  const text = useText();
  return (
    <dl className="key-figures">
      {(['out', 'return'] as const).map((way) => (
        <div key={way}>
          <dt className="key-way">{text(`crossing.${way}`)}</dt>
          <dd>
            <Numbers way={corridor[way]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Numbers({ way }: { way: ByBasis }): ReactElement {
  return (
    <>
      <HeadsLine heads={way.recorded} basis="recorded" />
      <HeadsLine heads={way.estimated} basis="estimated" />
    </>
  );
}

function HeadsLine({ heads, basis }: { heads: Heads; basis: keyof ByBasis }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const children = formatNumber(language, heads.children);
  return (
    <>
      <p className="key-number">{heads.people === 0 ? '–' : formatNumber(language, heads.people)}</p>
      <p className="fine">{text(heads.people === 0 ? 'crossing.nobody' : `crossing.${basis}Children`, { children })}</p>
    </>
  );
}

type EndsProps = { corridors: readonly Corridor[]; widest: number; nameOf: (end: string) => string };

function Ends({ corridors, widest, nameOf }: EndsProps): ReactElement {
  return (
    <ul className="bar-list">
      {corridors.map((corridor) => (
        <li key={corridor.end}>
          <strong>{nameOf(corridor.end)}</strong>
          <EndRow way="out" numbers={corridor.out} widest={widest} />
          <EndRow way="return" numbers={corridor.return} widest={widest} />
        </li>
      ))}
    </ul>
  );
}

function EndRow({ way, numbers, widest }: { way: 'out' | 'return'; numbers: ByBasis; widest: number }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const bases = (['recorded', 'estimated'] as const).filter((basis) => numbers[basis].people > 0);
  return (
    <>
      {bases.map((basis) => (
        <div className="bar-row" key={basis}>
          <span className="fine">{`${text(`crossing.${way}`)}, ${text(`crossing.${basis}`)}`}</span>
          <span className="bar-number">{formatNumber(language, numbers[basis].people)}</span>
          <span className="bar-cell">
            <Bar share={widest === 0 ? 0 : numbers[basis].people / widest} tone={basis === 'recorded' ? 'accent' : 'quiet'} />
          </span>
        </div>
      ))}
    </>
  );
}
