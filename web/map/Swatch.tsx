import type { ScaleRow } from '../cartography/scale.ts';
import { useTheme } from '../use-theme.ts';

/** The look of an area in a legend: the colour and pattern the map draws. */
export function Swatch({ colour, pattern }: Pick<ScaleRow, 'colour' | 'pattern'>) {
  const theme = useTheme();
  return (
    <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="25" height="15" rx="3" fill={colour} />
      <Pattern pattern={pattern} />
      <rect x="0.5" y="0.5" width="25" height="15" rx="3" fill="none" stroke={theme.provinceLine} />
    </svg>
  );
}

function Pattern({ pattern }: Pick<ScaleRow, 'pattern'>) {
  const theme = useTheme();
  if (pattern === 'hatch') return <path d="M1 9L9 1M1 16L16 1M8 16L23 1M15 16L25.5 5.500M22 16L25.5 12.5" stroke={theme.hatch} />;
  if (pattern === 'dots')
    return (
      <path
        d="M5 4h.1M13 4h.1M21 4h.1M9 8h.1M17 8h.1M5 12h.1M13 12h.1M21 12h.1"
        stroke={theme.dots}
        strokeWidth="2"
        strokeLinecap="round"
      />
    );
  if (pattern === 'cross') return <path d="M4 5h4M6 3v4M11 11h4M13 9v4M18 5h4M20 3v4" stroke={theme.dots} />;
  return null;
}
