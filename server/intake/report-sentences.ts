import type { Findings, PlacesReport } from '../contracts/import.ts';
import { ADMIN_LEVELS, levelOf, type Pcode } from '../contracts/pcode.ts';

/** How many places there are of each level, coarse to fine. */
export function countByLevel(places: readonly { pcode: Pcode }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const level of [...ADMIN_LEVELS, 'village'] as const) {
    const count = places.filter((place) => levelOf(place.pcode) === level).length;
    if (count > 0) counts[level] = count;
  }
  return counts;
}

type Line = { code: string; name: string };

/** The report in plain sentences, every list whole: nothing that was not taken goes unnamed. */
export function placesSentences(report: PlacesReport): string[] {
  const levels = Object.entries(report.byLevel).map(([level, count]) => `${count.toLocaleString('en')} ${level}`);
  return [
    `${report.kind} import${report.edition === '' ? '' : ` into ${report.edition}`} (layout ${report.layout})`,
    `Read ${count(report.read)}: taken ${count(report.taken)}, rejected ${count(report.rejected.length)}.`,
    ...(levels.length > 0 ? [`By level: ${levels.join(', ')}.`] : []),
    ...(report.crs === null ? [] : [`Coordinate system: ${report.crs}.`]),
    ...rejectedSentences(report.rejected),
    ...listed('Made valid', report.madeValid.map(named)),
    ...listed('Codes that stand twice', report.duplicates.map(named)),
    ...listed(
      'Holes in the land',
      report.holes.map((hole) => `${hole.areaSquareKm.toFixed(2)} km² at ${hole.lat.toFixed(3)}, ${hole.lng.toFixed(3)}`),
    ),
    ...(report.kind === 'crosswalk' || report.matched > 0 ? [matchedSentence(report)] : []),
    ...findingsSentences(report),
    ...listed('Notes', report.notes),
  ];
}

/** How boundaries and gazetteer go together, in plain sentences. */
export function findingsSentences(report: Findings): string[] {
  return [
    ...listed('Polygons without a code of the gazetteer', report.inFileOnly.map(named)),
    ...listed(
      'Of these, led on by the crosswalk',
      report.resolvedByCrosswalk.map(({ to, method, ...line }) => `${named(line)} -> ${to} (${method})`),
    ),
    ...listed('Of these, divided with no stated share', report.split.map(named)),
    ...listed('Gazetteer communes without a polygon of their code', report.inGazetteerOnly.map(named)),
    ...listed('Gazetteer communes that stay without a polygon', report.withoutPolygon.map(named)),
    ...listed(
      'Same code, other name',
      report.renamed.map(({ code, from, to }) => `${code} ${from} -> ${to}`),
    ),
  ];
}

export function matchedSentence({ matched }: Findings): string {
  return `Communes with the same code in boundaries and gazetteer: ${count(matched)}.`;
}

/** Every unit that was not taken, with its reason. */
export function rejectedSentences(rejected: PlacesReport['rejected']): string[] {
  const who = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ');
  return listed(
    'Rejected',
    rejected.map(({ where, code, name, reason }) => `${where}: ${who([code, name])} (${reason})`),
  );
}

/** A titled list of lines; nothing when there is none. */
export function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${count(lines.length)}):`, ...lines.map((line) => `  ${line}`)];
}

function named({ code, name }: Line): string {
  return `${code} ${name}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
