import './fonts.css';
import './tokens.css';
import './ui/ui.css';
import './shell.css';
import './phone.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(<App />);

// The map asks for its worker only once it runs; asked for now, it travels beside the map's own library.
const worker = document.createElement('link');
Object.assign(worker, { rel: 'preload', as: 'script', href: workerUrl, crossOrigin: 'anonymous' });
document.head.append(worker);
