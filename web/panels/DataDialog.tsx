import type { DatasetReport } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { LoadFailed } from '../api.ts';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import '../i18n/later.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { sendUpload } from '../uploads.ts';
import './data.css';
import { UploadHistory } from './UploadHistory.tsx';
import { UploadReview } from './UploadReview.tsx';
import { UploadSource } from './UploadSource.tsx';

/** One file on its way in. */
type Work =
  | { step: 'choosing'; refused?: string }
  | { step: 'reading' | 'storing' }
  | { step: 'review'; dataset: string; file: File; report: DatasetReport }
  | { step: 'stored'; report: DatasetReport }
  | { step: 'taken-back' };

/** Brings numbers in: choose a file, see what would change, store it; and the history, each upload of which can be taken back. */
export function DataDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [work, setWork] = useState<Work>({ step: 'choosing' });

  async function read(dataset: string, file: File): Promise<void> {
    setWork({ step: 'reading' });
    const answer = await sendUpload(dataset, file, { isDryRun: true }).catch(toRefusal);
    setWork('refused' in answer ? { step: 'choosing', refused: answer.refused } : { step: 'review', dataset, file, report: answer.report });
  }

  async function store({ dataset, file }: Extract<Work, { step: 'review' }>): Promise<void> {
    setWork({ step: 'storing' });
    const answer = await sendUpload(dataset, file, { isDryRun: false }).catch(toRefusal);
    setWork('refused' in answer ? { step: 'choosing', refused: answer.refused } : { step: 'stored', report: answer.report });
  }

  function toRefusal(error: unknown): { refused: string } {
    const isRefused = error instanceof LoadFailed && error.code === 'refused';
    return { refused: text(isRefused ? 'errors.refused' : 'errors.noAnswer') };
  }

  return (
    <Dialog title={text('uploads.title')} isWide={true} onClose={onClose}>
      {work.step === 'choosing' && work.refused !== undefined && (
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
      {(work.step === 'reading' || work.step === 'storing') && <p role="status">{text(`uploads.${work.step}`)}</p>}
      {work.step === 'review' && (
        <UploadReview report={work.report} onStore={() => store(work)} onAnother={() => setWork({ step: 'choosing' })} />
      )}
      {work.step !== 'review' && <UploadHistory onTakenBack={() => setWork({ step: 'taken-back' })} />}
    </Dialog>
  );
}
