import type { Order } from '../../server/commands/order.ts';

/** Options a command was given, by name without the hyphens. */
export type Given = { files: readonly string[]; options: Readonly<Record<string, string | undefined>> };

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
  toOrder(given: Given): Order;
};

const EDITION_OPTIONS = ['edition', 'valid-from', 'licence', 'source'] as const;
const EDITION_HELP = [
  '--edition NAME       name of the edition in small letters, digits and hyphens (default: from the kind and year)',
  '--valid-from DATE    day from which it is valid, YYYY-MM-DD (default: as the files state)',
  '--licence TEXT       licence, shown with the map (default: the usual one of the layout)',
  '--source TEXT        source, shown with the map (default: the usual one of the layout)',
];

export const COMMANDS: readonly Command[] = [
  {
    words: 'import boundaries',
    usage: 'import boundaries FILE… [--codes FILE] [--edition NAME] [--valid-from DATE] [--licence TEXT] [--source TEXT]',
    summary: 'load polygons (GeoJSON of COD-AB or geoBoundaries)',
    details: ['--codes FILE         table that says which shapeID has which place code (geoBoundaries needs it)', ...EDITION_HELP],
    files: [1, 50],
    options: ['codes', ...EDITION_OPTIONS],
    toOrder: ({ options }) => ({ command: 'import-boundaries', options: toEdition(options) }),
  },
  {
    words: 'import gazetteer',
    usage: 'import gazetteer FILE_OR_FOLDER… [--edition NAME] [--valid-from DATE] [--licence TEXT] [--source TEXT]',
    summary: 'load the official list of places (NCDD workbooks, one a province)',
    details: ['A folder stands for the .xlsx and .csv files in it.', ...EDITION_HELP],
    files: [1, 200],
    options: EDITION_OPTIONS,
    toOrder: ({ options }) => ({ command: 'import-gazetteer', options: toEdition(options) }),
  },
  {
    words: 'import crosswalk',
    usage: 'import crosswalk FILE',
    summary: 'load which older code became which newer one',
    details: ['The table has two columns code_YEAR, and method; an empty code means that there is none.'],
    files: [1, 1],
    options: [],
    toOrder: () => ({ command: 'import-crosswalk' }),
  },
  {
    words: 'reports',
    usage: 'reports',
    summary: 'list what was imported, newest first',
    details: [],
    files: [0, 0],
    options: [],
    toOrder: () => ({ command: 'reports' }),
  },
];

function toEdition(options: Given['options']) {
  const { edition, licence, source, 'valid-from': validFrom } = options;
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(licence === undefined ? {} : { licence }),
    ...(source === undefined ? {} : { source }),
  };
}
