import type { Pcode } from '../../contracts/pcode.ts';
import type { StepRecord } from './record.ts';

/** The pairs of years that steps lead between, each once: `2014 2025`. */
export function yearsOfSteps(steps: readonly Pick<StepRecord, 'fromYear' | 'toYear'>[]): string[] {
  return [...new Set(steps.map(({ fromYear, toYear }) => `${fromYear} ${toYear}`))];
}

/**
 * Older codes, each once, that other steps or shares lead on than before; how it is known and what they are called does not matter.
 * @example 010301 led to 010209 before, and to 010210 after: 010301
 */
export function codesLedOtherwise(before: readonly StepRecord[], after: readonly StepRecord[]): Pcode[] {
  const [was, is] = [waysOf(before), waysOf(after)];
  const codes = new Set([...was.keys(), ...is.keys()]);
  return [...codes].filter((code) => was.get(code) !== is.get(code)).toSorted();
}

/** Where each older code leads, in one line. */
function waysOf(steps: readonly StepRecord[]): Map<Pcode, string> {
  const byCode = Map.groupBy(steps, ({ fromPcode }) => fromPcode);
  return new Map(
    [...byCode].flatMap(([code, ways]) => {
      const lines = ways.map(({ fromYear, toYear, toPcode, share }) => `${fromYear} ${toYear} ${toPcode} ${share}`);
      return code === null ? [] : [[code, lines.toSorted().join('; ')] as const];
    }),
  );
}
