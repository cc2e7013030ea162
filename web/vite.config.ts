import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { writeBasemap } from './basemap-file.ts';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '4170'}`;

/**
 * What follows the first map, named in a template at the end of the page: the first step lays it out once the map is
 * drawn, so that all of it is asked for at once, and none of it travels before.
 */
const loadNext: Plugin = {
  name: 'load-next',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const main = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/web/main.tsx'));
      const library = chunks.find(({ fileName }) => /\/maplibre-gl-(?!worker)[^/]*\.js$/.test(fileName));
      const styles = [...(main?.viteMetadata?.importedCss ?? [])].map((file) => link(file, { rel: 'preload', as: 'style' }));
      const scripts = [main, library].flatMap((chunk) => (chunk === undefined ? [] : [link(chunk.fileName, { rel: 'modulepreload' })]));
      return [{ tag: 'template', attrs: { id: 'next-files' }, children: [...styles, ...scripts], injectTo: 'body' }];
    },
  },
};

function link(file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, href: `/${file}`, crossorigin: true } };
}

export default defineConfig({
  plugins: [react(), loadNext],
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
