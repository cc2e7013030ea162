import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { writeBasemap } from '../web/basemap-file.ts';

/** The web client's own resolution of its basemap, so that its layers can be tested as they are. */
const resolve = { alias: [{ find: /^atlas-basemap(?=\?)/, replacement: writeBasemap() }] };
const root = fileURLToPath(new URL('../', import.meta.url));

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    projects: [
      {
        root,
        resolve,
        test: { name: 'pure', include: ['test/pure/**/*.test.ts', 'test/architecture.test.ts'], testTimeout: 30_000 },
      },
      {
        root,
        resolve,
        test: {
          name: 'database',
          include: ['test/database/**/*.test.ts', 'test/journey.test.ts'],
          globalSetup: ['test/support/postgres-server.ts', 'test/support/embedded-archive.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'program',
          include: ['test/program/**/*.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          // Programs mostly wait, and browsers do: they share the two cores.
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/running-atlas.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
