import type { DatasetReport, Preview } from '@atlas/server/contracts';
import type { ReactElement, ReactNode } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** So many lines are shown; the rest is counted. */
const MOST_LINES = 100;

type Changes = Pick<DatasetReport, 'keeps'> & Pick<Preview, 'places' | 'columns'>;

/** What changes, place by place. A record has a key of its own and many fields, where a number has a year. */
export function UploadChanges({ keeps, places, columns }: Changes): ReactElement {
  const text = useText();
  const language = useLanguage();
  const stated = useStated();
  const isRecord = keeps === 'records';
  const labelOf = (key: string) => columns?.columns.find((column) => column.key === key)?.[language] ?? key;
  const rows = places.map(({ pcode, period, kind, from, to, fields }) => {
    const name = <PlaceName pcode={pcode} />;
    const before = kind === 'added' || from !== null ? stated(from) : text('uploads.several');
    const after = kind === 'withdrawn' || to !== null ? stated(to) : text('uploads.several');
    const cells = isRecord
      ? [period, name, <FieldChanges key="change" kind={kind} fields={fields} labelOf={labelOf} />]
      : [name, formatYear(language, period.slice(0, 4)), before, after];
    return { key: `${pcode} ${period}`, cells };
  });
  const heads = isRecord ? (['record', 'place', 'change'] as const) : (['place', 'year', 'before', 'after'] as const);
  const caption = text('uploads.whatChanges', { count: formatNumber(language, places.length) });
  return <ReviewTable caption={caption} heads={heads.map((head) => text(`uploads.${head}`))} rows={rows} />;
}

type FieldProps = Pick<Preview['places'][number], 'kind' | 'fields'> & { labelOf: (key: string) => string };

/** Cell by cell, old and new, where it is known what held before. */
function FieldChanges({ kind, fields = [], labelOf }: FieldProps): ReactElement {
  const text = useText();
  const cell = (value: string | number | null) => (value === null ? text('uploads.blank') : String(value));
  if (fields.length === 0) return <>{text(`uploads.change-${kind}`)}</>;
  return (
    <ul className="data-cells">
      {fields.map(({ column, from, to }) => (
        <li key={column}>{text('uploads.cell', { column: labelOf(column), from: cell(from), to: cell(to) })}</li>
      ))}
    </ul>
  );
}

/** Totals of the provinces, before and after. */
export function UploadTotals({ provinces }: Pick<Preview, 'provinces'>): ReactElement {
  const text = useText();
  const stated = useStated();
  const rows = provinces.map(({ pcode, from, to }) => ({
    key: pcode,
    cells: [<PlaceName key="name" pcode={pcode} />, stated(from), stated(to)],
  }));
  const heads = (['province', 'before', 'after'] as const).map((head) => text(`uploads.${head}`));
  return <ReviewTable caption={text('uploads.totals')} heads={heads} rows={rows} />;
}

type Table = { caption: string; heads: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] };

function ReviewTable({ caption, heads, rows }: Table): ReactElement {
  const text = useText();
  const language = useLanguage();
  const more = rows.length - MOST_LINES;
  return (
    <table className="data-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_LINES).map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td key={heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={heads.length}>{text('uploads.more', { count: formatNumber(language, more) })}</td>
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

/** Name and code of a place; the code alone where the edition does not know it. */
export function PlaceName({ pcode }: { pcode: string }): ReactElement {
  const { places } = usePicture();
  const name = nameOfPlace(places, pcode, useLanguage());
  return (
    <>
      {name === pcode ? '' : `${name} `}
      <span className="data-code">{pcode}</span>
    </>
  );
}
