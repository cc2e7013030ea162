import type { Order } from '../../server/commands/order.ts';
import { writeTemplate } from '../../server/commands/write-template.ts';
import type { Choices } from '../../server/contracts/choices.ts';
import type { Dataset, Stated } from '../../server/datasets/dataset.ts';
import { DATASETS, TEMPLATE_IDS } from '../../server/datasets/index.ts';
import type { Command, Given } from './command.ts';
import { PRINT_COMMANDS } from './print-commands.ts';
import { RELEASE_COMMANDS } from './release-commands.ts';

const EDITION_OPTIONS = ['edition', 'valid-from', 'licence', 'source'] as const;
const EDITION_HELP = [
  '--edition NAME       name of the edition in small letters, digits and hyphens (default: from the kind and year)',
  '--valid-from DATE    day from which it is valid, YYYY-MM-DD (default: as the files state)',
  '--licence TEXT       licence, shown with the map (default: the usual one of the layout)',
  '--source TEXT        source, shown with the map (default: the usual one of the layout)',
];

const SOURCE_HELP = '--source TEXT        source, shown with the numbers (default: the usual one)';
const CHOICES_HELP = [
  '--columns KEY=HEAD;… the head in the file of a column that is not recognised',
  '--meant CODE,…       of communes of one name, those that are meant',
  '--remember           keeps these two answers for later files',
  '--all-or-nothing     takes no row where one cannot be taken',
];
const DRY_RUN_HELP = '--dry-run            only says what would change, place by place';

/** What whoever imports may state of a table, for `--help`. */
const STATED_HELP: Readonly<Record<keyof Stated, { value: string; help: string }>> = {
  indicator: { value: 'ID', help: '--indicator ID       indicator the numbers feed, for example poor-households (data/indicators)' },
  value: { value: 'COLUMN', help: '--value COLUMN       column of the numbers' },
  place: { value: 'COLUMN', help: '--place COLUMN       column of the place codes (default: pcode and its usual names)' },
  denominator: { value: 'COLUMN', help: '--denominator COLUMN column of what the numbers are counted of' },
  period: { value: 'YEAR', help: '--period YEAR        year of all rows; needed where the table has no column for it' },
};

/** The command that brings a dataset in. */
function toImport({ id, summary, options = [], required = [] }: Dataset): Command {
  const said = options.map((name) => {
    const written = `--${name} ${STATED_HELP[name].value}`;
    return required.includes(name) ? written : `[${written}]`;
  });
  return {
    words: `import ${id}`,
    usage: [
      `import ${id} FILE…`,
      ...said,
      '[--source TEXT] [--columns KEY=HEAD;…] [--meant CODE,…] [--remember] [--all-or-nothing] [--dry-run]',
    ].join(' '),
    summary: `load ${summary.split(/[;:]/)[0]} (.xlsx, .ods, .csv or .json)`,
    details: [`${summary}.`, ...options.map((name) => STATED_HELP[name].help), SOURCE_HELP, ...CHOICES_HELP, DRY_RUN_HELP],
    files: [1, 50],
    options: [...options, 'source', 'columns', 'meant'],
    ...(required.length === 0 ? {} : { required }),
    flags: ['dry-run', 'remember', 'all-or-nothing'],
    toOrder: (given) => toDataset(id, given),
  };
}

export const COMMANDS: readonly Command[] = [
  {
    words: 'import boundaries',
    usage: 'import boundaries FILE… [--codes FILE] [--edition NAME] [--valid-from DATE] [--licence TEXT] [--source TEXT]',
    summary: 'load polygons (GeoJSON, TopoJSON or a zip of these or of shapefiles)',
    details: [
      'Known are the layouts of COD-AB (2018 and v01), NCDM and WFP, Open Development, geoBoundaries, the MEF portal and communes',
      'simplified by hand; coordinates in another system than longitude and latitude are reprojected from what the file declares.',
      '--codes FILE         table that says which shapeID has which place code (geoBoundaries needs it)',
      ...EDITION_HELP,
    ],
    files: [1, 50],
    options: ['codes', ...EDITION_OPTIONS],
    toOrder: ({ options }) => ({ command: 'import-boundaries', options: toEdition(options) }),
  },
  {
    words: 'import gazetteer',
    usage: 'import gazetteer FILE_OR_FOLDER… [--edition NAME] [--valid-from DATE] [--licence TEXT] [--source TEXT]',
    summary: 'load the list of places (NCDD workbooks, one a province, or the records of the MEF portal)',
    details: ['A folder stands for the .xlsx and .csv files in it.', ...EDITION_HELP],
    files: [1, 200],
    options: EDITION_OPTIONS,
    toOrder: ({ options }) => ({ command: 'import-gazetteer', options: toEdition(options) }),
  },
  ...DATASETS.map(toImport),
  ...TEMPLATE_IDS.map(
    (id): Command => ({
      words: `template ${id}`,
      usage: `template ${id} [FILE]`,
      summary: `write the workbook of ${id} to fill in, in English and Khmer`,
      details: [`FILE is ${id}.xlsx where none is named; a file that is there already is left alone.`],
      files: [0, 1],
      options: [],
      file: { name: `${id}.xlsx`, write: () => writeTemplate(id) },
    }),
  ),
  ...PRINT_COMMANDS,
  ...RELEASE_COMMANDS,
  {
    words: 'uploads',
    usage: 'uploads',
    summary: 'list every upload of numbers, newest first',
    details: [],
    files: [0, 0],
    options: [],
    toOrder: () => ({ command: 'uploads' }),
  },
  {
    words: 'undo',
    usage: 'undo --upload NUMBER [--dry-run]',
    summary: 'take an upload back; what later ones said stays',
    details: [
      '--upload NUMBER      number of the upload, as "atlas uploads" lists it',
      'Where an earlier upload spoke of a place its numbers hold again; elsewhere the place is no longer stated.',
      DRY_RUN_HELP,
    ],
    files: [0, 0],
    options: ['upload'],
    required: ['upload'],
    flags: ['dry-run'],
    toOrder: ({ options, flags }) => ({
      command: 'undo-upload',
      upload: toUploadNumber(options['upload']),
      isDryRun: flags.has('dry-run'),
    }),
  },
  {
    words: 'demo',
    usage: 'demo --remove',
    summary: 'take the demonstration out whole',
    details: ['--remove             takes out its places, numbers and organisations; it is not built again by itself'],
    files: [0, 0],
    options: [],
    flag: 'remove',
    toOrder: () => ({ command: 'remove-demonstration' }),
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

function toDataset(dataset: string, { options, flags }: Given): Order {
  const { source, columns, meant, ...stated } = options;
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  return {
    command: 'import-dataset',
    dataset,
    stated: said,
    isDryRun: flags.has('dry-run'),
    choices: toChoices(columns, meant),
    isRemembered: flags.has('remember'),
    isAllOrNothing: flags.has('all-or-nothing'),
    ...(source === undefined ? {} : { source }),
  };
}

function toChoices(columns = '', meant = ''): Choices {
  const heads = columns.split(';').map((pair) => /^([^=]+)=(.+)$/.exec(pair.trim()));
  const codes = meant.split(',').map((code) => code.trim());
  return {
    columns: Object.fromEntries(heads.flatMap((pair) => (pair === null ? [] : [[(pair[1] ?? '').trim(), (pair[2] ?? '').trim()]]))),
    places: codes.flatMap((code) => (code === '' ? [] : [{ among: [], meant: code }])),
  };
}

/** Zero, which no upload has, where it is no number. */
function toUploadNumber(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}

function toEdition(options: Given['options']) {
  const { edition, licence, source, 'valid-from': validFrom } = options;
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(licence === undefined ? {} : { licence }),
    ...(source === undefined ? {} : { source }),
  };
}
