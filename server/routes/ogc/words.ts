import type { Edition } from '../../contracts/edition.ts';
import type { AdminLevel } from '../../contracts/pcode.ts';
import { kindOf } from '../../exports/fields.ts';

/** Levels as titles name them. */
export const LEVEL_WORDS: Readonly<Record<AdminLevel, string>> = {
  province: 'provinces · ខេត្ត',
  district: 'districts · ស្រុក',
  commune: 'communes · ឃុំ',
};

/** What every collection of an edition says of it: the source of its places, and whether its numbers are invented. */
export function editionSentence(edition: Edition): string {
  const { nameEn, nameKm, source, licence, validFrom } = edition;
  return `${kindOf(edition)}. Edition ${edition.id}: ${nameEn} · ${nameKm}, valid from ${validFrom}. Places: ${source} (${licence}).`;
}

/** The edition as a title names it; of invented numbers nobody may miss that they are. */
export function editionTitle({ nameEn, isDemonstration }: Edition): string {
  return isDemonstration ? `${nameEn} (demonstration, invented · សាកល្បង)` : nameEn;
}
