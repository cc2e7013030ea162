import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';

/** Stands where a part of the page is on its way. */
export function Waiting(): ReactElement {
  const text = useText();
  return <p className="waiting">{text('shell.loading')}</p>;
}
