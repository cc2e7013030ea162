import type { ColumnQuestion } from '../contracts/choices.ts';
import type { FileIssue } from '../contracts/file-issues.ts';
import type { Column } from './dataset.ts';

/** Which head of a table stands for which column, by key; `unread` are heads that stand for none. */
export type ColumnMatch = { headOf: ReadonlyMap<string, string>; unread: readonly string[] };

/**
 * Finds the columns of a shape in a table by the heads that were `named` for them, else by key, name or synonym. Answers
 * what is missing or stands twice.
 */
export function matchColumns(
  columns: readonly Column[],
  heads: readonly string[],
  named: ReadonlyMap<string, string> = new Map(),
): ColumnMatch | { because: FileIssue } {
  const headOf = new Map([...named].filter(([key]) => columns.some((column) => column.key === key)));
  const taken = new Set(headOf.values());
  for (const column of columns.filter(({ key }) => !headOf.has(key))) {
    const found = heads.filter((head) => !taken.has(head) && isHeadOf(head, column));
    const exact = found.filter((head) => (head === column.key && column.isStated !== true) || column.synonyms.includes(head));
    const [head, other] = exact.length === 1 ? exact : found;
    if (other !== undefined)
      return { because: { issue: 'two-columns', values: { column: column.key }, asks: toAsked(columns, heads, headOf) } };
    if (head !== undefined) {
      headOf.set(column.key, head);
      taken.add(head);
    }
  }
  const missing = columns.filter(({ key, isRequired }) => isRequired && !headOf.has(key)).map(({ key }) => key);
  if (missing.length > 0) {
    return { because: { issue: 'missing-columns', values: { columns: missing.join(', ') }, asks: toAsked(columns, heads, headOf) } };
  }
  return { headOf, unread: heads.filter((head) => !taken.has(head)) };
}

/** The columns of a shape and the head each was found under, for whoever knows better. */
export function toAsked(columns: readonly Column[], heads: readonly string[], headOf: ReadonlyMap<string, string>): ColumnQuestion {
  return {
    heads: heads.slice(0, MOST_HEADS).map((head) => head.slice(0, LONGEST_HEAD)),
    columns: columns.map(({ key, label, isRequired }) => ({ key, ...label, isRequired, head: headOf.get(key) ?? null })),
  };
}

/** A table with more heads, or longer ones, is none that an office made by hand. */
const MOST_HEADS = 300;
const LONGEST_HEAD = 200;

/** How many of these heads stand for a column of the shape: what tells its line of heads from titles and data. */
export function countMatches(columns: readonly Column[], heads: readonly string[]): number {
  const names = new Set(columns.flatMap((column) => [...namesOf(column)]));
  return heads.filter((head) => writtenForms(head).some((form) => form !== '' && names.has(form))).length;
}

function isHeadOf(head: string, column: Column): boolean {
  return writtenForms(head).some((wanted) => wanted !== '' && namesOf(column).has(wanted));
}

/** Names of a column, comparable; the same columns are looked for in many lines. */
function namesOf(column: Column): ReadonlySet<string> {
  const known = NAMES.get(column);
  if (known !== undefined) return known;
  const { key, label, synonyms, isStated } = column;
  const names = new Set((isStated === true ? synonyms : [key, label.en, label.km, ...synonyms]).map(comparable));
  NAMES.set(column, names);
  return names;
}

const NAMES = new WeakMap<Column, ReadonlySet<string>>();

/** A head as it stands, and without the group that Kobo and ODK put before it: `visit/children` is `children`, too. */
function writtenForms(head: string): string[] {
  return [comparable(head), comparable(head.slice(head.lastIndexOf('/') + 1))];
}

/** A head without capitals, signs and zero-width marks. */
function comparable(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
