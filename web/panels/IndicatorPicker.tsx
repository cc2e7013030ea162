import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

/** Chooses the indicator: its name and unit, and on demand what it says and what it does not. */
export function IndicatorPicker(): ReactElement {
  const { indicators = [], indicator, view, change, failure } = usePicture();
  const text = useText();
  const language = view.language;
  return (
    <div className="indicator-picker">
      <label className="field">
        <span className="field-label">{text('shell.indicator')}</span>
        <select
          className="select"
          value={indicator?.id ?? ''}
          disabled={indicators.length === 0}
          onChange={({ target }) => change({ indicator: target.value })}
        >
          {indicators.length === 0 && <option value="">{text(failure === undefined ? 'shell.loading' : 'legend.failed')}</option>}
          {indicators.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </label>
      {indicator !== undefined && (
        <div className="indicator-unit">
          <span>{indicator.unit[language]}</span>
          <Disclosure label={text('shell.aboutIndicator')}>{indicator.description[language]}</Disclosure>
        </div>
      )}
    </div>
  );
}
