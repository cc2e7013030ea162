import type { Column } from './dataset.ts';

/** A column that may be left out and has no other names, unless said. */
export function column(
  key: string,
  { synonyms = [], isRequired = false, ...about }: Omit<Column, 'key' | 'synonyms' | 'isRequired'> & Partial<Column>,
): Column {
  return { key, synonyms, isRequired, ...about };
}
