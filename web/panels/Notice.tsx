import { type ReactElement, useState } from 'react';
import type { LoadFailed } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { IconButton } from '../ui/IconButton.tsx';

type Props = { words: readonly string[]; error?: LoadFailed; onRetry?: () => void; isQuiet?: boolean };

/** One plain message over the map; a quiet one can be put away. */
export function Notice({ words, error, onRetry, isQuiet = false }: Props): ReactElement | null {
  const text = useText();
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  return (
    <div className="notice" role={isQuiet ? 'status' : 'alert'}>
      <div>
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {error !== undefined && error.requestId !== '' && (
          <p className="notice-request">{text('errors.requestId', { id: error.requestId.slice(0, 8) })}</p>
        )}
      </div>
      {onRetry !== undefined && (
        <button type="button" className="button button-small" onClick={onRetry}>
          {text('errors.retry')}
        </button>
      )}
      {isQuiet && <IconButton icon="close" label={text('shell.close')} onPress={() => setAway(true)} />}
    </div>
  );
}
