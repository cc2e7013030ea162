import type { RememberedAnswer } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { forgetAnswer, useDatasets, useRemembered } from '../uploads.ts';
import { PlaceName } from './UploadChanges.tsx';

/** The answers that are kept for later files, each of which can be forgotten; nothing while there are none. */
export function UploadRemembered(): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { data: kept } = useRemembered();
  const { data: known } = useDatasets();
  const [isRefused, setRefused] = useState(false);
  const { columns = [], places = [] } = kept ?? {};
  const nameOf = (dataset: string) => known?.datasets.find(({ id }) => id === dataset.split(':')[0])?.[language] ?? dataset;
  const forget = (answer: RememberedAnswer) =>
    forgetAnswer(answer).then(
      () => setRefused(false),
      () => setRefused(true),
    );
  if (columns.length + places.length === 0) return null;
  return (
    <details className="data-list data-remembered">
      <summary>{text('uploads.remembered', { count: formatNumber(language, columns.length + places.length) })}</summary>
      {isRefused && <p role="alert">{text('errors.noAnswer')}</p>}
      <ul>
        {columns.map(({ dataset, head, column }) => (
          <li key={`${dataset} ${head}`}>
            <span>{text('uploads.rememberedColumn', { dataset: nameOf(dataset), head, column: column[language] })}</span>
            <ForgetButton what={head} onForget={() => forget({ dataset, head })} />
          </li>
        ))}
        {places.map(({ among, meant }) => (
          <li key={among.join(' ')}>
            <span>
              <PlaceName pcode={meant} /> {text('uploads.rememberedPlace', { codes: among.filter((code) => code !== meant).join(', ') })}
            </span>
            <ForgetButton what={meant} onForget={() => forget({ among: among.join(' ') })} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ForgetButton({ what, onForget }: { what: string; onForget: () => void }): ReactElement {
  const text = useText();
  return (
    <button type="button" className="pill" aria-label={text('uploads.forgetOne', { what })} onClick={onForget}>
      {text('uploads.forget')}
    </button>
  );
}
