import { type DenominatorYear, toPlaceValues } from '@atlas/server/contracts';
import { type ReactElement, useMemo, useState } from 'react';
import { type LoadFailed, useCountedValues, useCoverage, useDenominators } from '../api.ts';
import { formatDay, formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { denominatorYearsText } from '../light/legend-text.ts';
import { usePicture } from '../picture.ts';
import { Downloads } from './Downloads.tsx';
import { Notice } from './Notice.tsx';
import { TableFilters } from './TableFilters.tsx';
import { TableGrid } from './TableGrid.tsx';
import { filterRows, type TableFilter } from './table-order.ts';
import { type TableRow, toTableRows } from './table-rows.ts';
import { Waiting } from './Waiting.tsx';
import '../i18n/later.ts';
import './panels.css';
import './table.css';

/** The places of the level looked at as a table: the same numbers and states as on the map, and it needs no map. */
export function PlaceTable(): ReactElement {
  const { view, scale, failure, edition, indicator, period } = usePicture();
  const { level, province } = view;
  const exported = { edition: edition?.id, indicator: indicator?.id, level, period, province };
  const [filter, setFilter] = useState<Omit<TableFilter, 'province'>>(NO_FILTER);
  const { rows, ...footnotes } = usePlaceRows();
  const fitting = useMemo(() => (rows === undefined ? [] : filterRows(rows, { ...filter, province })), [rows, filter, province]);
  if (rows === undefined || scale === undefined) {
    return <section className="panel-part">{failure === undefined ? <Waiting /> : <Failed />}</section>;
  }
  return (
    <section className="panel-part table-part">
      <Caption fitting={fitting.length} all={rows.length} />
      <TableFilters rows={rows} scale={scale} filter={filter} onFilter={setFilter} />
      {fitting.length === 0 ? <NoneFits onClear={() => setFilter(NO_FILTER)} /> : <TableGrid rows={fitting} scale={scale} />}
      <Footnotes {...footnotes} />
      <Downloads what="values" parameters={exported} />
    </section>
  );
}

const NO_FILTER: Omit<TableFilter, 'province'> = { text: '', row: undefined };

type Failure = { error: LoadFailed; retry: () => void };
type Footnotes = {
  denominatorYears: readonly DenominatorYear[];
  denominatorsFailed: Failure | undefined;
  networksFailed: Failure | undefined;
};

/** The lines of the picture, joined with denominators and networks once they are there; undefined while there is nothing to show. */
function usePlaceRows(): Footnotes & { rows: TableRow[] | undefined } {
  const language = useLanguage();
  const { edition, indicator, view, period, on, places, level, scale, shown } = usePicture();
  const known = edition === undefined || indicator === undefined ? undefined : { edition: edition.id, indicator: indicator.id };
  const isRate = indicator?.kind === 'rate' && shown !== undefined;
  const wanted = known && isRate ? { ...known, level: view.level, period: shown.period } : undefined;
  const denominators = useDenominators(wanted);
  const counted = useCountedValues(wanted).data;
  const reachMeters = view.reachKm * 1000;
  const coverage = useCoverage(known && { edition: known.edition, on, period, organisation: view.organisation, reachMeters });
  const order = edition?.places?.hash;
  const bases = denominators.data?.placeOrder === order ? denominators.data : undefined;
  const networks = coverage.data?.placeOrder === order ? coverage.data : undefined;
  const rows = useMemo(() => {
    if (level === undefined || places === undefined || scale === undefined) return undefined;
    if (shown === undefined && scale.indicator.periods.length > 0) return undefined;
    const isSame = counted !== undefined && counted.placeOrder === order && counted.states === shown?.columns.states;
    const drawn = shown?.values ?? level.pcodes.map(() => ({ state: 'not-assessed' as const }));
    const values = isSame ? toPlaceValues(counted) : drawn;
    return toTableRows({ level, places, values, scale, denominators: bases, coverage: networks, language });
  }, [level, places, scale, shown, counted, order, bases, networks, language]);
  return {
    rows,
    denominatorYears: bases?.denominatorYears ?? [],
    denominatorsFailed: failureOf(denominators),
    networksFailed: failureOf(coverage),
  };
}

function failureOf({ error, refetch }: { error: LoadFailed | null; refetch: () => unknown }): Failure | undefined {
  return error === null ? undefined : { error, retry: () => void refetch() };
}

function NoneFits({ onClear }: { onClear: () => void }): ReactElement {
  const text = useText();
  const { change } = usePicture();
  const clear = () => {
    onClear();
    change({ province: undefined });
  };
  return (
    <div className="table-empty">
      <p>{text('table.emptyFilter')}</p>
      <button type="button" className="panel-button" onClick={clear}>
        {text('table.clear')}
      </button>
    </div>
  );
}

function Failed(): ReactElement | null {
  const { failure } = usePicture();
  const text = useText();
  if (failure === undefined) return null;
  const what = {
    editions: 'errors.whatEditions',
    places: 'errors.whatPlaces',
    indicators: 'errors.whatIndicators',
    values: 'errors.whatValues',
  } as const;
  return <Notice words={[text(what[failure.what])]} error={failure.error} onRetry={failure.retry} />;
}

function Caption({ fitting, all }: { fitting: number; all: number }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicator, shown, period } = usePicture();
  const number = (count: number) => formatNumber(language, count);
  return (
    <header>
      <h2 className="panel-title">
        {text('table.caption', {
          indicator: indicator?.name[language] ?? '',
          unit: indicator?.unit[language] ?? '',
          period: formatYear(language, shown?.period ?? period),
        })}
      </h2>
      <p className="fine" role="status">
        {text('table.count', { shown: number(fitting), all: number(all) })}
      </p>
    </header>
  );
}

function Footnotes({ denominatorYears, denominatorsFailed, networksFailed }: Footnotes): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicator, on } = usePicture();
  const base = indicator?.denominator?.subject === 'population' ? 'table.denominatorOf' : 'table.denominatorOwn';
  const sentences = [
    text('table.source', { source: indicator?.source[language] ?? '' }),
    ...(denominatorYears.length === 0 ? [] : [text(base, { period: denominatorYearsText(denominatorYears, language) })]),
    ...(networksFailed === undefined ? [text('table.networkOn', { day: formatDay(language, on) })] : []),
  ];
  return (
    <>
      {denominatorsFailed !== undefined && (
        <Notice words={[text('table.denominatorFailed')]} error={denominatorsFailed.error} onRetry={denominatorsFailed.retry} />
      )}
      {networksFailed !== undefined && (
        <Notice words={[text('table.networkFailed')]} error={networksFailed.error} onRetry={networksFailed.retry} />
      )}
      <p className="fine">{sentences.join(' ')}</p>
    </>
  );
}
