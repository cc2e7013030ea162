import { type ReactElement, useId } from 'react';
import { formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** Chooses the year of the page; the time slider says the same. */
export function YearSelect(): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicator, period, change } = usePicture();
  const id = useId();
  const years = indicator?.periods.includes(period) ? indicator.periods : [period];
  return (
    <div className="panel-field">
      <label htmlFor={id}>{text('shell.year')}</label>
      <select id={id} value={period} onChange={({ target }) => change({ period: target.value })}>
        {years.map((year) => (
          <option key={year} value={year}>
            {formatYear(language, year)}
          </option>
        ))}
      </select>
    </div>
  );
}
