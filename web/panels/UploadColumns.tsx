import type { ColumnQuestion } from '@atlas/server/contracts';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';

type Props = { question: ColumnQuestion; onRead: (columns: Record<string, string>) => void; onAnother: () => void };

/** Names the head of each column in a file whose heads are its own; columns that must be there stand first. */
export function UploadColumns({ question, onRead, onAnother }: Props): ReactElement {
  const text = useText();
  const [heads, setHeads] = useState<Readonly<Record<string, string>>>({});
  const headOf = ({ key, head }: ColumnQuestion['columns'][number]) => heads[key] ?? head ?? '';
  const needed = question.columns.filter(({ isRequired }) => isRequired);
  const others = question.columns.filter(({ isRequired }) => !isRequired);
  const chosen = question.columns.map(headOf).filter((head) => head !== '');
  const isTwice = new Set(chosen).size < chosen.length;
  const isComplete = needed.every((column) => headOf(column) !== '') && !isTwice;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Only what was said: what was found by itself is found again.
    onRead(Object.fromEntries(Object.entries(heads).filter(([, head]) => head !== '')));
  };
  const fields = (columns: ColumnQuestion['columns']) =>
    columns.map((column) => (
      <ColumnField
        key={column.key}
        column={column}
        heads={question.heads}
        head={headOf(column)}
        onHead={(head) => setHeads((known) => ({ ...known, [column.key]: head }))}
      />
    ));
  return (
    <form className="data-columns" onSubmit={submit}>
      <p>{text('uploads.nameColumns')}</p>
      <div className="data-fields">{fields(needed)}</div>
      {others.length > 0 && (
        <details className="data-list">
          <summary>{text('uploads.otherColumns')}</summary>
          <div className="data-fields">{fields(others)}</div>
        </details>
      )}
      {isTwice && <p role="status">{text('uploads.headTwice')}</p>}
      <div className="data-actions">
        <button type="submit" className="button" disabled={!isComplete}>
          {text('uploads.readAgain')}
        </button>
        <button type="button" className="pill" onClick={onAnother}>
          {text('uploads.another')}
        </button>
      </div>
    </form>
  );
}

type FieldProps = {
  column: ColumnQuestion['columns'][number];
  heads: readonly string[];
  head: string;
  onHead: (head: string) => void;
};

function ColumnField({ column, heads, head, onHead }: FieldProps): ReactElement {
  const text = useText();
  const language = useLanguage();
  return (
    <label className="field">
      <span className="field-label">
        {column[language]} {column.isRequired && <span className="fine">{text('uploads.needed')}</span>}
      </span>
      <select className="select" value={head} onChange={({ target }) => onHead(target.value)}>
        <option value="">{text('uploads.noHead')}</option>
        {heads.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
