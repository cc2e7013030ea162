import { fill, type TextValues } from '../web/i18n/fill.ts';
import { gaps } from '../web/i18n/gaps.ts';
import { layers } from '../web/i18n/layers.ts';
import { map } from '../web/i18n/map.ts';
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

type MapKey = keyof typeof map.en;

/** Reads the texts of the map in a language; a key may name its part: `map.vsnp`. */
export function mapText(language: Language): (key: MapKey | `map.${MapKey}`, values?: TextValues) => string {
  return (key, values = {}) => fill(map[language][key.replace(/^map\./, '') as MapKey], values);
}

/** Reads the texts of the layers and their options in a language. */
export function layerText(language: Language): (key: keyof typeof layers.en, values?: TextValues) => string {
  return (key, values = {}) => fill(layers[language][key], values);
}
