import { type Observation, observationKey, type Statement, type WorkshopFindings } from '../domain/statements/statement.ts';
import type { Parts } from './dataset.ts';

/** Sums what the parts state; what one part leaves out counts for nothing there. For splits that need not be whole. */
function sumStated(parts: readonly Statement[]): Observation[] {
  const sums = new Map<string, Observation>();
  for (const { observations } of parts) {
    for (const observation of observations) {
      const key = observationKey(observation);
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { ...observation });
      else sum.value += observation.value;
    }
  }
  return [...sums.values()];
}

/** Sums only what every part states: a number that one part lacks is unknown of the whole. */
function sumComplete(parts: readonly Statement[]): Observation[] {
  return sumStated(parts).filter((sum) =>
    parts.every(({ observations }) => observations.some((observation) => observationKey(observation) === observationKey(sum))),
  );
}

/** Sums statements that hold numbers only. */
export function sumNumbers(parts: readonly Statement[]): Statement {
  return { ...firstOf(parts), observations: sumComplete(parts) };
}

/** Sums assessments: numbers are added, what was spoken of and agreed is joined, the last workshop dates the whole. */
export function sumAssessments(parts: readonly Statement[], of: Parts): Statement {
  const findings = parts.flatMap((part) => (part.findings === null ? [] : [part.findings]));
  return { ...firstOf(parts), observations: sumStated(parts), findings: sumFindings(findings, of) };
}

function sumFindings(parts: readonly WorkshopFindings[], of: Parts): WorkshopFindings {
  const totals = parts.map(({ villagesTotal }) => villagesTotal);
  const covered = addKnown(parts.map(({ villagesCovered }) => villagesCovered));
  const known = totals.filter((total) => total !== null);
  // Each village's row repeats its commune's total; communes that have become one add theirs.
  const total = of === 'communes' ? addKnown(totals) : known.length === 0 ? null : Math.max(...known);
  const participants: Record<string, number> = {};
  for (const part of parts) {
    for (const [group, number] of Object.entries(part.participants)) participants[group] = (participants[group] ?? 0) + number;
  }
  return {
    workshopOn:
      parts
        .map(({ workshopOn }) => workshopOn)
        .toSorted()
        .at(-1) ?? '',
    villagesCovered: covered,
    villagesTotal: total !== null && (covered ?? 0) > total ? null : total,
    participants,
    topics: [...new Set(parts.flatMap(({ topics }) => topics))],
    obligations: distinct(parts.flatMap(({ obligations }) => obligations)),
    actions: distinct(parts.flatMap(({ actions }) => actions)),
  };
}

function addKnown(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}

function distinct<Item extends object>(items: readonly Item[]): Item[] {
  return items.length < 2 ? [...items] : [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function firstOf(parts: readonly Statement[]): Statement {
  const [first] = parts;
  if (first === undefined) throw new Error('a sum needs at least one part');
  return first;
}
