import type { PlaceProfile } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { nameOfCode } from '../i18n/vocabulary.ts';

const FIRST_ROWS = 4;

/** What was agreed at the last assessment: who does what until when, and how far it is. */
export function ActionPlan({ actions }: { actions: PlaceProfile['actions'] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? actions : actions.slice(0, FIRST_ROWS);
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.plan')}</h3>
      {actions.length === 0 && <p>{text('profile.planNone')}</p>}
      <ul className="line-list">
        {shown.map(({ priority, owner, dueOn, status }, index) => (
          <li key={`${priority} ${owner} ${dueOn} ${index}`} className="action">
            <p>{nameOfCode(language, 'priority', priority)}</p>
            <p className={`action-status action-${status}`}>{text(`profile.status-${status}`)}</p>
            <p className="fine">
              {text('profile.owner', { owner: nameOfCode(language, 'group', owner) })} ·{' '}
              {dueOn === null ? text('profile.dueNone') : text('profile.due', { day: formatDay(language, dueOn) })}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < actions.length && (
        <button type="button" className="panel-button" onClick={() => setAll(true)}>
          {text('profile.moreActions', { count: formatNumber(language, actions.length) })}
        </button>
      )}
    </section>
  );
}
