import { z } from 'zod';

/** Levels of Cambodia's administrative gazetteer that the atlas maps, coarse to fine. */
export const AdminLevel = z.enum(['province', 'district', 'commune']);
export type AdminLevel = z.infer<typeof AdminLevel>;
export const ADMIN_LEVELS = AdminLevel.options;

/** A place's code in the gazetteer's form: text of 2 (province), 4 (district), 6 (commune) or 8 (village) digits. */
export const Pcode = z.string().regex(/^(\d{2}){1,4}$/, 'a pcode has 2, 4, 6 or 8 digits');
export type Pcode = z.infer<typeof Pcode>;

/** A pcode as people write it: `010201`, `10201`, `KH010201`, `០១០២០១`. */
export const WrittenPcode = z
  .string()
  .max(40)
  .transform((text, context) => {
    const pcode = parsePcode(text);
    if (pcode !== undefined) return pcode;
    context.addIssue({ code: 'custom', message: 'not a place code' });
    return z.NEVER;
  });

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
  return (['province', 'district', 'commune', 'village'] as const)[pcode.length / 2 - 1] ?? 'village';
}

/** Code of the place's parent; undefined for a province. */
export function parentOf(pcode: Pcode): Pcode | undefined {
  return pcode.length > 2 ? pcode.slice(0, -2) : undefined;
}
