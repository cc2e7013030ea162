import type { ColumnQuestion, DatasetReport, ImportStep, Refusal } from '@atlas/server/contracts';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { LoadFailed } from '../api.ts';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import '../i18n/later.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type Delivery, storeUpload, tryUpload } from '../uploads.ts';
import './data.css';
import { refusalText } from './refusal-text.ts';
import { UploadColumns } from './UploadColumns.tsx';
import { UploadHistory } from './UploadHistory.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { UploadRemembered } from './UploadRemembered.tsx';
import { UploadReview } from './UploadReview.tsx';
import { UploadSource } from './UploadSource.tsx';

/** One file on its way in. */
type Work =
  | { step: 'choosing'; refused?: string }
  | { step: 'reading'; progress: ImportStep | undefined }
  | { step: 'storing' }
  | { step: 'naming'; delivery: Delivery; question: ColumnQuestion; refused?: string }
  | { step: 'review'; delivery: Delivery; report: DatasetReport; refused?: string }
  | { step: 'stored'; report: DatasetReport }
  | { step: 'taken-back' };

/** Brings numbers in: choose a file, see what would change, store it; and the history, each upload of which can be taken back. */
export function DataDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [work, setWork] = useState<Work>({ step: 'choosing' });
  const reading = useRef<AbortController>(undefined);
  // Nobody waits for a file once the dialog is closed.
  useEffect(() => () => reading.current?.abort(), []);

  async function read(delivery: Delivery): Promise<void> {
    const { signal } = renew(reading);
    const onStep = (progress: ImportStep) => setWork({ step: 'reading', progress });
    setWork({ step: 'reading', progress: undefined });
    const answer = await tryUpload(delivery, { onStep, signal }).catch(toRefusal);
    if (signal.aborted) return;
    if (!('refused' in answer)) return setWork({ step: 'review', delivery, report: answer.report });
    const refused = refusalText(answer, { text, language });
    const question = answer.because?.asks;
    setWork(question === undefined ? { step: 'choosing', refused } : { step: 'naming', delivery, question, refused });
  }

  function cancel(): void {
    reading.current?.abort();
    setWork({ step: 'choosing' });
  }

  async function store({ delivery, report }: Extract<Work, { step: 'review' }>): Promise<void> {
    setWork({ step: 'storing' });
    const answer = await storeUpload(delivery).catch(toRefusal);
    if (!('refused' in answer)) return setWork({ step: 'stored', report: answer.report });
    setWork({ step: 'review', delivery, report, refused: refusalText(answer, { text, language }) });
  }

  function toRefusal(error: unknown): Refusal {
    const isRefused = error instanceof LoadFailed && error.code === 'refused';
    return { refused: text(isRefused ? 'errors.refused' : 'errors.noAnswer') };
  }

  const readWith = (delivery: Delivery, choices: Partial<Delivery['choices']>) =>
    read({ ...delivery, choices: { ...delivery.choices, ...choices } });
  return (
    <Dialog title={text('uploads.title')} isWide={true} onClose={onClose}>
      {'refused' in work && (
        <p className="data-refused" role="alert">
          {work.refused}
        </p>
      )}
      {work.step === 'stored' && (
        <p className="data-done" role="status">
          {text('uploads.stored', {
            added: formatNumber(language, work.report.changes.added),
            changed: formatNumber(language, work.report.changes.changed),
          })}
        </p>
      )}
      {work.step === 'taken-back' && (
        <p className="data-done" role="status">
          {text('uploads.takenBack')}
        </p>
      )}
      {['choosing', 'stored', 'taken-back'].includes(work.step) && <UploadSource onSource={read} />}
      {work.step === 'reading' && <UploadProgress progress={work.progress} onCancel={cancel} />}
      {work.step === 'storing' && <p role="status">{text('uploads.storing')}</p>}
      {work.step === 'naming' && (
        <UploadColumns
          question={work.question}
          onRead={(columns) => readWith(work.delivery, { columns: { ...work.delivery.choices.columns, ...columns } })}
          onAnother={() => setWork({ step: 'choosing' })}
        />
      )}
      {work.step === 'review' && (
        <UploadReview
          report={work.report}
          delivery={work.delivery}
          onDelivery={(delivery) => setWork({ ...work, delivery })}
          onChoices={(choices) => readWith(work.delivery, choices)}
          onNaming={(question) => setWork({ step: 'naming', delivery: work.delivery, question })}
          onStore={() => store(work)}
          onAnother={() => setWork({ step: 'choosing' })}
        />
      )}
      {!['review', 'naming'].includes(work.step) && (
        <>
          <UploadHistory onTakenBack={() => setWork({ step: 'taken-back' })} />
          <UploadRemembered />
        </>
      )}
    </Dialog>
  );
}

/** Ends what is still being read, for the file that comes instead. */
function renew(reading: RefObject<AbortController | undefined>): AbortController {
  reading.current?.abort();
  reading.current = new AbortController();
  return reading.current;
}
