import type { ReactElement } from 'react';
import type { LoadFailed } from '../api.ts';
import { type TextKey, useText } from '../i18n/index.ts';
import { Notice } from './Notice.tsx';

const WORDS: Readonly<Partial<Record<LoadFailed['code'], TextKey>>> = {
  'no-answer': 'errors.noAnswer',
  unavailable: 'errors.unavailable',
  refused: 'errors.refused',
};

/** Says why something a panel needs has not come, and lets the reader ask again. */
export function Missing({ error, retry }: { error: LoadFailed; retry: () => unknown }): ReactElement {
  const text = useText();
  return <Notice words={[text(WORDS[error.code] ?? 'errors.serverFailed')]} error={error} onRetry={() => void retry()} />;
}
