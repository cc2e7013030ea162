/** A text in both languages. */
export type Text = { en: string; km: string };

export type ExportCell = string | number | null;

/** Whole numbers, or any; a field that says neither holds text. */
type Numeric = 'integer' | 'number';

/** A column of a file that leaves: its head, what it means, and its HXL tag (hxlstandard.org). */
export type ExportField<Row> = {
  key: string;
  label: Text;
  explanation: Text;
  hxl: string;
  cell: (row: Row) => ExportCell;
  holds?: Numeric;
};

/** What a file holds, whatever its format: heads, rows, and what the numbers are of. */
export type ExportSheet = {
  fields: readonly Omit<ExportField<never>, 'cell'>[];
  /** Cells in the order of the fields; codes are text. */
  rows: readonly (readonly ExportCell[])[];
  /** Said of the whole file: name and text. */
  about: readonly (readonly [name: string, text: string])[];
};

/** Puts rows into a sheet by its fields. */
export function toSheet<Row>(fields: readonly ExportField<Row>[], rows: readonly Row[], about: ExportSheet['about']): ExportSheet {
  const described = fields.map(({ cell: _, ...field }) => field);
  return { fields: described, rows: rows.map((row) => fields.map(({ cell }) => cell(row))), about };
}

/** The meaning of every field, as a sheet of its own. */
export function toDictionary({ fields }: ExportSheet): ExportCell[][] {
  const heads = ['field', 'hxl', 'English', 'ខ្មែរ', 'Explanation', 'ការពន្យល់'];
  return [heads, ...fields.map(({ key, hxl, label, explanation }) => [key, hxl, label.en, label.km, explanation.en, explanation.km])];
}
