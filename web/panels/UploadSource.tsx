import { UPLOAD_DATASETS, type UploadDataset } from '@atlas/server/contracts';
import { type ClipboardEvent, type DragEvent, type ReactElement, useState } from 'react';
import { useText } from '../i18n/index.ts';

/** Where numbers come from: a file that is chosen or dropped, or cells that are pasted. */
export function UploadSource({ onSource }: { onSource: (dataset: UploadDataset, file: File) => void }): ReactElement {
  const text = useText();
  const [dataset, setDataset] = useState<UploadDataset>('vsnp-assessments');
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
        <select className="select" value={dataset} onChange={({ target }) => setDataset(target.value as UploadDataset)}>
          {UPLOAD_DATASETS.map((id) => (
            <option key={id} value={id}>
              {text(`uploads.dataset-${id}`)}
            </option>
          ))}
        </select>
      </label>
      {dataset === 'population' ? null : (
        <a className="link" href={`/api/templates/${dataset}`} download={`${dataset}.xlsx`}>
          {text('uploads.template')}
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
