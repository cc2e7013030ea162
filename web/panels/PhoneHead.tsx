import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { DataMark } from './DataMark.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ShareButton } from './ShareButton.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Head card of a narrow screen. */
export function PhoneHead(): ReactElement {
  const text = useText();
  return (
    <header className="phone-head">
      <h1 className="title">{text('first.title')}</h1>
      <LanguageSwitch />
      <ShareButton />
      <DataMark />
      <ThemeSwitch />
    </header>
  );
}
