import './fonts.css';
import './ui/ui.css';
import './shell.css';
import './phone.css';
import './print.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { keepAnswers } from './api.ts';
import { keepForNextVisit } from './keep-for-next-visit.ts';
import type { FirstPicture } from './light/first-picture.ts';

/** Starts the program in the page; what its first map was drawn from is not asked for again. */
export function start(root: HTMLElement, first: FirstPicture | undefined): void {
  if (first !== undefined) keepAnswers(first);
  const onRest = () => void keepForNextVisit(first);
  createRoot(root).render(<App onRest={onRest} />);
}

// The map asks for its worker only once it runs; asked for when the map's library is here, it travels while the library
// is read, and takes nothing of the line from it before.
function fetchWorkerEarly(): void {
  const worker = document.createElement('link');
  Object.assign(worker, { rel: 'preload', as: 'script', href: workerUrl, crossOrigin: 'anonymous' });
  document.head.append(worker);
}

const library = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"][href*="maplibre-gl"]');
if (library !== null && performance.getEntriesByName(library.href).length === 0) library.addEventListener('load', fetchWorkerEarly);
else fetchWorkerEarly();
