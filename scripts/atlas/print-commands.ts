import type { Command, Given, PrintOrder } from './command.ts';

/** Every province one after the other. */
export const ALL_PROVINCES = 'all';

const COMMON_OPTIONS = ['edition', 'indicator', 'period', 'language', 'format', 'out'] as const;
const COMMON_HELP = [
  '--edition NAME       edition, as the page names it (default: the one a visitor sees first)',
  '--indicator ID       what the map shows (default: high-risk-children-rate)',
  '--period YEAR        year (default: the newest with figures)',
  '--language en|km     language of the print (default: en)',
  '--format pdf|png     pdf: lines and letters; png: a picture of 300 dots an inch (default: pdf)',
  '--out FOLDER         folder for the files (default: here); a file that is there already is left alone',
];

/** Maps and briefs as files to print. */
export const PRINT_COMMANDS: readonly Command[] = [
  {
    words: 'print map',
    usage:
      'print map [--level LEVEL] [--province CODE | --bounds W,S,E,N] [--layers NAMES] [--paper a4|a3] [--orientation landscape|portrait] [--out FOLDER] …',
    summary: 'write the map as a file to print (PDF or PNG)',
    details: [
      '--level LEVEL        province, district or commune (default: commune)',
      '--province CODE      only this province',
      '--bounds W,S,E,N     only this section, in degrees: west, south, east, north',
      '--layers NAMES       what is drawn, separated by commas: indicator, coverage, workshops, routes (default: indicator)',
      '--on YYYY-MM-DD      day of the networks and crossings (default: the last of the year)',
      '--paper a4|a3        size of the sheet (default: a4)',
      '--orientation WORD   landscape or portrait (default: landscape)',
      ...COMMON_HELP,
    ],
    files: [0, 0],
    options: [...COMMON_OPTIONS, 'level', 'province', 'bounds', 'layers', 'on', 'paper', 'orientation'],
    toPrint: (given) => toPrint('map', given),
  },
  {
    words: 'print brief',
    usage: 'print brief --province CODE|all [--out FOLDER] …',
    summary: 'write a province on one page: map, four figures, gap list, trend',
    details: ['--province CODE|all  code of the province; all: a file for each', ...COMMON_HELP],
    files: [0, 0],
    options: [...COMMON_OPTIONS, 'province'],
    required: ['province'],
    toPrint: (given) => toPrint('brief', given),
  },
];

function toPrint(what: PrintOrder['what'], { options: { out = '.', ...parameters } }: Given): PrintOrder {
  return { what, parameters: what === 'map' ? { level: 'commune', ...parameters } : parameters, folder: out };
}
