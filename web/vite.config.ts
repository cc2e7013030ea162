import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { writeBasemap } from './basemap-file.ts';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '4170'}`;

/** What the first look needs and only code or style would name later; the map itself follows once the page has begun. */
const loadEarly: Plugin = {
  name: 'load-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      if (bundle === undefined) return [];
      const library = Object.keys(bundle).filter((file) => /\/maplibre-gl-(?!worker)[^/]*\.js$/.test(file));
      return [preload('/api/editions', 'fetch'), ...library.map((file) => preload(`/${file}`))];
    },
  },
};

function preload(href: string, as?: 'fetch'): HtmlTagDescriptor {
  const attrs = as === undefined ? { rel: 'modulepreload', href } : { rel: 'preload', as, href };
  return { tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' };
}

export default defineConfig({
  plugins: [react(), loadEarly],
  resolve: { alias: [{ find: /^atlas-basemap(?=\?)/, replacement: writeBasemap() }] },
  build: {
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      // The library of the map stands in a file of its own.
      output: { codeSplitting: { groups: [{ name: 'maplibre-gl', test: /node_modules[\\/].*maplibre-gl(-shared)?\.(mjs|css)$/ }] } },
    },
  },
  // The API answers only to its own name.
  server: { proxy: { '^/api/': { target: api, changeOrigin: true } } },
});
