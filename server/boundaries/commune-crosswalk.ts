import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { cleanText } from '../domain/places/clean-text.ts';
import { type Fields, textOf } from './layout.ts';

/** One stated step from an older code to a newer one. A side is null where the source leaves it empty, which means that it has none. */
export type CrosswalkStep = {
  fromPcode: Pcode | null;
  toPcode: Pcode | null;
  fromName: string;
  toName: string;
  method: string;
  /** Share of the older commune's children that went to the newer one; null where none is stated. */
  share: number | null;
};

export type CrosswalkColumns = { fromYear: number; toYear: number };

/** Recognises a crosswalk by its two columns of codes with their years: `code_2014`, `code_2025`, older first. */
export function recogniseCrosswalk(fields: ReadonlySet<string>): CrosswalkColumns | undefined {
  const years = [...fields].flatMap((name) => {
    const year = /^code_((?:19|20)\d{2})$/.exec(name)?.[1];
    return year === undefined ? [] : [Number(year)];
  });
  const [fromYear, toYear] = years.sort((a, b) => a - b);
  if (years.length !== 2 || fromYear === undefined || toYear === undefined || fromYear === toYear) return undefined;
  return fields.has('method') ? { fromYear, toYear } : undefined;
}

/** A row that states nothing usable, with its codes and name as written. */
export type UnusableStep = { reason: string; code: string | null; name: string | null };

/** Reads one row; answers the reason when it states nothing usable. */
export function readCrosswalkStep(fields: Fields, columns: CrosswalkColumns): CrosswalkStep | UnusableStep {
  const read = parseStep(fields, columns);
  if (!('reason' in read)) return read;
  const [from, to] = [textOf(fields, `code_${columns.fromYear}`), textOf(fields, `code_${columns.toYear}`)];
  const name = cleanText(textOf(fields, `name_${columns.fromYear}`) ?? textOf(fields, `name_latin_${columns.toYear}`) ?? '');
  return { ...read, code: from ?? to ?? null, name: name === '' ? null : name };
}

function parseStep(fields: Fields, { fromYear, toYear }: CrosswalkColumns): CrosswalkStep | { reason: string } {
  const [from, to] = [textOf(fields, `code_${fromYear}`), textOf(fields, `code_${toYear}`)];
  const method = cleanText(textOf(fields, 'method') ?? '');
  const [fromPcode, toPcode] = [from, to].map((text) => (text === undefined ? null : parsePcode(text)));
  if (fromPcode === undefined) return { reason: `code_${fromYear} is no place code` };
  if (toPcode === undefined) return { reason: `code_${toYear} is no place code` };
  if (fromPcode === null && toPcode === null) return { reason: 'both codes are empty' };
  if (typeof fromPcode === 'string' && typeof toPcode === 'string' && fromPcode.length !== toPcode.length) {
    return { reason: `${fromPcode} and ${toPcode} are codes of different levels` };
  }
  if (method === '') return { reason: 'method is empty' };
  const written = textOf(fields, 'share');
  const share = written === undefined ? null : Number(written.replace(',', '.'));
  if (share !== null && !(share > 0 && share <= 1)) return { reason: 'share is no number above 0 and up to 1' };
  const name = (...columns: string[]) =>
    cleanText(columns.map((column) => textOf(fields, column)).find((text) => text !== undefined) ?? '');
  return {
    fromPcode: fromPcode ?? null,
    toPcode: toPcode ?? null,
    fromName: name(`name_${fromYear}`, `name_latin_${fromYear}`),
    toName: name(`name_latin_${toYear}`, `name_${toYear}`),
    method,
    share,
  };
}
