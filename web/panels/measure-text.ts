import { formatNumber } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

/**
 * A measured distance, always with one decimal, so that 15.4 km never reads as if it were within 15 km.
 * @example distanceText('en', 15448) // '15.4 km'
 */
export function distanceText(language: Language, meters: number): string {
  const kilometers = formatNumber(language, meters / 1000, 1);
  return language === 'km' ? `${kilometers} គ.ម.` : `${kilometers} km`;
}

/** @example monthsText(text, 'en', 1) // '1 month' */
export function monthsText(text: Translate, language: Language, count: number): string {
  return text(count === 1 ? 'panels.month' : 'panels.months', { count: formatNumber(language, count) });
}
