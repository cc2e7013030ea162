import type { ReactElement } from 'react';

type Props = { share: number; tone?: 'accent' | 'need' | 'quiet' };

/** A drawn length between 0 and 1; the number stands beside it in words, so the bar says nothing of its own. */
export function Bar({ share, tone = 'accent' }: Props): ReactElement {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <span className="bar" aria-hidden="true">
      <span className={`bar-fill bar-${tone}`} style={{ width }} />
    </span>
  );
}
