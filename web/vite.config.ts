import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { writeBasemap } from './basemap-file.ts';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '4170'}`;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [{ find: /^atlas-basemap(?=\?)/, replacement: writeBasemap() }] },
  build: {
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      // The library of the map stands in a file of its own.
      output: { codeSplitting: { groups: [{ name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl/ }] } },
    },
  },
  // The API answers only to its own name.
  server: { proxy: { '^/api/': { target: api, changeOrigin: true } } },
});
