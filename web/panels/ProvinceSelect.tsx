import { type ReactElement, useId } from 'react';
import { nameIn } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** Chooses the province that is looked at, or the whole country. */
export function ProvinceSelect(): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view, change, places } = usePicture();
  const id = useId();
  const provinces = places?.levels.province;
  const options = (provinces?.pcodes ?? [])
    .map((pcode, index) => ({
      pcode,
      name: nameIn(language, { nameEn: provinces?.namesEn[index] ?? pcode, nameKm: provinces?.namesKm[index] ?? '' }),
    }))
    .sort((a, b) => new Intl.Collator(language).compare(a.name, b.name));
  return (
    <div className="panel-field">
      <label htmlFor={id}>{text('panels.province')}</label>
      <select
        id={id}
        value={view.province ?? ''}
        onChange={({ target }) => change({ province: target.value === '' ? undefined : target.value })}
      >
        <option value="">{text('panels.wholeCountry')}</option>
        {options.map(({ pcode, name }) => (
          <option key={pcode} value={pcode}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
