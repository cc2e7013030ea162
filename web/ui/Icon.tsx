import type { ReactElement } from 'react';

const PATHS = {
  play: 'M7 5l8 5-8 5z',
  pause: 'M7 5h2v10H7zM12 5h2v10h-2z',
  next: 'M6 5l6 5-6 5zM13 5h2v10h-2z',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
} as const;

const FILLED: ReadonlySet<string> = new Set(['play', 'pause', 'next']);

export type IconName = keyof typeof PATHS;

/** A small drawn sign; it never stands alone: its button or link carries the words. */
export function Icon({ name }: { name: IconName }): ReactElement {
  const isFilled = FILLED.has(name);
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      fill={isFilled ? 'currentColor' : 'none'}
      stroke={isFilled ? 'none' : 'currentColor'}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
