import { fill, type TextValues } from '../web/i18n/fill.ts';
import { gaps } from '../web/i18n/gaps.ts';
import { paper } from '../web/i18n/paper.ts';
import type { Language } from '../web/view.ts';

/** Reads the texts of prints in a language. */
export function printText(language: Language): (key: keyof typeof paper.en, values?: TextValues) => string {
  return (key, values = {}) => fill(paper[language][key], values);
}

/** Reads the texts of the gap list in a language. */
export function gapText(language: Language): (key: keyof typeof gaps.en, values?: TextValues) => string {
  return (key, values = {}) => fill(gaps[language][key], values);
}
