import type { DatasetReport, Preview } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { FoldedList } from './FoldedList.tsx';

type Props = { report: DatasetReport; onStore: () => void; onAnother: () => void };

/** What a file would change, before it is stored. */
export function UploadReview({ report, onStore, onAnother }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const { changes, preview, rejected, repairs, notes, taken } = report;
  const say = ({ column, issue, values }: NonNullable<DatasetReport['rejected'][number]['issues']>[number]) =>
    [column, text(`issues.${issue}`, toWords(values, place))].filter((part) => part !== null).join(' ');
  /** Where a row stands, `line 5` or `file 2, line 5`, in the reader's language. */
  const place = (where: string) => {
    const [, file, line] = /^(?:file (\d+), )?(?:line|row|record) (\d+)$/.exec(where) ?? [];
    if (line === undefined) return where;
    return file === undefined
      ? text('uploads.line', { line: number(Number(line)) })
      : text('uploads.lineOfFile', { file: number(Number(file)), line: number(Number(line)) });
  };
  const nothing = { places: [], provinces: [], warnings: [] };
  const { places, provinces, warnings }: Preview = preview ?? nothing;
  return (
    <section className="data-review">
      <p role="status">
        <strong>{taken === 0 ? text('uploads.noRow') : text('uploads.taken', { taken: number(taken), read: number(report.read) })}</strong>{' '}
        {text('uploads.changes', {
          added: number(changes.added),
          changed: number(changes.changed),
          unchanged: number(changes.unchanged),
        })}
      </p>
      {report.wasKnown && <p>{text('uploads.known')}</p>}
      <FoldedList title={text('uploads.warnings', { count: number(warnings.length) })} isOpen={true}>
        {warnings.map(({ pcode, period, warning }) => (
          <li key={`${pcode} ${period}`}>
            <PlaceName pcode={pcode} /> {formatYear(language, period.slice(0, 4))}: {text(`uploads.${warning}`)}
          </li>
        ))}
      </FoldedList>
      <FoldedList title={text('uploads.rejected', { count: number(rejected.length) })} isOpen={true}>
        {rejected.map(({ where, code, reason, issues }) => (
          <li key={`${where} ${code}`}>
            {[place(where), code, issues === undefined ? reason : issues.map(say).join(' · ')].filter((part) => part !== null).join(' · ')}
          </li>
        ))}
      </FoldedList>
      <FoldedList title={text('uploads.repairs', { count: number(repairs.reduce((sum, { cells }) => sum + cells, 0)) })} isOpen={true}>
        {repairs.map(({ repair, column, cells, first }) => (
          <li key={`${repair} ${column}`}>{text(`uploads.repair-${repair}`, { column, cells: number(cells), first: place(first) })}</li>
        ))}
      </FoldedList>
      {places.length > 0 && (report.keeps === 'records' ? <ChangedRecords places={places} /> : <Changes places={places} />)}
      {provinces.length > 0 && <Totals provinces={provinces} />}
      <FoldedList title={text('uploads.notes', { count: number(notes.length) })} isOpen={false}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </FoldedList>
      <div className="data-actions">
        {taken > 0 && !report.wasKnown && (
          <button type="button" className="button" onClick={onStore}>
            {text('uploads.store')}
          </button>
        )}
        <button type="button" className="pill" onClick={onAnother}>
          {text('uploads.another')}
        </button>
      </div>
    </section>
  );
}

/** Networks, their reports, workshops and flows have a key of their own and many fields, where numbers have a year. */
function ChangedRecords({ places }: Pick<Preview, 'places'>): ReactElement {
  const text = useText();
  const language = useLanguage();
  const more = places.length - MOST_LINES;
  return (
    <table className="data-table">
      <caption>{text('uploads.whatChanges', { count: formatNumber(language, places.length) })}</caption>
      <thead>
        <tr>
          {(['record', 'place', 'change'] as const).map((head) => (
            <th key={head} scope="col">
              {text(`uploads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.slice(0, MOST_LINES).map(({ pcode, period: key, kind }) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>
              <PlaceName pcode={pcode} />
            </td>
            <td>{text(`uploads.change-${kind}`)}</td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={3}>{text('uploads.more', { count: formatNumber(language, more) })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Codes, lines and numbers as they are filled into a sentence. */
function toWords(values: Readonly<Record<string, string | number>>, place: (where: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, place(String(value))]));
}

/** So many lines are shown; the rest is counted. */
const MOST_LINES = 100;

function Changes({ places }: Pick<Preview, 'places'>): ReactElement {
  const text = useText();
  const language = useLanguage();
  const stated = useStated();
  const more = places.length - MOST_LINES;
  return (
    <table className="data-table">
      <caption>{text('uploads.whatChanges', { count: formatNumber(language, places.length) })}</caption>
      <thead>
        <tr>
          {(['place', 'year', 'before', 'after'] as const).map((head) => (
            <th key={head} scope="col">
              {text(`uploads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.slice(0, MOST_LINES).map(({ pcode, period, kind, from, to }) => (
          <tr key={`${pcode} ${period}`}>
            <th scope="row">
              <PlaceName pcode={pcode} />
            </th>
            <td>{formatYear(language, period.slice(0, 4))}</td>
            <td>{kind === 'added' || from !== null ? stated(from) : text('uploads.several')}</td>
            <td>{kind === 'withdrawn' || to !== null ? stated(to) : text('uploads.several')}</td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={4}>{text('uploads.more', { count: formatNumber(language, more) })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** A number, or that there is none: never a zero nobody stated. */
function useStated(): (value: number | null) => string {
  const text = useText();
  const language = useLanguage();
  return (value) => (value === null ? text('uploads.notStated') : formatNumber(language, value));
}

function Totals({ provinces }: Pick<Preview, 'provinces'>): ReactElement {
  const text = useText();
  const stated = useStated();
  return (
    <table className="data-table">
      <caption>{text('uploads.totals')}</caption>
      <thead>
        <tr>
          {(['province', 'before', 'after'] as const).map((head) => (
            <th key={head} scope="col">
              {text(`uploads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {provinces.map(({ pcode, from, to }) => (
          <tr key={pcode}>
            <th scope="row">
              <PlaceName pcode={pcode} />
            </th>
            <td>{stated(from)}</td>
            <td>{stated(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlaceName({ pcode }: { pcode: string }): ReactElement {
  const { places } = usePicture();
  const name = nameOfPlace(places, pcode, useLanguage());
  return (
    <>
      {name === pcode ? '' : `${name} `}
      <span className="data-code">{pcode}</span>
    </>
  );
}
