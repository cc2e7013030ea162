import type { PlaceProfile } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { nameIn, nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { nameOfCode } from '../i18n/vocabulary.ts';
import { usePicture } from '../picture.ts';

const FIRST_LINES = 6;

/** Which organisation runs what in the place, or in all that it lies in; nothing where no partner has said so. */
export function PresenceList({ profile }: { profile: PlaceProfile }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { places } = usePicture();
  const [isAll, setAll] = useState(false);
  const { presence, place } = profile;
  if (presence.length === 0) return null;
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.presence')}</h3>
      <ul className="plain-list">
        {(isAll ? presence : presence.slice(0, FIRST_LINES)).map(({ pcode, programme, organisationEn, organisationKm, fromOn, toOn }) => (
          <li key={`${pcode} ${organisationEn} ${programme} ${fromOn}`}>
            {nameIn(language, { nameEn: organisationEn, nameKm: organisationKm })} · {nameOfCode(language, 'programme', programme)}
            <span className="source-where">
              {pcode === place.pcode ? '' : `${nameOfPlace(places, pcode, language)} · `}
              {toOn === null
                ? text('profile.since', { day: formatDay(language, fromOn) })
                : text('profile.fromTo', { from: formatDay(language, fromOn), to: formatDay(language, toOn) })}
            </span>
          </li>
        ))}
      </ul>
      {!isAll && presence.length > FIRST_LINES && (
        <button type="button" className="panel-button" onClick={() => setAll(true)}>
          {text('profile.moreActions', { count: formatNumber(language, presence.length) })}
        </button>
      )}
    </section>
  );
}
