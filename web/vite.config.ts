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
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName;
      const files = [main?.fileName, ...(main?.imports ?? []), library?.fileName].filter((file) => file !== undefined && file !== entry);
      const scripts = [...new Set(files)].map((file) => link(String(file), { rel: 'modulepreload' }));
      return [{ tag: 'template', attrs: { id: 'next-files' }, children: [...styles, ...scripts], injectTo: 'body' }];
    },
  },
};

function link(file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, href: `/${file}`, crossorigin: true } };
}

const SHARED =
  /[\\/](?:node_modules[\\/](?:react|react-dom|scheduler|@turf|@tanstack[\\/][^\\/]+)[\\/]|web[\\/](?:picture|api|use-theme|use-view|ui|layers[\\/](?!routes-overlay)|cartography[\\/](?:place-names|routes|labels|signs|workshops|coverage)|map[\\/](?:signs|labels|camera|seen-bounds)|i18n[\\/](?:index|shell|map|layers|errors|panels)\b))/;

export default defineConfig({
  plugins: [react(), loadNext],
  resolve: { alias: [{ find: /^atlas-basemap(?=\?)/, replacement: writeBasemap() }] },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Browsers of the last two years know it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The library of the map stands in a file of its own; what all parts of the page share stands in one, because many
      // small files are more bytes.
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre-gl', test: /node_modules[\\/].*maplibre-gl(-shared)?\.(mjs|css)$/ },
            // Without what it needs: that is partly in the first step, which waits for nothing.
            { name: 'shared', test: SHARED, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  // The API answers only to its own name.
  server: { proxy: { '^/api/': { target: api, changeOrigin: true } } },
});
