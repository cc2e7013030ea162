import { ckmeans } from 'simple-statistics';

/** As many as a reader tells apart at a glance; the palettes hold as many colours. */
const CLASSES = 5;

/**
 * Lower edges of the classes after the first, from all positive values a scale has to hold. Natural breaks (ckmeans),
 * each then moved to the friendliest number near it that leaves no class empty. Few different values make fewer
 * classes. The same values in any order give the same edges.
 * @example naturalBreaks([1, 2, 11, 12, 31, 33, 61, 62, 118, 122], 0) // [12, 30, 60, 120], from 11, 31, 61, 118
 */
export function naturalBreaks(positiveValues: readonly number[], decimals: number): number[] {
  const different = new Set(positiveValues).size;
  if (different < 2) return [];
  const clusters = ckmeans([...positiveValues], Math.min(CLASSES, different));
  const edges: number[] = [];
  for (const cluster of clusters.slice(1)) {
    const floor = edges.at(-1) ?? 0;
    const [least = 0, greatest = least] = [cluster[0], cluster.at(-1)];
    const isUsable = (edge: number) => edge <= greatest && positiveValues.some((value) => value >= floor && value < edge);
    edges.push(friendlyNumbers(least, decimals).find(isUsable) ?? least);
  }
  return edges;
}

/**
 * Numbers near the given one, the friendliest first: to a fifth, a half or a whole of the leading digit, then to two digits.
 * @example friendlyNumbers(14.4, 1) // [14, 14]; 26 gives [25, 26]; 87 gives [90, 87]
 */
function friendlyNumbers(number: number, decimals: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(number));
  const leading = number / magnitude;
  const step = leading < 2 ? 0.2 : leading < 5 ? 0.5 : 1;
  return [step, 0.1].map((width) => Number((Math.round(leading / width) * width * magnitude).toFixed(decimals)));
}
