import type { Column } from './dataset.ts';

/** Which head of a table stands for which column, by key; `unread` are heads that stand for none. */
export type ColumnMatch = { headOf: ReadonlyMap<string, string>; unread: readonly string[] };

/** Finds the columns of a shape in a table by key, name or synonym. Answers the reason when one is missing or stands twice. */
export function matchColumns(columns: readonly Column[], heads: readonly string[]): ColumnMatch | { reason: string } {
  const headOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const column of columns) {
    const found = heads.filter((head) => !taken.has(head) && isHeadOf(head, column));
    const exact = found.filter((head) => (head === column.key && column.isStated !== true) || column.synonyms.includes(head));
    const [head, other] = exact.length === 1 ? exact : found;
    if (other !== undefined) return { reason: `The columns "${head}" and "${other}" both are ${column.key}.` };
    if (head !== undefined) {
      headOf.set(column.key, head);
      taken.add(head);
    }
  }
  const missing = columns.filter(({ key, isRequired }) => isRequired && !headOf.has(key)).map(({ key, label }) => `"${label.en}" (${key})`);
  if (missing.length > 0) return { reason: `There is no column ${missing.join(', ')}; the columns are ${heads.join(', ')}.` };
  return { headOf, unread: heads.filter((head) => !taken.has(head)) };
}

/** How many of these heads stand for a column of the shape: what tells its line of heads from titles and data. */
export function countMatches(columns: readonly Column[], heads: readonly string[]): number {
  return heads.filter((head) => columns.some((column) => isHeadOf(head, column))).length;
}

function isHeadOf(head: string, { key, label, synonyms, isStated }: Column): boolean {
  const names = isStated === true ? synonyms : [key, label.en, label.km, ...synonyms];
  return writtenForms(head).some((wanted) => wanted !== '' && names.some((name) => comparable(name) === wanted));
}

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
