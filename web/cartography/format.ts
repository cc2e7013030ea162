/** Languages numbers and days are written in. Khmer uses Khmer digits; codes of places never pass through here. */
export type Tongue = 'en' | 'km';

/**
 * Chromium ships without Khmer and would fall back to English; German with Khmer digits writes numbers as Khmer does
 * (point between thousands, comma before decimals).
 */
const LOCALES: Readonly<Record<Tongue, readonly string[]>> = { en: ['en-GB'], km: ['km-u-nu-khmr', 'de-u-nu-khmr'] };

/** Months as CLDR names them in Khmer, for browsers that do not know. */
const KHMER_MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'] as const;

/** @example formatNumber('km', 1234) // '១.២៣៤' */
export function formatNumber(tongue: Tongue, number: number, decimals = 0): string {
  const key = `${tongue} ${decimals}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known.format(number);
  const format = new Intl.NumberFormat([...LOCALES[tongue]], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  FORMATS.set(key, format);
  return format.format(number);
}

/** Made once each: making one takes a hundred times as long as using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** A year or another number that is a name: never grouped. */
export function formatYear(tongue: Tongue, year: string): string {
  const plain = String(Number(year));
  return tongue === 'en' ? plain : plain.replace(/\d/g, (digit) => formatNumber(tongue, Number(digit)));
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
  if (tongue === 'km') return `${formatNumber('km', Number(day.slice(8, 10)))} ${khmerMonth(day)}`;
  return new Intl.DateTimeFormat([...LOCALES.en], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function khmerMonth(day: string): string {
  return `${KHMER_MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${formatYear('km', day.slice(0, 4))}`;
}

/** Metres as kilometres: one decimal below ten, none above. */
export function formatKilometers(tongue: Tongue, meters: number): string {
  const kilometers = meters / 1000;
  const number = formatNumber(tongue, kilometers, kilometers < 9.95 ? 1 : 0);
  return tongue === 'km' ? `${number} គ.ម.` : `${number} km`;
}
