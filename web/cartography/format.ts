/** Languages numbers and days are written in. Khmer uses Khmer digits; codes of places never pass through here. */
export type Tongue = 'en' | 'km';

/** Signs between thousands and before decimals, as CLDR has them for British English and Khmer. */
const SIGNS: Readonly<Record<Tongue, { group: string; point: string }>> = {
  en: { group: ',', point: '.' },
  km: { group: '.', point: ',' },
};

/** Months as CLDR shortens them in British English. */
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

/** Months as CLDR names them in Khmer; Chromium does not know. */
const KHMER_MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'] as const;

/**
 * A number with so many decimals, as `Intl` would write it in `en-GB` and `km-u-nu-khmr`. Written here because Chromium
 * has no Khmer, and because the first formatter of `Intl` takes a phone a tenth of a second, before its first map.
 * @example formatNumber('km', 1234) // '១.២៣៤'
 */
export function formatNumber(tongue: Tongue, number: number, decimals = 0): string {
  const { group, point } = SIGNS[tongue];
  const [whole = '', fraction] = number.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return inDigitsOf(tongue, fraction === undefined ? grouped : `${grouped}${point}${fraction}`);
}

const KHMER_ZERO = 0x17e0;

function inDigitsOf(tongue: Tongue, text: string): string {
  return tongue === 'en' ? text : text.replace(/\d/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}

/** A year or another number that is a name: never grouped. */
export function formatYear(tongue: Tongue, year: string): string {
  return inDigitsOf(tongue, String(Number(year)));
}

/** A share between 0 and 1, in whole per cent; a share that is not quite nothing or all never reads so. */
export function formatPercent(tongue: Tongue, share: number): string {
  const percent = share > 0 && share < 0.01 ? 1 : share < 1 && share > 0.99 ? 99 : Math.round(share * 100);
  const less = share > 0 && share < 0.01 ? '< ' : share < 1 && share > 0.99 ? '> ' : '';
  return `${less}${formatNumber(tongue, percent)} %`;
}

/**
 * A day `YYYY-MM-DD`.
 * @example formatDay('km', '2025-11-14') // '១៤ វិច្ឆិកា ២០២៥'
 */
export function formatDay(tongue: Tongue, day: string): string {
  const months = tongue === 'km' ? KHMER_MONTHS : ENGLISH_MONTHS;
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  return `${formatNumber(tongue, Number(day.slice(8, 10)))} ${month} ${formatYear(tongue, day.slice(0, 4))}`;
}

/** Metres as kilometres: one decimal below ten, none above. */
export function formatKilometers(tongue: Tongue, meters: number): string {
  const kilometers = meters / 1000;
  const number = formatNumber(tongue, kilometers, kilometers < 9.95 ? 1 : 0);
  return tongue === 'km' ? `${number} គ.ម.` : `${number} km`;
}
