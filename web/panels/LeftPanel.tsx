import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Legend } from '../map/Legend.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { DataMark } from './DataMark.tsx';
import { EditionPicker } from './EditionPicker.tsx';
import { HatchNote } from './HatchNote.tsx';
import { IndicatorPicker } from './IndicatorPicker.tsx';
import { LayerList } from './LayerList.tsx';
import { LevelSwitch } from './LevelSwitch.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';

/** Top of the left side: what this is, a place to find, and what is shown. */
export function LeftHead({ isHidden }: { isHidden: boolean }): ReactElement {
  const text = useText();
  return (
    <header className="head" hidden={isHidden}>
      <h1 className="title">{text('first.title')}</h1>
      <DataMark />
      <EditionPicker />
      <PlaceSearch />
      <IndicatorPicker />
      <LevelSwitch />
    </header>
  );
}

/** Below it: what lies on the map, and what its signs mean. */
export function LeftLayers({ isHidden, hasLegend }: { isHidden: boolean; hasLegend: boolean }): ReactElement {
  const text = useText();
  return (
    <aside className="layers-side" aria-label={text('shell.layersAndLegend')} hidden={isHidden}>
      <ErrorBoundary>
        <LayerList />
      </ErrorBoundary>
      {hasLegend && (
        <ErrorBoundary>
          <Legend />
        </ErrorBoundary>
      )}
      <HatchNote />
    </aside>
  );
}
