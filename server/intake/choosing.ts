import { type Choices, NO_CHOICES } from '../contracts/choices.ts';
import type { Pcode } from '../contracts/pcode.ts';

/** What was answered before, and kept. */
export type Remembered = { columns: readonly { key: string; head: string }[]; places: Choices['places'] };

const NOTHING_REMEMBERED: Remembered = { columns: [], places: [] };

/** Answers to what a file leaves open: those given with it, else those remembered. */
export class Choosing {
  readonly #given: Choices;
  readonly #remembered: Remembered;
  readonly #columnsUsed = new Map<string, string>();
  readonly #placesUsed = new Map<string, Choices['places'][number]>();

  constructor(given: Choices = NO_CHOICES, remembered: Remembered = NOTHING_REMEMBERED) {
    this.#given = given;
    this.#remembered = remembered;
  }

  /** The heads, of those of a table, that were named for a column, by the column's key. */
  headsNamed(heads: readonly string[]): ReadonlyMap<string, string> {
    const known = new Set(heads);
    const named = new Map<string, string>();
    const all = [...Object.entries(this.#given.columns), ...this.#remembered.columns.map(({ key, head }) => [key, head] as const)];
    for (const [key, head] of all) {
      const isFree = !named.has(key) && ![...named.values()].includes(head);
      if (known.has(head) && isFree) named.set(key, head);
    }
    return named;
  }

  /** Notes which heads a table was read by. */
  useHeads(named: ReadonlyMap<string, string>): void {
    for (const [key, head] of named) this.#columnsUsed.set(key, head);
  }

  /** The commune that is meant among several of one name; undefined where nobody said. */
  meantAmong(among: readonly Pcode[]): Pcode | undefined {
    const { places } = this.#given;
    const anywhere = places.filter((choice) => choice.among.length === 0 && among.includes(choice.meant));
    const exact = (choices: Choices['places']) => choices.find((choice) => setKey(choice.among) === setKey(among));
    const choice = exact(places) ?? (anywhere.length === 1 ? anywhere[0] : undefined) ?? exact(this.#remembered.places);
    if (choice === undefined || !among.includes(choice.meant)) return undefined;
    this.#placesUsed.set(setKey(among), { among: [...among], meant: choice.meant });
    return choice.meant;
  }

  /** The answers that the reading rested on, in a fixed order: given or remembered, they make the same reading. */
  used(): Choices {
    const byKey = <Entry>(entries: Iterable<[string, Entry]>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      columns: Object.fromEntries(byKey(this.#columnsUsed)),
      places: byKey(this.#placesUsed).map(([, choice]) => choice),
    };
  }
}

/** One key of the same communes in any order. */
export function setKey(among: readonly Pcode[]): string {
  return among.toSorted().join(' ');
}
