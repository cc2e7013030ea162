import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** Leads to the other language, named in itself. */
export function LanguageSwitch(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const other = view.language === 'en' ? 'km' : 'en';
  return (
    <button type="button" className="pill" lang={other} onClick={() => change({ language: other })}>
      {text('shell.otherLanguage')}
    </button>
  );
}
