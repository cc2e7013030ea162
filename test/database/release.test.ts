import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GapList } from '../../server/contracts/gap.ts';
import { ReleasedRegister, ReleasedTable } from '../../server/contracts/release.ts';
import { ValueColumns } from '../../server/contracts/values.ts';
import type { Database } from '../../server/db/database.ts';
import { buildDemonstration } from '../../server/demonstration/build.ts';
import { queryChildrenByPart } from '../../server/queries/children-by-part.ts';
import { queryIdentifiedChildren } from '../../server/queries/identified-children.ts';
import { buildRelease } from '../../server/release/build.ts';
import type { ReleaseFolder } from '../../server/release/files.ts';
import { writeRelease } from '../../server/release/folder.ts';
import { verifyRelease } from '../../server/release/verify.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { inReleases } from '../support/invented-release.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const ON = '2026-11-27';
const DEMONSTRATION = 'demonstration';
const BUILD_TIMEOUT = 400_000;

describe('the release of the demonstration', () => {
  let database: Database;
  let release: ReleaseFolder;

  beforeAll(async () => {
    database = await openFreshDatabase('embedded');
    await buildDemonstration(database, () => {});
    release = await build(database, {});
  }, BUILD_TIMEOUT);
  afterAll(() => database.close());

  it('passes the check of its folder', () =>
    inReleases(async (releases) => {
      const folder = await writeRelease(releases, release);
      expect(folder).toBe(join(releases, release.id));
      expect(await verifyRelease(folder)).toEqual({ shown: expect.any(Number), withheld: expect.any(Number) });
    }));

  it('holds no number below the threshold, and every shown one as it is', async () => {
    const table = ReleasedTable.parse(contentOf(release, 'children'));
    const exact = new Map(
      (await queryIdentifiedChildren(database, { edition: table.edition, period: '2025' })).map((row) => [row.pcode, row.children]),
    );
    const column = table.columns.find(({ level, sex }) => level === 'commune' && sex === 'all');
    let next = 0;
    for (const [place, letter] of Array.from(column?.states ?? '').entries()) {
      const children = exact.get(table.places.commune[place] ?? '');
      expect(letter === 'n').toBe(children === undefined);
      if (letter === 'v') expect(column?.values[next++]).toBe(children);
      if (children !== undefined && children < 10) expect(letter).toBe('w');
    }
    expect(table.columns.flatMap(({ values }) => values).every((value) => value >= 10)).toBe(true);
  });

  it('ranks gaps by released numbers, and holds no commune that is withheld', () => {
    const table = ReleasedTable.parse(contentOf(release, 'children'));
    const shown = new Map<string, number>();
    const column = table.columns.find(({ level, sex }) => level === 'commune' && sex === 'all');
    let next = 0;
    for (const [place, letter] of Array.from(column?.states ?? '').entries())
      if (letter === 'v') shown.set(table.places.commune[place] ?? '', column?.values[next++] ?? 0);
    const { gaps } = contentOf(release, 'gaps') as GapList;
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(shown.get(gap.pcode)).toBe(gap.children);
  });

  it('answers values in the contract of the live ones, in the order of its own places', () => {
    for (const level of ['province', 'district', 'commune']) {
      const values = ValueColumns.parse(contentOf(release, `values-high-risk-children-rate-${level}`));
      const places = release.manifest.files.find(({ kind }) => kind === 'places');
      expect(places?.sha256.startsWith(values.placeOrder)).toBe(true);
      expect(values.states).toMatch(level === 'commune' ? /w.*v/ : /v.*v/);
    }
  });

  it('lets counts of the registers leave by province only', () => {
    const { measures, provinces } = ReleasedRegister.parse(contentOf(release, 'registers'));
    expect(provinces.every((code) => code.length === 2)).toBe(true);
    expect(measures.map(({ measure }) => measure)).toContain('cases-monitored');
  });

  it(
    'is the same bytes when it is built again',
    async () => {
      expect((await build(database, {})).id).toBe(release.id);
    },
    BUILD_TIMEOUT,
  );

  it('refuses a year that is not over, and a threshold below five', async () => {
    expect(await buildRelease(database, { on: ON, period: '2026' })).toEqual({ refused: 'A release holds a closed year; 2026 is none.' });
    expect(await buildRelease(database, { on: ON, threshold: 4 })).toEqual({ refused: 'The threshold is never below 5.' });
    expect(await buildRelease(database, { on: ON, period: '1999' })).toEqual({ refused: 'Nobody assessed a commune in 1999.' });
    expect(await buildRelease(database, { on: ON, edition: 'none' })).toEqual({ refused: 'There is no edition "none".' });
  });
});

describe('children of a commune by part', () => {
  onBothHomes((home) => {
    it('are the whole, each sex and age, and each factor, by code', async () => {
      const database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      const parts = await queryChildrenByPart(database, { edition: SMALL, period: '2025' });
      const whole = parts.filter(({ sex, ageBand, category }) => sex === 'all' && ageBand === 'all' && category === 'all');
      expect(whole.map(({ pcode, children }) => [pcode, children])).toEqual([
        ['010101', 12],
        ['010103', 0],
        ['010201', 15],
        ['010202', 40],
        ['010203', 30],
        ['020101', 6],
        ['020102', 9],
        ['020201', 21],
      ]);
      await database.close();
    });
  });
});

async function build(database: Database, asked: { period?: string }): Promise<ReleaseFolder> {
  const built = await buildRelease(database, { on: ON, ...asked });
  if ('refused' in built) throw new Error(built.refused);
  expect(built.manifest.edition.id).toContain(DEMONSTRATION.slice(0, 4));
  return built;
}

function contentOf({ manifest, contents }: ReleaseFolder, kind: string): unknown {
  const name = manifest.files.find((file) => file.kind === kind)?.name ?? '';
  return JSON.parse(Buffer.from(contents.get(name) ?? []).toString('utf8'));
}
