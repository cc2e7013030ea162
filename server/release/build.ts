import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { INDICATORS } from '../../data/indicators/index.ts';
import { RISK_FACTORS } from '../../data/vocabulary/vocabulary.ts';
import type { Edition } from '../contracts/edition.ts';
import { ADMIN_LEVELS } from '../contracts/pcode.ts';
import { LEAST_THRESHOLD, type ReleasedTable } from '../contracts/release.ts';
import type { Database } from '../db/database.ts';
import type { ProtectionOptions } from '../domain/disclosure/protect.ts';
import { queryChildrenByPart } from '../queries/children-by-part.ts';
import { queryDenominators } from '../queries/denominators.ts';
import { queryEditions } from '../queries/editions.ts';
import { queryPlaceCodes } from '../queries/place-codes.ts';
import { publishedFile } from '../queries/published-file.ts';
import { queryRegisterSums } from '../queries/register-sums.ts';
import { toCommuneCounts } from './exact-children.ts';
import { ReleaseFiles, type ReleaseFolder } from './files.ts';
import { addProgramme } from './programme.ts';
import { protectInThread } from './protect-thread.ts';
import { toReleasedValues } from './released-values.ts';

export type BuildAsked = {
  /** The edition a visitor sees first, if left out. */
  edition?: string | undefined;
  /** A closed year; the last one if left out. */
  period?: string | undefined;
  /** 10 if left out. */
  threshold?: number | undefined;
  /** Today, `YYYY-MM-DD`. */
  on: string;
};

const DEFAULT_THRESHOLD = 10;
/** Legends of a release are constants: edges made from the numbers would say something of those withheld. */
const COUNT_BREAKS = [20, 50, 100, 200];
/** Children the largest circle stands for. */
const LARGEST_CIRCLE = 5000;
const SUBJECT = 'vsnp-assessments';
const REGISTER_MEASURES = ['cases-monitored', 'cases-reported', 'children-referred', 'child-peer-educators', 'obligations'] as const;
const DETAILS = ['overview', 'full'] as const;

const RULE = {
  en: 'Numbers below the threshold are withheld, zeros too, and with them as many others as are needed so that none can be computed. Withheld means: not shown to protect children.',
  km: 'ចំនួនក្រោមកម្រិតកំណត់ រួមទាំងសូន្យ មិនត្រូវបានបង្ហាញទេ ហើយចំនួនផ្សេងទៀតក៏មិនត្រូវបានបង្ហាញដែរ តាមដែលចាំបាច់ ដើម្បីកុំឱ្យគេអាចគណនាចំនួនទាំងនោះបាន។ ការមិនបង្ហាញនេះ គឺដើម្បីការពារកុមារ។',
};

/**
 * Makes the release of a closed year from the exact data, in memory: the same data give the same bytes. Throws where a
 * withheld number cannot be proven safe. Refusals are sentences.
 */
export async function buildRelease(
  database: Database,
  { edition: wanted, period: askedPeriod, threshold = DEFAULT_THRESHOLD, on }: BuildAsked,
  progress: ProtectionOptions['progress'] = () => {},
): Promise<ReleaseFolder | { refused: string }> {
  const thisYear = Number(on.slice(0, 4));
  const period = askedPeriod ?? String(thisYear - 1);
  if (!(threshold >= LEAST_THRESHOLD)) return { refused: `The threshold is never below ${LEAST_THRESHOLD}.` };
  if (!/^(19|20)\d{2}$/.test(period) || Number(period) >= thisYear) return { refused: `A release holds a closed year; ${period} is none.` };
  const editions = await queryEditions(database);
  const edition = wanted === undefined ? editions[0] : editions.find(({ id }) => id === wanted);
  if (edition === undefined)
    return { refused: wanted === undefined ? 'There is no edition to release.' : `There is no edition "${wanted}".` };
  if (edition.places === null) return { refused: `The places of edition "${edition.id}" are not published.` };
  const counts = toCommuneCounts(await queryChildrenByPart(database, { edition: edition.id, period }));
  if (counts.length === 0) return { refused: `Nobody assessed a commune in ${period}.` };

  const named = { edition: edition.id, period };
  const places = Object.fromEntries(
    await Promise.all(ADMIN_LEVELS.map(async (level) => [level, await queryPlaceCodes(database, { edition: edition.id, level })] as const)),
  ) as ReleasedTable['places'];
  const ageBands = [...new Set(counts.flatMap(({ bySexAndAge }) => [...bySexAndAge.keys()].map((key) => key.slice(key.indexOf(' ') + 1))))];
  ageBands.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const factors = RISK_FACTORS.map(({ code }) => code);
  const bases = await queryDenominators(database, { edition: edition.id, measure: 'children', ageBand: '0-17', periods: [period] });
  const based = new Set(bases.flatMap(({ pcode, value }) => (value > 0 ? [pcode] : [])));
  const rated = counts.flatMap(({ pcode }) => (based.has(pcode) ? [pcode] : []));
  const sums = await queryRegisterSums(database, named);
  const numbers = new Map(sums.map(({ measure, province, number }) => [`${measure} ${province}`, number]));
  const { children, registers } = await protectInThread(
    {
      children: { places, ageBands, factors, communes: counts, rated },
      registers: { provinces: places.province, measures: REGISTER_MEASURES, numbers },
      named,
      threshold,
    },
    progress,
  );

  const files = new ReleaseFiles();
  await addLand(files, database, edition);
  const childrenFile = files.add('children', children.released);
  files.add('certificate-children', { file: childrenFile, ...children.certificate });
  const registersFile = files.add('registers', registers.released);
  files.add('certificate-registers', { file: registersFile, ...registers.certificate });
  for (const indicator of INDICATORS.filter(({ subject }) => subject === SUBJECT)) {
    const given = { table: children.released, indicator, bases, placeOrder: edition.places.hash };
    for (const values of toReleasedValues(given)) files.add(`values-${indicator.id}-${values.level}`, values);
  }
  files.add('indicators', {
    edition: edition.id,
    indicators: INDICATORS.filter(({ subject }) => subject === SUBJECT).map((indicator) => ({
      ...indicator,
      periods: [period],
      breaks: indicator.breaks ?? COUNT_BREAKS,
      maximum: LARGEST_CIRCLE,
    })),
  });
  await addProgramme(files, database, {
    table: children.released,
    bases: new Map(bases.map(({ pcode, value }) => [pcode, value])),
    placeOrder: edition.places.hash,
    on,
  });
  const { id, nameEn, nameKm, isDemonstration, source, licence, validFrom } = edition;
  return files.close({
    format: 1,
    edition: { id, nameEn, nameKm, isDemonstration, source, licence, validFrom },
    period,
    threshold,
    rule: RULE,
    sources: [...new Set(INDICATORS.filter(({ subject }) => subject === SUBJECT).map((indicator) => indicator.source.en)), edition.source],
  });
}

/** Places and polygons as they are published, by the hash they have there. */
async function addLand(files: ReleaseFiles, database: Database, edition: Edition): Promise<void> {
  const { places, geometry } = edition;
  const parts = [
    ...(places === null ? [] : [{ kind: 'places', detail: 'full', hash: places.hash }]),
    ...ADMIN_LEVELS.flatMap((kind) =>
      DETAILS.flatMap((detail) => (geometry === null ? [] : [{ kind, detail, hash: geometry[kind][detail].hash }])),
    ),
  ];
  for (const part of parts) {
    const packed = await publishedFile(database, { edition: edition.id, ...part }, 'br');
    if (packed === undefined) throw new Error(`the published file ${part.kind} ${part.detail} is gone`);
    files.addBytes(part.kind === 'places' ? 'places' : `geometry-${part.kind}-${part.detail}`, await promisify(brotliDecompress)(packed));
  }
}
