import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { writeBasemap } from '../web/basemap-file.ts';

/** The web client's own resolution of its basemap, so that its layers can be tested as they are. */
const resolve = { alias: [{ find: /^atlas-basemap(?=\?)/, replacement: writeBasemap() }] };
const root = fileURLToPath(new URL('../', import.meta.url));

/** Projects that run together need the same number, whatever machine this is. */
const WORKERS = 2;

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    projects: [
      {
        root,
        resolve,
        test: {
          name: 'pure',
          include: ['test/pure/**/*.test.ts', 'test/architecture.test.ts'],
          testTimeout: 30_000,
          maxWorkers: WORKERS,
        },
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
          maxWorkers: WORKERS,
        },
      },
      {
        root,
        test: {
          name: 'program',
          include: ['test/program/**/*.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: WORKERS,
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
          // One after the other, when all else is done: what they see depends on how fast it comes.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
