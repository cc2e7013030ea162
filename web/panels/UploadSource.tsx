import { type ClipboardEvent, type DragEvent, type ReactElement, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';
import { useDatasets } from '../uploads.ts';

/** Where numbers come from: a file that is chosen or dropped, or cells that are pasted. */
export function UploadSource({ onSource }: { onSource: (dataset: string, file: File) => void }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [dataset, setDataset] = useState('vsnp-assessments');
  const { data: known } = useDatasets();
  const offered = (known?.datasets ?? []).filter(({ isUploadable }) => isUploadable);
  const chosen = offered.find(({ id }) => id === dataset);
  const take = (file: File | undefined) => {
    if (file !== undefined) onSource(dataset, file);
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
      <label className="data-drop" onDrop={onDrop} onDragOver={(event) => event.preventDefault()} onPaste={onPaste}>
        <span className="data-choose">{text('uploads.choose')}</span>
        <span>{text('uploads.drop')}</span>
        <input type="file" accept=".xlsx,.csv,.tsv,.txt,.json" onChange={({ target }) => take(target.files?.[0])} />
      </label>
      <p className="fine">{text('uploads.kinds')}</p>
    </section>
  );
}
