import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../data/indicators/index.ts';
import type { Certificate, ReleasedTable } from '../../server/contracts/release.ts';
import { attack } from '../../server/domain/disclosure/attack.ts';
import { differenceTrouble } from '../../server/release/difference.ts';
import { currentRelease, listReleases, publishRelease, readTable, retireRelease, writeRelease } from '../../server/release/folder.ts';
import { toPublishedTable } from '../../server/release/released-shape.ts';
import { toReleasedValues } from '../../server/release/released-values.ts';
import { verifyRelease } from '../../server/release/verify.ts';
import { altered, inReleases, inventChildren, inventRelease } from '../support/invented-release.ts';

const CHILDREN = inventChildren(3);
const RELEASE = inventRelease(CHILDREN);

describe('the check of a release', () => {
  it('passes what was built, and counts what is shown and withheld', () =>
    inReleases(async (releases) => {
      const verdict = await verifyRelease(await writeRelease(releases, RELEASE));
      expect(verdict).toEqual({ shown: expect.any(Number), withheld: expect.any(Number) });
      expect('shown' in verdict && verdict.shown > 100 && verdict.withheld > 50).toBe(true);
    }));

  it('refuses a folder in which one number is altered', () =>
    inReleases(async (releases) => {
      const folder = await writeRelease(releases, RELEASE);
      const name = RELEASE.manifest.files.find(({ kind }) => kind === 'children')?.name ?? '';
      const text = await readFile(join(folder, name), 'utf8');
      await writeFile(
        join(folder, name),
        text.replace(/"values":\[(\d+)/, (_, number) => `"values":[${Number(number) + 1}`),
      );
      expect(await verifyRelease(folder)).toEqual({ refused: `${name} has been altered` });
    }));

  it('refuses any altered number even when every hash is made anew', () =>
    inReleases(async (releases) => {
      const columns = tableOf(RELEASE).columns.flatMap(({ values }, column) => (values.length > 0 ? [column] : []));
      for (const column of columns) {
        const forged = altered(RELEASE, 'children', (table: ReleasedTable) => {
          const values = [...(table.columns[column]?.values ?? [])];
          values[0] = (values[0] ?? 0) + 1;
          return { ...table, columns: table.columns.map((each, index) => (index === column ? { ...each, values } : each)) };
        });
        expect(await verifyRelease(await writeRelease(releases, forged))).toEqual({ refused: expect.stringContaining('disagrees with') });
      }
    }));

  it('refuses a release in which one withheld cell is opened, whichever it is and whatever is written there', () =>
    inReleases(async (releases) => {
      const total = tableOf(RELEASE).columns.findIndex(({ level, sex }) => level === 'commune' && sex === 'all');
      const states = tableOf(RELEASE).columns[total]?.states ?? '';
      const base = certificateOf(RELEASE);
      expect(base.witnesses.length).toBeGreaterThan(0);
      for (const [place, letter] of Array.from(states).entries()) {
        if (letter !== 'w') continue;
        for (const number of [0, 3, 20]) {
          const forged = altered(RELEASE, 'children', (table: ReleasedTable) => ({
            ...table,
            columns: table.columns.map((each, index) => {
              if (index !== total) return each;
              const at = states.slice(0, place).replaceAll(/[^v]/g, '').length;
              return {
                ...each,
                states: `${states.slice(0, place)}v${states.slice(place + 1)}`,
                values: each.values.toSpliced(at, 0, number),
              };
            }),
          }));
          expect(await verifyRelease(await writeRelease(releases, forged))).toEqual({ refused: expect.stringContaining('disagrees with') });
        }
      }
    }));

  it('refuses a certificate that says nothing of one withheld cell', () =>
    inReleases(async (releases) => {
      const forged = altered(RELEASE, 'certificate-children', (proof: Certificate) => ({ ...proof, witnesses: proof.witnesses.slice(1) }));
      expect(await verifyRelease(await writeRelease(releases, forged))).toEqual({ refused: expect.stringContaining('nothing proves') });
    }));

  it('refuses a file the manifest does not name', () =>
    inReleases(async (releases) => {
      const folder = await writeRelease(releases, RELEASE);
      await writeFile(join(folder, 'notes.txt'), 'x');
      expect(await verifyRelease(folder)).toEqual({ refused: 'notes.txt is not in the manifest' });
    }));
});

describe('a release', () => {
  it('is the same bytes each time', () => {
    expect(inventRelease(CHILDREN)).toEqual(RELEASE);
  });

  it('gives no attacker an interval narrower than the threshold', () => {
    for (const { least, most } of attack(toPublishedTable(tableOf(RELEASE)))) {
      expect(most - least).toBeGreaterThanOrEqual(5);
      expect(most).toBeGreaterThanOrEqual(5);
    }
  });

  it('looks the same of two withheld communes, whether they hold few children or hide those that do', () => {
    const { columns } = tableOf(RELEASE);
    expect(new Set(columns.flatMap(({ states }) => Array.from(states)))).toEqual(new Set(['v', 'w', 'n']));
    expect(columns.every(({ values }) => values.every((value) => value >= 5))).toBe(true);
  });

  it('does not say where sex and age were not stated of every child, because a child is there', () => {
    expect(CHILDREN.communes.filter(({ unstated }) => unstated > 0)).not.toEqual([]);
    const moved = CHILDREN.communes.map((commune, index) => ({ ...commune, unstated: index === 0 ? 2 : 0 }));
    const keys = (release: typeof RELEASE) =>
      Object.entries(tableOf(release)).flatMap(([key, value]) => (key === 'columns' ? [] : [value]));
    expect(keys(inventRelease({ ...CHILDREN, communes: moved }))).toEqual(keys(RELEASE));
  });

  it('has the values of the page in their own contract, made of released numbers alone', () => {
    const indicator = INDICATORS.find(({ id }) => id === 'high-risk-children-rate');
    if (indicator === undefined) throw new Error('no indicator');
    const bases = CHILDREN.places.commune.map((pcode) => ({ pcode, year: '2024', value: 1000 }));
    const table = tableOf(RELEASE);
    const [, , communes] = toReleasedValues({ table, indicator, bases, placeOrder: 'a'.repeat(16) });
    const total = table.columns.find(({ level, sex }) => level === 'commune' && sex === 'all');
    // A commune without a denominator keeps its number; of a thousand children the rate is the number.
    expect(communes?.states.replaceAll('d', 'v')).toBe(total?.states);
    expect(communes?.states).toContain('d');
    expect(communes?.numerators).toEqual(total?.values);
  });
});

describe('publishing', () => {
  it('serves a release, keeps the one before until it is retired, and never retires the one that is served', () =>
    inReleases(async (releases) => {
      const next = inventRelease(CHILDREN, 6);
      await writeRelease(releases, RELEASE);
      await writeRelease(releases, { ...next, contents: next.contents });
      expect(await currentRelease(releases)).toBeUndefined();
      expect(await publishRelease(releases, RELEASE.id)).toEqual({ published: RELEASE.id });
      expect(await currentRelease(releases)).toBe(RELEASE.id);
      expect(await retireRelease(releases, RELEASE.id)).toEqual({ refused: expect.stringContaining('being served') });
      expect(await retireRelease(releases, next.id)).toEqual({ retired: next.id });
      expect((await listReleases(releases)).map(({ id, isCurrent }) => ({ id, isCurrent }))).toEqual([{ id: RELEASE.id, isCurrent: true }]);
    }));

  it('lets a correction of one to three children wait, and says why', () =>
    inReleases(async (releases) => {
      const corrected = inventRelease({
        ...CHILDREN,
        communes: CHILDREN.communes.map((commune, index) => addChildren(commune, index % 5 === 0 ? 1 + (index % 3) : 0)),
      });
      await writeRelease(releases, RELEASE);
      await publishRelease(releases, RELEASE.id);
      await writeRelease(releases, corrected);
      expect(await publishRelease(releases, corrected.id)).toEqual({ refused: expect.stringContaining('waits: ') });
      expect(await currentRelease(releases)).toBe(RELEASE.id);
    }));

  it('lets a correction out whose every change is large, and not one from whose changes a small one could be computed', () => {
    const trouble = (commune: number) => differenceTrouble(tableOf(RELEASE), tableOf(inventRelease(withTwelveMore(commune))));
    expect(trouble(12)).toBeUndefined();
    expect(trouble(1)).toBe('a change of fewer than 5 children could be computed');
  });

  it('refuses one that does not pass its check', () =>
    inReleases(async (releases) => {
      const forged = altered(RELEASE, 'certificate-children', (proof: Certificate) => ({ ...proof, witnesses: [] }));
      await writeRelease(releases, forged);
      expect(await publishRelease(releases, forged.id)).toEqual({ refused: expect.stringContaining('its own check') });
    }));

  it('reads the same table from the folder', () =>
    inReleases(async (releases) => {
      expect(await readTable(await writeRelease(releases, RELEASE))).toEqual(tableOf(RELEASE));
    }));
});

type Commune = (typeof CHILDREN.communes)[number];

/** Twelve children more of each sex and age in one commune, and twenty of each factor. */
function withTwelveMore(corrected: number): typeof CHILDREN {
  const more = (counts: ReadonlyMap<string, number>, children: number) =>
    new Map([...counts].map(([key, count]) => [key, count + children]));
  const communes = CHILDREN.communes.map((commune, index) =>
    index === corrected ? { ...commune, bySexAndAge: more(commune.bySexAndAge, 12), byFactor: more(commune.byFactor, 20) } : commune,
  );
  return { ...CHILDREN, communes };
}

function addChildren(commune: Commune, children: number): Commune {
  const bySexAndAge = new Map(commune.bySexAndAge);
  bySexAndAge.set('female 15-17', (bySexAndAge.get('female 15-17') ?? 0) + children);
  return { ...commune, bySexAndAge };
}

function contentOf({ manifest, contents }: typeof RELEASE, kind: string): unknown {
  const name = manifest.files.find((file) => file.kind === kind)?.name ?? '';
  return JSON.parse(Buffer.from(contents.get(name) ?? []).toString('utf8'));
}

function tableOf(release: typeof RELEASE): ReleasedTable {
  return contentOf(release, 'children') as ReleasedTable;
}

function certificateOf(release: typeof RELEASE): Certificate {
  return contentOf(release, 'certificate-children') as Certificate;
}
