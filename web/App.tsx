import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { queryClient } from './api.ts';
import { LanguageContext } from './i18n/index.ts';
import { PictureContext, useNewPicture } from './picture.ts';

const MapCanvas = lazy(() => import('./map/MapCanvas.tsx').then((module) => ({ default: module.MapCanvas })));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Atlas />
    </QueryClientProvider>
  );
}

function Atlas() {
  const picture = useNewPicture();
  return (
    <PictureContext value={picture}>
      <LanguageContext value={picture.view.language}>
        <main className="map-area">
          <Suspense fallback={null}>
            <MapCanvas />
          </Suspense>
        </main>
      </LanguageContext>
    </PictureContext>
  );
}
