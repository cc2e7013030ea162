import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

/** Says on demand what the hatch means, and what it does not. */
export function HatchNote(): ReactElement {
  const text = useText();
  return <Disclosure label={text('layers.whyHatched')}>{text('layers.whyHatchedText')}</Disclosure>;
}
