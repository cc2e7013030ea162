import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Legend } from '../map/Legend.tsx';
import { usePicture } from '../picture.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { PANEL_IDS, type PanelId } from '../view.ts';
import { DataButton } from './DataButton.tsx';
import { EditionPicker } from './EditionPicker.tsx';
import { HatchNote } from './HatchNote.tsx';
import { IndicatorPicker } from './IndicatorPicker.tsx';
import { LayerChips } from './LayerChips.tsx';
import { LayerList } from './LayerList.tsx';
import { LevelSwitch } from './LevelSwitch.tsx';
import { PanelBody } from './PanelBody.tsx';
import { PanelTabs, panelAttributes } from './PanelTabs.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { SummaryLine } from './SummaryLine.tsx';
import { TimeSlider } from './TimeSlider.tsx';

/** What lies in the sheet: all about the map, or one of the panels. */
export function SheetBody({ panel }: { panel: PanelId | undefined }): ReactElement {
  if (panel === undefined) return <MapBody />;
  return (
    <>
      <PanelTabs chosen={panel} />
      <div className="panel-body" {...panelAttributes(panel)}>
        <PanelBody panel={panel} />
      </div>
    </>
  );
}

function MapBody(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  return (
    <>
      <TimeSlider />
      <SummaryLine />
      <LayerChips />
      <nav className="chips" aria-label={text('shell.details')}>
        {PANEL_IDS.filter((id) => id !== 'place' || view.place !== undefined).map((id) => (
          <button key={id} type="button" className="chip chip-way" onClick={() => change({ panel: id })}>
            {text(`shell.panel-${id}`)}
          </button>
        ))}
      </nav>
      <PlaceSearch />
      <ErrorBoundary>
        <Legend />
      </ErrorBoundary>
      <HatchNote />
      <IndicatorPicker />
      <LevelSwitch />
      <EditionPicker />
      <LayerList />
      <DataButton />
    </>
  );
}
