import type { ReactElement } from 'react';
import { translate, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { LANGUAGES } from '../view.ts';

/** Says, always and everywhere, what kind of numbers these are; of invented ones in both languages, the reader's first. */
export function DataMark(): ReactElement | null {
  const { edition, view } = usePicture();
  const text = useText();
  if (edition === undefined) return null;
  if (!edition.isDemonstration) return <p className="mark mark-real">{text('first.realNumbers')}</p>;
  const languages = LANGUAGES.toSorted((a, b) => Number(b === view.language) - Number(a === view.language));
  return (
    <p className="mark mark-demonstration">
      {languages.map((language) => (
        <span key={language} lang={language}>
          {translate(language, 'first.demonstrationData')}
        </span>
      ))}
    </p>
  );
}
