import type { ReactElement } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { type Found, keyOf } from './found.ts';

type Props = {
  id: string;
  isShown: boolean;
  state: 'searching' | 'found' | 'failed';
  matches: readonly Found[];
  active: number;
  onChoose: (match: Found) => void;
  onRetry: () => unknown;
};

/** The places found, or why there are none. */
export function SearchResults({ id, isShown, state, matches, active, onChoose, onRetry }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const says = {
    searching: text('shell.searching'),
    failed: text('shell.searchFailed'),
    found: matches.length === 0 ? text('shell.searchNone') : text('shell.searchFound', { count: formatNumber(language, matches.length) }),
  }[state];
  return (
    <div className="search-results" hidden={!isShown}>
      <p className={state === 'found' && matches.length > 0 ? 'visually-hidden' : 'search-says'} role="status">
        {isShown ? says : ''}
      </p>
      {state === 'failed' && (
        <button type="button" className="button" onClick={onRetry}>
          {text('errors.retry')}
        </button>
      )}
      <div id={id} className="search-list" role="listbox" aria-label={text('shell.search')}>
        {matches.map((match, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field points at it with aria-activedescendant
          <div
            key={keyOf(match)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="search-match"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(match)}
          >
            <Match match={match} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Match({ match }: { match: Found }): ReactElement {
  const text = useText();
  const isKhmer = useLanguage() === 'km';
  const name = isKhmer && match.nameKm !== '' ? match.nameKm : match.nameEn;
  const where =
    match.kind === 'crossing'
      ? [text('shell.level-crossing'), text('map.opposite', { name: match.oppositeName, province: match.oppositeProvince })]
      : [text(`shell.level-${match.level}`), match.pcode, ...(isKhmer ? match.parentsKm : match.parentsEn)];
  return (
    <>
      <span className="search-name">{name}</span>
      <span className="search-where">{where.join(' · ')}</span>
    </>
  );
}
