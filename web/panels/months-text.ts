import { formatNumber } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

/** @example monthsText(text, 'en', 1) // '1 month' */
export function monthsText(text: Translate, language: Language, count: number): string {
  return text(count === 1 ? 'panels.month' : 'panels.months', { count: formatNumber(language, count) });
}
