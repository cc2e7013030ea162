import type { Choices, ColumnQuestion, DatasetReport, Preview } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import type { Delivery } from '../uploads.ts';
import { FoldedList } from './FoldedList.tsx';
import { remarkText } from './remark-text.ts';
import { PlaceName, UploadChanges, UploadTotals } from './UploadChanges.tsx';
import { UploadMaps } from './UploadMaps.tsx';
import { UploadPlaces } from './UploadPlaces.tsx';
import { whereText } from './where-text.ts';

type Props = {
  report: DatasetReport;
  delivery: Delivery;
  onDelivery: (delivery: Delivery) => void;
  /** Reads the file again with these answers. */
  onChoices: (choices: Partial<Choices>) => void;
  onNaming: (question: ColumnQuestion) => void;
  onStore: () => void;
  onAnother: () => void;
};

/** What a file would change, before it is stored. */
export function UploadReview({ report, delivery, onDelivery, onChoices, onNaming, onStore, onAnother }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const { changes, preview, rejected, repairs, remarks, taken } = report;
  const say = ({ column, issue, values }: NonNullable<DatasetReport['rejected'][number]['issues']>[number]) =>
    [column, text(`issues.${issue}`, toWords(values, place))].filter((part) => part !== null).join(' ');
  const place = (where: string) => whereText(where, { text, language });
  const nothing = { places: [], provinces: [], warnings: [] };
  const { places, provinces, warnings, columns }: Preview = preview ?? nothing;
  const isRegister = report.keeps === 'records';
  const { choices } = delivery;
  const isAnswered = Object.keys(choices.columns).length + choices.places.length > 0;
  return (
    <section className="data-review">
      <p role="status">
        <strong>{taken === 0 ? text('uploads.noRow') : text('uploads.taken', { taken: number(taken), read: number(report.read) })}</strong>{' '}
        {text(isRegister ? 'uploads.changesOfRecords' : 'uploads.changes', {
          added: number(changes.added),
          changed: number(changes.changed),
          unchanged: number(changes.unchanged),
          withdrawn: number(changes.withdrawn),
        })}
      </p>
      {report.wasKnown && <p>{text('uploads.known')}</p>}
      <UploadPlaces
        questions={report.questions}
        onMeant={(meant) =>
          onChoices({ places: [...choices.places.filter((known) => !meant.some((one) => isSame(one, known))), ...meant] })
        }
      />
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
      <UploadMaps dataset={report.kind} places={places} />
      {places.length > 0 && <UploadChanges keeps={report.keeps} places={places} columns={columns} />}
      {provinces.length > 0 && <UploadTotals provinces={provinces} />}
      <FoldedList title={text('uploads.notes', { count: number(remarks.length) })} isOpen={false}>
        {remarks
          .map((remark) => remarkText(remark, { text, language }))
          .map((note) => (
            <li key={note}>{note}</li>
          ))}
      </FoldedList>
      {isAnswered && (
        <label className="data-check">
          <input
            type="checkbox"
            checked={delivery.isRemembered}
            onChange={({ target }) => onDelivery({ ...delivery, isRemembered: target.checked })}
          />
          {text('uploads.remember')}
        </label>
      )}
      {rejected.length > 0 && (
        <label className="data-check">
          <input
            type="checkbox"
            checked={delivery.isAllOrNothing}
            onChange={({ target }) => onDelivery({ ...delivery, isAllOrNothing: target.checked })}
          />
          {text('uploads.allOrNothing')}
        </label>
      )}
      <div className="data-actions">
        {taken > 0 && !report.wasKnown && (
          <button type="button" className="button" onClick={onStore}>
            {text(isRegister ? 'uploads.storeRecords' : 'uploads.store')}
          </button>
        )}
        {columns !== undefined && (
          <button type="button" className="pill" onClick={() => onNaming(columns)}>
            {text('uploads.columns')}
          </button>
        )}
        <button type="button" className="pill" onClick={onAnother}>
          {text('uploads.another')}
        </button>
      </div>
    </section>
  );
}

/** Two answers to the same question. */
function isSame(a: Choices['places'][number], b: Choices['places'][number]): boolean {
  return a.among.join(' ') === b.among.join(' ');
}

/** Codes, lines and numbers as they are filled into a sentence. */
function toWords(values: Readonly<Record<string, string | number>>, place: (where: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, place(String(value))]));
}
