import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { queryClient } from './api.ts';
import { LanguageContext, useText } from './i18n/index.ts';
import { MapStage } from './map/MapStage.tsx';
import { MapKindContext, useNewMapKind } from './map/map-kind.ts';
import { BottomSheet } from './panels/BottomSheet.tsx';
import { type Folds, useFolds } from './panels/folds.ts';
import { LeftHead, LeftLayers } from './panels/LeftPanel.tsx';
import { Notices } from './panels/Notices.tsx';
import { tabId } from './panels/PanelTabs.tsx';
import { PhoneHead } from './panels/PhoneHead.tsx';
import { SEARCH_FIELD } from './panels/PlaceSearch.tsx';
import { usePageMarks } from './panels/page-marks.ts';
import { RightPanel } from './panels/RightPanel.tsx';
import { StageCard, StageStrip } from './panels/StageCard.tsx';
import { SummaryLine } from './panels/SummaryLine.tsx';
import { useShortcuts } from './panels/shortcuts.ts';
import { toggleProjector } from './panels/stage.ts';
import { TimeSlider } from './panels/TimeSlider.tsx';
import { TopBar } from './panels/TopBar.tsx';
import { PictureContext, useNewPicture, usePicture } from './picture.ts';
import { PHONE } from './screen.ts';
import { PAPER, themeNameOf } from './theme.ts';
import { IconButton } from './ui/IconButton.tsx';
import { lazyPart } from './ui/lazy-part.tsx';
import { useMedia } from './ui/media.ts';
import { ThemeContext, useNewTheme } from './use-theme.ts';

const HelpDialog = lazyPart(() => import('./panels/HelpDialog.tsx').then((module) => module.HelpDialog));

type Rest = {
  /** Told once, when the map stands as it will stand: from now on nothing is waited for. */
  onRest: () => void;
};

export function App({ onRest }: Rest): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <Atlas onRest={onRest} />
    </QueryClientProvider>
  );
}

function Atlas({ onRest }: Rest): ReactElement {
  const theme = useNewTheme();
  const picture = useNewPicture(theme);
  return (
    <PictureContext value={picture}>
      <LanguageContext value={picture.view.language}>
        <ThemeContext value={theme}>
          <Page onRest={onRest} />
        </ThemeContext>
      </LanguageContext>
    </PictureContext>
  );
}

/** One page for three screens. The map stands at one place of the tree in all of them, so it is built once. */
function Page({ onRest }: Rest): ReactElement {
  const { view } = usePicture();
  const isOnPaper = useMedia(PAPER);
  // Paper is laid out alike whatever screen it is printed from, with the mark and the legend.
  const isPhone = useMedia(PHONE) && !isOnPaper;
  const folds = useFolds();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [areKeysOn, setKeysOn] = useState(true);
  // A phone has no stage: a link from a projector opens on it as any other.
  const isOnStage = view.projector && !isPhone && !isOnPaper;
  usePageMarks({ isOnStage });
  useKeys({ areKeysOn, folds, onHelp: () => setHelpOpen(true) });
  const isWide = !isPhone && !isOnStage;
  const isLeftHidden = !isWide || (folds.isLeftFolded && !isOnPaper);
  const [mapKind, setMapKind] = useNewMapKind({ isWide });
  useEffect(() => {
    if (mapKind !== 'first') onRest();
  }, [mapKind, onRest]);
  return (
    <MapKindContext value={isOnPaper ? 'light' : mapKind}>
      <div className="page" data-screen={isPhone ? 'phone' : 'wide'} data-left={isLeftHidden ? 'folded' : 'open'}>
        {isWide && <SkipLink />}
        {!isPhone && <LeftHead isHidden={isLeftHidden} />}
        {isPhone && <PhoneHead />}
        <main className="map-area">
          {isWide && <MapTools folds={folds} onHelp={() => setHelpOpen(true)} />}
          {isOnStage && <StageCard />}
          <MapStage kind={mapKind} isOnPaper={isOnPaper} onKind={setMapKind} />
          {view.projector && <StageStrip />}
          <Notices />
          {!isPhone && <SummaryLine />}
        </main>
        {!isPhone && <LeftLayers isHidden={isLeftHidden} hasLegend={!isOnStage} />}
        {!isPhone && <RightPanel isHidden={!isWide || folds.isRightFolded} />}
        {isPhone && <BottomSheet />}
        {isHelpOpen && <HelpDialog areKeysOn={areKeysOn} onKeysChange={setKeysOn} onClose={() => setHelpOpen(false)} />}
      </div>
    </MapKindContext>
  );
}

/** What floats on the map of a laptop. */
function MapTools({ folds, onHelp }: { folds: Folds; onHelp: () => void }): ReactElement {
  const text = useText();
  const { isLeftFolded, isRightFolded, toggleLeft, toggleRight } = folds;
  return (
    <>
      <TimeSlider />
      <div className="fold fold-left">
        <IconButton
          icon={isLeftFolded ? 'right' : 'left'}
          label={text(isLeftFolded ? 'shell.unfoldLeft' : 'shell.foldLeft')}
          isExpanded={!isLeftFolded}
          onPress={toggleLeft}
        />
      </div>
      <TopBar onHelp={onHelp} />
      <div className="fold fold-right">
        <IconButton
          icon={isRightFolded ? 'left' : 'right'}
          label={text(isRightFolded ? 'shell.unfoldRight' : 'shell.foldRight')}
          isExpanded={!isRightFolded}
          onPress={toggleRight}
        />
      </div>
    </>
  );
}

function SkipLink(): ReactElement {
  const { change } = usePicture();
  const text = useText();
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => {
        change({ panel: 'table' });
        // Once the panel is unfolded, the keyboard goes on from its tab.
        window.setTimeout(() => document.getElementById(tabId('table'))?.focus());
      }}
    >
      {text('shell.skipToTable')}
    </button>
  );
}

function useKeys({ areKeysOn, folds, onHelp }: { areKeysOn: boolean; folds: Folds; onHelp: () => void }): void {
  const { view, change, indicator, period } = usePicture();
  const years = indicator?.periods ?? [];
  const step = (by: number) => {
    const next = years[years.indexOf(period) + by];
    if (next !== undefined) change({ period: next }, 'replace');
  };
  const leave = { Escape: view.projector ? () => toggleProjector(true, change) : undefined };
  const letters = {
    p: () => toggleProjector(view.projector, change),
    l: () => change({ language: view.language === 'en' ? 'km' : 'en' }),
    d: () => change({ theme: themeNameOf(view) === 'dark' ? 'light' : 'dark' }, 'replace'),
    f: folds.toggleRight,
    '[': () => step(-1),
    ']': () => step(1),
    '?': onHelp,
    '/': () => document.getElementById(SEARCH_FIELD)?.focus(),
  };
  useShortcuts(areKeysOn ? { ...letters, ...leave } : leave);
}
