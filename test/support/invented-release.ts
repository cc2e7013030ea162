import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommuneCounts, LatticeGiven } from '../../server/domain/disclosure/children-lattice.ts';
import { ReleaseFiles, type ReleaseFolder } from '../../server/release/files.ts';
import { protectChildren, protectRegisters } from '../../server/release/protected-tables.ts';
import { seeded } from './released-country.ts';

const AGES = ['0-5', '6-11', '12-14', '15-17'];
const FACTORS = ['poverty', 'left-school'];
const NAMED = { edition: 'invented', period: '2025' };

/** Invented children of three provinces of four districts of five communes, a fifth of them not assessed; the same for a seed. */
export function inventChildren(seed: number): LatticeGiven {
  const random = seeded(seed);
  const two = (number: number) => String(number).padStart(2, '0');
  const province = [1, 2, 3].map(two);
  const district = province.flatMap((code) => [1, 2, 3, 4].map((number) => `${code}${two(number)}`));
  const commune = district.flatMap((code) => [1, 2, 3, 4, 5].map((number) => `${code}${two(number)}`));
  const communes = commune.flatMap((pcode): CommuneCounts[] => {
    if (random() < 0.2) return [];
    const size = random() < 0.15 ? 0 : 90 * random() ** 2;
    const bySexAndAge = new Map(
      ['female', 'male'].flatMap((sex) => AGES.map((age) => [`${sex} ${age}`, Math.floor((size / 8) * (0.5 + random()))] as const)),
    );
    const total = [...bySexAndAge.values()].reduce((sum, count) => sum + count, 0);
    const byFactor = new Map(FACTORS.map((factor) => [factor, Math.floor(total * random())]));
    return [{ pcode, bySexAndAge, unstated: total > 0 && random() < 0.1 ? 2 : 0, byFactor }];
  });
  return {
    places: { province, district, commune },
    ageBands: AGES,
    factors: FACTORS,
    communes,
    rated: communes.flatMap(({ pcode }, index) => (index % 7 === 0 ? [] : [pcode])),
  };
}

/** A release of invented children with its proof, and nothing else. */
export function inventRelease(children: LatticeGiven, threshold = 5): ReleaseFolder {
  const table = protectChildren(children, NAMED, { threshold });
  const numbers = new Map([
    ['obligations 01', 40],
    ['obligations 02', 3],
    ['obligations 03', 60],
  ]);
  const registers = protectRegisters({ provinces: children.places.province, measures: ['obligations'], numbers }, NAMED, { threshold });
  const files = new ReleaseFiles();
  files.add('certificate-children', { file: files.add('children', table.released), ...table.certificate });
  files.add('certificate-registers', { file: files.add('registers', registers.released), ...registers.certificate });
  return files.close({
    format: 1,
    edition: {
      id: NAMED.edition,
      nameEn: 'Invented',
      nameKm: '',
      isDemonstration: true,
      source: 'Invented',
      licence: 'Apache-2.0',
      validFrom: '2025-01-01',
    },
    period: NAMED.period,
    threshold,
    rule: { en: 'Small numbers are withheld.', km: '' },
    sources: ['Invented'],
  });
}

/** A release in which files of a kind hold something else, every hash made anew. */
export function altered({ manifest, contents }: ReleaseFolder, kind: string, change: (content: never) => object): ReleaseFolder {
  const { files: listed, ...about } = manifest;
  const files = new ReleaseFiles();
  for (const { kind: each, name } of listed) {
    const content: unknown = JSON.parse(Buffer.from(contents.get(name) ?? []).toString('utf8'));
    files.add(each, each === kind ? change(content as never) : (content as object));
  }
  return files.close(about);
}

/** Runs a test in an empty folder for releases, which is gone afterwards. */
export async function inReleases(test: (releases: string) => Promise<void>): Promise<void> {
  const releases = await mkdtemp(join(tmpdir(), 'atlas-releases-'));
  try {
    await test(releases);
  } finally {
    await rm(releases, { recursive: true, force: true });
  }
}
