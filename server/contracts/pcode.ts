import { z } from 'zod';
import { ADMIN_LEVELS, PCODE_FORM } from './lists.ts';
import { parsePcode } from './pcode-reading.ts';

export { ADMIN_LEVELS } from './lists.ts';
export { levelOf, PCODE_DIGITS, parentOf, parsePcode } from './pcode-reading.ts';

/** A level the atlas maps. */
export const AdminLevel = z.enum(ADMIN_LEVELS);
export type AdminLevel = z.infer<typeof AdminLevel>;

/** A place's code, `PCODE_FORM`. */
export const Pcode = z.string().regex(PCODE_FORM, 'a pcode has 2, 4, 6 or 8 digits');
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
