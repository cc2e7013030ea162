import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type ChangeView, formatView, parseView, type View } from './view.ts';

/** The current view and how to change it: `push` makes a step that Back undoes, `replace` (camera, slider) does not. */
export function useView(): readonly [View, ChangeView] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const view = useMemo(() => parseView(search), [search]);
  const change = useCallback<ChangeView>((fields, how = 'push') => {
    const next = formatView({ ...parseView(window.location.search), ...fields });
    if (next === window.location.search) return;
    const url = `${window.location.pathname}${next}`;
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [view, change];
}

const CHANGED = 'atlas-view';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}
