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
  grid: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8zM10 2.2v1.4M10 16.4v1.4M2.2 10h1.4M16.4 10h1.4M4.5 4.5l1 1M14.5 14.5l1 1M4.5 15.5l1-1M14.5 5.5l1-1',
  moon: 'M16.6 12A7 7 0 0 1 8 3.4A7 7 0 1 0 16.6 12z',
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
