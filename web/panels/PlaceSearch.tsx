import { parentOf } from '@atlas/server/contracts';
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useCrossings, useSearch } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { crossingsNamed, type Found } from './found.ts';
import { SearchResults } from './SearchResults.tsx';
import { useSettled } from './settled.ts';

const SETTLE_MILLISECONDS = 120;

/** Finds a place by its name in either language or by its code in any form, or a border crossing by its name, and opens it. */
export function PlaceSearch(): ReactElement {
  const { edition, indicators, on, change } = usePicture();
  const text = useText();
  const id = useId();
  const [written, setWritten] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useSettled(written.trim(), SETTLE_MILLISECONDS);
  const search = useSearch(edition?.id, asked);
  const isCurrent = asked === written.trim() && search.isSuccess;
  const crossings = useCrossings(indicators === undefined || asked === '' ? undefined : on).data?.crossings ?? [];
  const matches: Found[] = isCurrent
    ? [...crossingsNamed(crossings, asked), ...search.data.matches.map((match) => ({ kind: 'place' as const, ...match }))]
    : [];
  const isShown = isOpen && written.trim() !== '';

  function choose(match: Found): void {
    setWritten('');
    setOpen(false);
    // A village has no figures of its own here: it opens the commune it lies in.
    if (match.kind === 'crossing') change({ crossing: match.id, place: undefined, panel: 'place' });
    else change({ crossing: undefined, place: match.level === 'village' ? parentOf(match.pcode) : match.pcode, panel: 'place' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const match = matches[active];
    if (step !== undefined && matches.length > 0) {
      setOpen(true);
      const next = (active + step + matches.length) % matches.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && isShown && match !== undefined) choose(match);
    else if (event.key === 'Escape' && written !== '') {
      if (isShown) setOpen(false);
      else setWritten('');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left the whole field
    <div className="search" onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}>
      <Icon name="search" />
      <input
        id={SEARCH_FIELD}
        className="search-input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={text('shell.search')}
        aria-label={text('shell.search')}
        aria-expanded={isShown}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isShown && matches.length > 0 ? `${id}-${active}` : undefined}
        value={written}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setWritten(target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      {written !== '' && <IconButton icon="close" label={text('shell.searchClear')} onPress={() => setWritten('')} />}
      <SearchResults
        id={id}
        isShown={isShown}
        state={search.isError ? 'failed' : isCurrent ? 'found' : 'searching'}
        matches={matches}
        active={active}
        onChoose={choose}
        onRetry={search.refetch}
      />
    </div>
  );
}

/** Id of the field, for the key that leads to it. */
export const SEARCH_FIELD = 'place-search';
