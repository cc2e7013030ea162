/** Values for `{name}` places in a text; numbers are written by the caller through `cartography/format`. */
export type TextValues = Readonly<Record<string, string>>;

/** Sets the values into a text; a place without a value stays as it is written, so that it is seen. */
export function fill(text: string, values: TextValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => values[slot] ?? whole);
}
