import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LINE_CEILING = 250;

/** Who may import whom: a room, and the rooms it may look into. Rooms are paths; the longest match counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/contracts': [],
  'server/domain': ['server/contracts'],
  'server/datasets': ['server/contracts', 'server/domain', 'data'],
  'server/boundaries': ['server/contracts', 'server/domain'],
  'server/intake': ['server/contracts', 'server/domain', 'server/datasets', 'server/boundaries', 'server/queries', 'server/db/database.ts'],
  'server/demonstration': [
    'server/contracts',
    'server/domain',
    'server/boundaries',
    'server/queries',
    'server/intake',
    'server/db/database.ts',
    'data',
  ],
  'server/release': ['server/contracts', 'server/domain', 'server/queries', 'server/db/database.ts', 'data'],
  'server/exports': ['server/contracts', 'server/domain', 'server/datasets'],
  'server/commands': [
    'server/contracts',
    'server/domain',
    'server/datasets',
    'server/intake',
    'server/demonstration',
    'server/release',
    'server/queries',
    'server/db/database.ts',
  ],
  'server/queries': ['server/contracts', 'server/domain', 'server/db/database.ts'],
  'server/routes': [
    'server/contracts',
    'server/domain',
    'server/exports',
    'server/datasets',
    'server/boundaries',
    'server/intake',
    'server/commands',
    'server/demonstration',
    'server/queries',
    'server/release',
    'server/access.ts',
    'server/compression.ts',
    'server/problem.ts',
    'server/guard.ts',
    'server/db/database.ts',
    'data',
    'print',
  ],
  'server/db': ['server/db'],
  'web/cartography': ['server/contracts'],
  'web/layers': ['web/cartography', 'server/contracts', 'web/api.ts', 'web/i18n', 'web/view.ts', 'web/picture.ts'],
  'web/light': ['web/cartography', 'server/contracts', 'web/view.ts', 'web/keeping.ts', 'web/screen.ts', 'web/theme.ts', 'web/i18n'],
  'web/map': [
    'web/cartography',
    'web/light',
    'server/contracts',
    'web/layers',
    'web/view.ts',
    'web/theme.ts',
    'web/use-theme.ts',
    'web/picture.ts',
    'web/api.ts',
    'web/ui',
    'web/i18n',
  ],
  'web/panels': [
    'web/cartography',
    'web/light',
    'server/contracts',
    'web/layers',
    'web/map',
    'web/screen.ts',
    'web/view.ts',
    'web/theme.ts',
    'web/use-theme.ts',
    'web/picture.ts',
    'web/api.ts',
    'web/uploads.ts',
    'web/ui',
    'web/i18n',
  ],
  // What the page draws before and without WebGL, drawn on paper by the server.
  print: [
    'server/contracts',
    'web/cartography',
    'web/light',
    'web/i18n',
    'web/view.ts',
    'web/basemap-file.ts',
    'web/panels/trend.ts',
    'web/map/labels.ts',
  ],
  'web/ui': ['web/i18n', 'web/cartography', 'server/contracts'],
  'web/i18n': ['server/contracts', 'web/view.ts', 'data/vocabulary'],
};

const files = ['server', 'print', 'web', 'scripts', 'data'].flatMap((folder) => sourcesUnder(join(ROOT, folder)));

describe('the architecture', () => {
  it('lets each room import only the rooms it is meant to know', () => {
    const wrong = files.flatMap((file) => {
      const from = roomOf(file);
      if (from === undefined) return [];
      const allowed = [from, ...(MAY_IMPORT[from] ?? [])];
      return projectImports(file)
        .filter((target) => !allowed.some((room) => target === room || target.startsWith(`${room}/`)))
        .map((target) => `${relative(ROOT, file)} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('lets the check of a release know nothing of the program that made it', () => {
    const targets = projectImports(join(ROOT, 'server/release/verify.ts'));
    expect(targets.filter((target) => !target.startsWith('server/contracts/'))).toEqual([]);
  });

  it('keeps SQL in queries and db', () => {
    const wrong = files
      .filter((file) => !/^(server\/(queries|db|routes\/health)|scripts\/bench)/.test(relative(ROOT, file)))
      .filter((file) => /\bsql`/.test(textOf(file)));
    expect(wrong.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('lets nobody but MapCanvas own the live map', () => {
    const owners = files.filter((file) => /new maplibregl\.Map\(|new MapLibreMap\(/.test(textOf(file)));
    expect(owners.map((file) => relative(ROOT, file)).filter((file) => !file.startsWith('web/map/MapCanvas'))).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const wrong = files.map((file) => relative(ROOT, file)).filter((file) => /\/(utils|helpers|shared|services)\//.test(file));
    expect(wrong).toEqual([]);
  });

  it(`keeps every source file within ${LINE_CEILING} lines`, () => {
    const long = files
      .map((file) => ({ file: relative(ROOT, file), lines: textOf(file).split('\n').length }))
      .filter(({ lines }) => lines > LINE_CEILING);
    expect(long).toEqual([]);
  });

  it('has no non-null assertion and no any', () => {
    const wrong = files.filter((file) => /[\w\])]!(\.|\[|;|,|\))|: any\b|\bas any\b|<any>/.test(withoutStrings(textOf(file))));
    expect(wrong.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|\/dist\//.test(path));
}

function roomOf(file: string): string | undefined {
  const path = relative(ROOT, file);
  return Object.keys(MAY_IMPORT)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function projectImports(file: string): string[] {
  const found = textOf(file).matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g);
  return [...found].flatMap(([, target = '']) => {
    if (target.startsWith('@atlas/server/contracts')) return ['server/contracts'];
    if (target.startsWith('@atlas/server/api')) return [];
    if (!target.startsWith('.')) return [];
    return [normalize(relative(ROOT, join(dirname(file), target)))];
  });
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

function withoutStrings(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''");
}
