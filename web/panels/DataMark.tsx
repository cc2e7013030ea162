import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** Says, always and everywhere, what kind of numbers these are. */
export function DataMark(): ReactElement | null {
  const { edition } = usePicture();
  const text = useText();
  if (edition === undefined) return null;
  if (edition.isDemonstration) return <p className="mark mark-demonstration">{text('panels.demonstrationData')}</p>;
  return <p className="mark mark-real">{text('shell.realNumbers')}</p>;
}
