import { type ColumnQuestion, FILE_FAULTS, type FileIssue, type Refusal } from '@atlas/server/contracts';
import { formatDay, formatNumber } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

type Wording = { text: Translate; language: Language };

/** Why a file or an undo is refused, in the reader's language; a reason without parts follows as the server says it. */
export function refusalText({ refused, because }: Refusal, { text, language }: Wording): string {
  if (because === undefined) return text('uploads.refused', { reason: refused });
  const { issue, values, asks } = because;
  // In English the server's sentence begins with the name of the file.
  if (language === 'en' && issue in FILE_FAULTS) return refused;
  const said = Object.entries(values).map(([name, value]) => [name, valueText(name, value, { asks, language })]);
  return text(`refusals.${issue}`, Object.fromEntries(said));
}

type Value = FileIssue['values'][string];

function valueText(name: string, value: Value, { asks, language }: { asks: ColumnQuestion | undefined; language: Language }): string {
  if (typeof value === 'number') return formatNumber(language, value);
  if (name === 'day') return formatDay(language, value);
  if (name !== 'columns' && name !== 'column') return value;
  const labels = value.split(', ').map((key) => asks?.columns.find((column) => column.key === key)?.[language] ?? key);
  return labels.join(', ');
}
