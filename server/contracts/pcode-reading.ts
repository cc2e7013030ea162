import { ADMIN_LEVELS } from './lists.ts';

type AdminLevel = (typeof ADMIN_LEVELS)[number];
type Pcode = string;

const KHMER_ZERO = 0x17e0;

/**
 * Normalises a written place code, or returns undefined when it is none. An odd number of digits has
 * lost its leading zero.
 * @example parsePcode('KH10201') // '010201'
 */
export function parsePcode(text: string): Pcode | undefined {
  const latin = text.replace(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? KHMER_ZERO) - KHMER_ZERO));
  const match = /^(?:KH)?\s*(\d{1,8})$/i.exec(latin.replace(/[\u200b\ufeff]/g, '').trim());
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  const padded = digits.length % 2 === 1 ? `0${digits}` : digits;
  return /^(00)/.test(padded) ? undefined : padded;
}

/** Number of digits of a level's pcodes. */
export const PCODE_DIGITS: Readonly<Record<AdminLevel, number>> = { province: 2, district: 4, commune: 6 };

/** Level of a pcode; `village` has no map of its own. */
export function levelOf(pcode: Pcode): AdminLevel | 'village' {
  return ([...ADMIN_LEVELS, 'village'] as const)[pcode.length / 2 - 1] ?? 'village';
}

/** Code of the place's parent; undefined for a province. */
export function parentOf(pcode: Pcode): Pcode | undefined {
  return pcode.length > 2 ? pcode.slice(0, -2) : undefined;
}
