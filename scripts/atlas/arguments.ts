import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';
import { COMMANDS } from './commands.ts';

/** A call that cannot be understood; the message says what is wrong. */
export class WrongUsage extends Error {}

export type Call = { kind: 'help'; command: Command | undefined } | { kind: 'run'; command: Command; given: Given; isJson: boolean };

/** Understands the words after `atlas`. Throws `WrongUsage`. */
export function parseCall(words: readonly string[]): Call {
  const command = COMMANDS.find((candidate) => candidate.words.split(' ').every((word, index) => words[index] === word));
  const isHelp = words.includes('--help') || words.includes('-h');
  if (isHelp || words.length === 0 || words[0] === 'help') return { kind: 'help', command };
  if (command === undefined) throw new WrongUsage(`There is no command "${words.slice(0, 2).join(' ')}".`);
  const values = Object.fromEntries(command.options.map((name) => [name, { type: 'string' } as const]));
  const flagNames = [...(command.flag === undefined ? [] : [command.flag]), ...(command.flags ?? [])];
  const flags = Object.fromEntries(flagNames.map((name) => [name, { type: 'boolean' } as const]));
  const { positionals, values: given } = parse([...words.slice(command.words.split(' ').length)], { ...values, ...flags });
  const [fewest, most] = command.files;
  if (positionals.length < fewest) throw new WrongUsage(`"${command.words}" needs ${fewest === 1 ? 'a file' : `${fewest} files`}.`);
  if (positionals.length > most) throw new WrongUsage(`"${command.words}" takes ${most === 0 ? 'no file' : `at most ${most} files`}.`);
  if (command.flag !== undefined && given[command.flag] !== true) throw new WrongUsage(`"${command.words}" needs --${command.flag}.`);
  const missing = command.required?.find((name) => given[name] === undefined);
  if (missing !== undefined) throw new WrongUsage(`"${command.words}" needs --${missing}.`);
  const { json, ...options } = given;
  const said = new Set(flagNames.filter((name) => given[name] === true));
  return { kind: 'run', command, isJson: json === true, given: { files: positionals, options: onlyTexts(options), flags: said } };
}

type Words = { positionals: string[]; values: Readonly<Record<string, unknown>> };

function parse(words: string[], options: Record<string, { type: 'string' } | { type: 'boolean' }>): Words {
  try {
    return parseArgs({ args: words, options: { ...options, json: { type: 'boolean' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? `${error.message.split('. ')[0]}.` : String(error));
  }
}

function onlyTexts(options: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]));
}

/** Help of one command, or of all. */
export function help(command: Command | undefined): string {
  if (command !== undefined) {
    return [`Usage: atlas ${command.usage}`, '', `  ${command.summary}`, ...command.details.map((line) => `  ${line}`), ...COMMON].join(
      '\n',
    );
  }
  const width = Math.max(...COMMANDS.map((candidate) => candidate.words.length));
  return [
    'Usage: atlas COMMAND',
    '',
    ...COMMANDS.map((candidate) => `  ${candidate.words.padEnd(width)}  ${candidate.summary}`),
    '',
    'atlas COMMAND --help says more of one command.',
    ...COMMON,
  ].join('\n');
}

const COMMON = [
  '',
  '--json prints the outcome for machines. Progress goes to the error output.',
  'Works on the database of DATABASE_URL, else on the data folder ATLAS_DATA (default .atlas); a running atlas on that folder does the work itself.',
  'Ends with 0 when done, 1 when refused, failed or nothing could be taken, 2 when the call is wrong.',
];
