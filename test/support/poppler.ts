import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

const isThere = spawnSync('pdftotext', ['-v']).error === undefined;

/** Runs tests that read PDFs as other programs do; without poppler-utils they are skipped by name, in CI its absence is an error. */
export function withPoppler(name: string, tests: () => void): void {
  const absent = 'no poppler-utils is installed on this machine';
  if (isThere) describe(name, tests);
  else if (process.env['CI'] !== undefined) throw new Error(absent);
  else describe.skip(`${name} (${absent})`, tests);
}

/** The text of a PDF as it is copied out of it, every run of blanks as one space. */
export function textOfPdf(pdf: Uint8Array): string {
  return read(pdf, 'pdftotext', (file) => ['-layout', file, '-'])
    .replace(/\s+/g, ' ')
    .trim();
}

/** Its lines of text, each as it is copied. */
export function linesOfPdf(pdf: Uint8Array): string[] {
  return read(pdf, 'pdftotext', (file) => ['-layout', file, '-'])
    .split(/[\n\f]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Its fonts: whether each is embedded and says which letters its glyphs are. */
export function fontsOfPdf(pdf: Uint8Array): { name: string; isEmbedded: boolean; hasLetters: boolean }[] {
  const [, , ...lines] = read(pdf, 'pdffonts', (file) => [file])
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [, name = '', embedded, , letters] = /^(\S+) +CID TrueType +\S+ +(\S+) +(\S+) +(\S+)/.exec(line) ?? [];
    return { name, isEmbedded: embedded === 'yes', hasLetters: letters === 'yes' };
  });
}

/** How many pages it has, and how many pictures in them. */
export function countsOfPdf(pdf: Uint8Array): { pages: number; pictures: number } {
  const [, pages = 'no'] = /^Pages: +(\d+)/m.exec(read(pdf, 'pdfinfo', (file) => [file])) ?? [];
  const [, , ...pictures] = read(pdf, 'pdfimages', (file) => ['-list', file])
    .trim()
    .split('\n');
  return { pages: Number(pages), pictures: pictures.length };
}

/** The first page as it is seen, as the bytes of a PNG. */
export function pictureOfPdf(pdf: Uint8Array, dotsPerInch: number): Uint8Array {
  return inFolder(pdf, (file) =>
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', '-singlefile', file], { maxBuffer: 100_000_000 }),
  );
}

function read(pdf: Uint8Array, program: string, words: (file: string) => string[]): string {
  return inFolder(pdf, (file) => execFileSync(program, words(file), { encoding: 'utf8' }));
}

function inFolder<Result>(pdf: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-pdf-'));
  const file = join(folder, 'print.pdf');
  writeFileSync(file, pdf);
  try {
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
