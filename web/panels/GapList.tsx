import type { GapList as Gaps } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { useGaps } from '../api.ts';
import { formatDay, formatKilometers, formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { gapsWanted } from '../layers/gaps.ts';
import { usePicture } from '../picture.ts';
import { Downloads } from './Downloads.tsx';
import { GapRow } from './GapRow.tsx';
import { HowScored } from './HowScored.tsx';
import { Loaded } from './Loaded.tsx';
import { ProvinceSelect } from './ProvinceSelect.tsx';
import '../i18n/later.ts';
import './panels.css';

/** Rows shown before the reader asks for all. */
const FIRST_ROWS = 100;

/** Communes with need and no active network near, ranked, of a province or the whole country. */
export function GapList(): ReactElement {
  const text = useText();
  const wanted = gapsWanted(usePicture());
  const gaps = useGaps(wanted);
  return (
    <section className="panel-part">
      <h2 className="panel-title">{text('gaps.title')}</h2>
      <ProvinceSelect />
      <Loaded query={gaps}>{(list) => <Ranked list={list} />}</Loaded>
      {wanted === undefined ? null : <Downloads what="gaps" parameters={{ ...wanted, reachMeters: String(wanted.reachMeters) }} />}
    </section>
  );
}

function Ranked({ list }: { list: Gaps }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view } = usePicture();
  const [isAll, setAll] = useState(false);
  const { gaps, communes, notAssessed } = list;
  const chosen = gaps.findIndex(({ pcode }) => pcode === view.place);
  const shown = isAll || chosen >= FIRST_ROWS ? gaps : gaps.slice(0, FIRST_ROWS);
  const number = (count: number) => formatNumber(language, count);
  const period = formatYear(language, list.period);
  const reach = formatKilometers(language, list.reachMeters);
  const day = formatDay(language, list.on);
  return (
    <>
      {gaps.length > 0 && <p>{text('gaps.lead', { count: number(gaps.length), period, reach, day })}</p>}
      {gaps.length === 0 && <p>{text(notAssessed === communes ? 'gaps.emptyNotAssessed' : 'gaps.empty', { period, reach })}</p>}
      {notAssessed > 0 && notAssessed < communes && (
        <p className="hatched-note">{text('gaps.notAssessed', { count: number(notAssessed), communes: number(communes), period })}</p>
      )}
      {notAssessed === 0 && communes > 0 && <p className="fine">{text('gaps.allAssessed', { communes: number(communes), period })}</p>}
      <HowScored on={list.on} />
      <ol className="gap-list">
        {shown.map((gap) => (
          <GapRow key={gap.pcode} gap={gap} isChosen={gap.pcode === view.place} />
        ))}
      </ol>
      {shown.length < gaps.length && (
        <button type="button" className="panel-button" onClick={() => setAll(true)}>
          {text('gaps.more', { count: number(gaps.length) })}
        </button>
      )}
      <p className="fine">{text('gaps.source', { period, day })}</p>
    </>
  );
}
