import type { PlaceProfile } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { WORKSHOP_NAMES } from '../map/labels.ts';

const FIRST_ROWS = 4;

/** The last workshops of a place, the newest first. */
export function WorkshopList({ workshops }: { workshops: PlaceProfile['workshops'] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.workshops')}</h3>
      {workshops.length === 0 && <p>{text('profile.workshopsNone')}</p>}
      <ul className="line-list">
        {(isAll ? workshops : workshops.slice(0, FIRST_ROWS)).map((workshop) => (
          <Line key={workshop.code} workshop={workshop} />
        ))}
      </ul>
      {!isAll && workshops.length > FIRST_ROWS && (
        <button type="button" className="panel-button" onClick={() => setAll(true)}>
          {text('profile.moreWorkshops', { count: formatNumber(language, workshops.length) })}
        </button>
      )}
    </section>
  );
}

function Line({ workshop }: { workshop: PlaceProfile['workshops'][number] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { type, themeEn, themeKm, startsOn, participants } = workshop;
  const counts = Object.values(participants);
  const people =
    counts.length === 0
      ? text('profile.participantsNone')
      : text('profile.participants', {
          count: formatNumber(
            language,
            counts.reduce((sum, count) => sum + count, 0),
          ),
        });
  return (
    <li>
      <p>{text(WORKSHOP_NAMES[type])}</p>
      <p className="fine">{[language === 'km' && themeKm !== '' ? themeKm : themeEn, formatDay(language, startsOn), people].join(' · ')}</p>
    </li>
  );
}
