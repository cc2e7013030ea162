import { type ClipboardEvent, type DragEvent, type ReactElement, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { type Delivery, useDatasets } from '../uploads.ts';
import { LayerDownloads } from './LayerDownloads.tsx';

/** Datasets that leave as files of points but lie in no layer of the map. */
const IN_NO_LAYER = ['presence', 'social-services'] as const;

/** Indicators that a statistic of places feeds. */
const STATISTIC = 'covariate:';

/** Where numbers come from: a file that is chosen or dropped, or cells that are pasted. */
export function UploadSource({ onSource }: { onSource: (delivery: Delivery) => void }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [dataset, setDataset] = useState('vsnp-assessments');
  const { data: known } = useDatasets();
  const offered = known?.datasets ?? [];
  const { indicators = [] } = usePicture();
  const statistics = indicators.filter(({ subject }) => subject.startsWith(STATISTIC));
  const [indicator, setIndicator] = useState<string>();
  const [period, setPeriod] = useState('');
  const chosen = offered.find(({ id }) => id === dataset);
  const takes = (option: string) => chosen?.options.includes(option) === true;
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const fed = indicator ?? statistics[0]?.subject.slice(STATISTIC.length);
    onSource({
      dataset,
      file,
      indicator: takes('indicator') ? fed : undefined,
      period: takes('period') && period !== '' ? period : undefined,
      choices: { columns: {}, places: [] },
      isRemembered: true,
      isAllOrNothing: false,
    });
  };
  const onPaste = (event: ClipboardEvent) => {
    const cells = event.clipboardData.getData('text/plain');
    event.preventDefault();
    take(event.clipboardData.files[0] ?? (cells === '' ? undefined : new File([cells], 'cells.csv')));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <section className="data-source">
      <label className="field">
        <span className="field-label">{text('uploads.dataset')}</span>
        <select className="select" value={dataset} onChange={({ target }) => setDataset(target.value)}>
          {offered.map((one) => (
            <option key={one.id} value={one.id}>
              {one[language]}
            </option>
          ))}
        </select>
      </label>
      {takes('indicator') && (
        <label className="field">
          <span className="field-label">{text('uploads.feeds')}</span>
          <select className="select" value={indicator} onChange={({ target }) => setIndicator(target.value)}>
            {statistics.map(({ id, subject, name }) => (
              <option key={id} value={subject.slice(STATISTIC.length)}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      {takes('period') && (
        <label className="field">
          <span className="field-label">{text('uploads.allOfYear')}</span>
          <input
            className="input"
            inputMode="numeric"
            pattern="(19|20)[0-9]{2}"
            value={period}
            onChange={({ target }) => setPeriod(target.value)}
          />
        </label>
      )}
      {chosen?.hasTemplate !== true ? null : (
        <a className="link" href={`/api/templates/${dataset}`} download={`${dataset}.xlsx`}>
          {text('uploads.template')}
        </a>
      )}
      {chosen?.isRegister === true && (
        <a className="link" href={`/api/exports/registers/${dataset}?format=xlsx`} download={`${dataset}.xlsx`}>
          {text('uploads.downloadRegister')}
        </a>
      )}
      {IN_NO_LAYER.filter((layer) => layer === dataset).map((layer) => (
        <LayerDownloads key={layer} layer={layer} />
      ))}
      <label className="data-drop" onDrop={onDrop} onDragOver={(event) => event.preventDefault()} onPaste={onPaste}>
        <span className="data-choose">{text('uploads.choose')}</span>
        <span>{text('uploads.drop')}</span>
        <input type="file" accept=".xlsx,.ods,.csv,.tsv,.txt,.json" onChange={({ target }) => take(target.files?.[0])} />
      </label>
      <p className="fine">{text('uploads.kinds')}</p>
    </section>
  );
}
