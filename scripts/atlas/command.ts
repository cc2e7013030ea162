import type { Order } from '../../server/commands/order.ts';

/** What is to be printed: parameters of the API as they were given, and where the files go. */
export type PrintOrder = {
  what: 'map' | 'brief';
  parameters: Readonly<Record<string, string | undefined>>;
  /** Folder the files are written to, which is made where it is not there. */
  folder: string;
};

/** What came of work on releases: for machines, and in sentences. */
export type Found = { isDone: boolean; found: object; sentences: readonly string[] };

/** Options a command was given, by name without the hyphens. */
export type Given = {
  files: readonly string[];
  options: Readonly<Record<string, string | undefined>>;
  /** Words like `--dry-run` that were said. */
  flags: ReadonlySet<string>;
};

export type Command = {
  /** Words that call it, for example `import boundaries`. */
  words: string;
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** More, for `--help` of the command itself. */
  details: readonly string[];
  /** Fewest and most files it takes. */
  files: readonly [fewest: number, most: number];
  /** Names of the options it knows, each with a value. */
  options: readonly string[];
  /** Of these, the ones it cannot do without. */
  required?: readonly string[];
  /** A word like `--remove` that must be said, because of what the command does. */
  flag?: string;
  /** Words like `--dry-run` that may be said. */
  flags?: readonly string[];
} & (
  | {
      /** Work on the data. */
      toOrder(given: Given): Order;
    }
  | {
      /** Makes files of what the atlas shows. */
      toPrint(given: Given): PrintOrder;
    }
  | {
      /** Works on the folder of releases, without the data. */
      onReleases(given: Given, releases: string, say: (step: string) => void): Promise<Found>;
    }
  | {
      /** Makes a file where the caller is, without the data. */
      file: { name: string; write(): Promise<Uint8Array> };
    }
);
