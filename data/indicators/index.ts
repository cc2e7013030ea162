import { readdirSync, readFileSync } from 'node:fs';
import { IndicatorFile } from '../../server/contracts/indicator.ts';

const FOLDER = new URL('./', import.meta.url);

/** A rate that names no denominator can be drawn nowhere. */
const SoundIndicator = IndicatorFile.strict().refine(
  ({ kind, denominator, breaks }) => (kind === 'rate') === (denominator !== null) && isRising(breaks ?? []),
  'a rate has a denominator, a count has none, and breaks rise',
);

/** All indicators, in the order the map offers them; each is one JSON file of this folder. Throws at start when one is wrong. */
export const INDICATORS: readonly IndicatorFile[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map(readIndicator)
  .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

function readIndicator(name: string): IndicatorFile {
  const read = SoundIndicator.safeParse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
  if (!read.success) throw new Error(`data/indicators/${name}: ${read.error.message}`);
  if (`${read.data.id}.json` !== name) throw new Error(`data/indicators/${name} holds the indicator "${read.data.id}"`);
  return read.data;
}

function isRising(breaks: readonly number[]): boolean {
  return breaks.every((edge, index) => index === 0 || edge > (breaks[index - 1] ?? 0));
}
