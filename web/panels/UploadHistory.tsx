import type { Refusal, Upload } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { type TextKey, useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { type Answer, takeBack, useDatasets, useUploads } from '../uploads.ts';
import { Loaded } from './Loaded.tsx';
import { refusalText } from './refusal-text.ts';

/** Every upload, newest first; each can be taken back. */
export function UploadHistory({ onTakenBack }: { onTakenBack: () => void }): ReactElement {
  const text = useText();
  const uploads = useUploads();
  const { edition } = usePicture();
  return (
    <section className="data-history">
      <h3>{text('uploads.history')}</h3>
      <Loaded query={uploads}>
        {({ uploads: all }) =>
          all.length === 0 ? (
            <p className="fine">{text('uploads.historyEmpty')}</p>
          ) : (
            <ul>
              {all.map((upload) => (
                <UploadLine key={upload.id} upload={upload} onTakenBack={onTakenBack} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edition === undefined ? null : (
        <a className="link" href={`/api/exports/vsnp-assessments?edition=${edition.id}&format=xlsx`} download={true}>
          {text('uploads.downloadAll')}
        </a>
      )}
    </section>
  );
}

/** Who an upload is by where nobody is signed in: the way it came. */
const WAYS_IN: Readonly<Partial<Record<string, TextKey>>> = { 'web page': 'uploads.byPage', 'command line': 'uploads.byCommandLine' };

type Asked = { changed: string; withdrawn: string } | { refused: string };

function UploadLine({ upload, onTakenBack }: { upload: Upload; onTakenBack: () => void }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked>();
  const number = (value: number | null) => (value === null ? '–' : formatNumber(language, value));
  const failed = (): Answer<never> => ({ refused: text('errors.noAnswer') });
  const refusedAs = (refusal: Refusal) => ({ refused: refusalText(refusal, { text, language }) });
  const way = WAYS_IN[upload.uploadedBy];
  const { data: known } = useDatasets();
  const dataset = known?.datasets.find(({ id }) => id === upload.dataset)?.[language] ?? upload.dataset;

  async function ask(): Promise<void> {
    const answer = await takeBack(upload.id, { isDryRun: true }).catch(failed);
    if ('refused' in answer) return setAsked(refusedAs(answer));
    const { changed, withdrawn } = answer.undone.changes;
    setAsked({ changed: number(changed), withdrawn: number(withdrawn) });
  }

  async function undo(): Promise<void> {
    const answer = await takeBack(upload.id, { isDryRun: false }).catch(failed);
    setAsked('refused' in answer ? refusedAs(answer) : undefined);
    if (!('refused' in answer)) onTakenBack();
  }

  return (
    <li className="data-upload" data-state={upload.state}>
      <p>
        {text('uploads.upload', { id: number(upload.id), dataset, day: formatDay(language, upload.uploadedAt) })}
        <span className="fine">
          {text('uploads.uploadRows', { taken: number(upload.taken), places: number(upload.places) })}
          {upload.withdrawnAt !== null && ` · ${text('uploads.uploadUndone', { day: formatDay(language, upload.withdrawnAt) })}`}
        </span>
        <span className="fine">
          {text('uploads.uploadBy', { by: way === undefined ? upload.uploadedBy : text(way), file: upload.sha256.slice(0, 12) })}
        </span>
      </p>
      {upload.state === 'committed' && asked === undefined && (
        <button type="button" className="pill" onClick={ask}>
          {text('uploads.undo')}
        </button>
      )}
      {asked !== undefined && (
        <div className="data-sure" role="alert">
          <p>{'refused' in asked ? asked.refused : text('uploads.undoWhat', asked)}</p>
          {!('refused' in asked) && (
            <button type="button" className="button" onClick={undo}>
              {text('uploads.undoSure')}
            </button>
          )}
          <button type="button" className="pill" onClick={() => setAsked(undefined)}>
            {text('uploads.undoNot')}
          </button>
        </div>
      )}
    </li>
  );
}
