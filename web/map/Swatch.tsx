import { PATTERNS } from '../cartography/patterns.ts';
import type { ScaleRow } from '../cartography/scale.ts';
import { useTheme } from '../use-theme.ts';

/** The look of an area in a legend: the colour and pattern the map draws. */
export function Swatch({ colour, pattern }: Pick<ScaleRow, 'colour' | 'pattern'>) {
  const theme = useTheme();
  const lines = PATTERNS.find(({ name }) => name === pattern)?.swatch;
  return (
    <svg className="swatch" viewBox="0 0 26 16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="25" height="15" rx="3" fill={colour} />
      {lines !== undefined && (
        <path d={lines.path} fill="none" stroke={theme[lines.stroke]} strokeWidth={lines.width} strokeLinecap={lines.cap} />
      )}
      <rect x="0.5" y="0.5" width="25" height="15" rx="3" fill="none" stroke={theme.provinceLine} />
    </svg>
  );
}
