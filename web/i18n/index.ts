import { createContext, useContext } from 'react';
import type { Language } from '../view.ts';
import { errors } from './errors.ts';
import { fill, type TextValues } from './fill.ts';
import { first } from './first.ts';
import type { LaterTexts } from './later.ts';
import { layers } from './layers.ts';
import { legend } from './legend.ts';
import { map } from './map.ts';
import { panels } from './panels.ts';
import { shell } from './shell.ts';

/** The texts of what is on the screen at once, by language; one file a part of the screen, both languages side by side. */
export const TEXTS = { first, legend, map, panels, shell, layers, errors } as const;

type Parts = typeof TEXTS & LaterTexts;
export type TextKey = { [Part in keyof Parts]: `${Part & string}.${keyof Parts[Part]['en'] & string}` }[keyof Parts];

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const known = new Map<string, Texts>(Object.entries(TEXTS));

/** Adds texts that arrive with the parts of the page that need them. */
export function addTexts(parts: Readonly<Record<string, Texts>>): void {
  for (const [part, texts] of Object.entries(parts)) known.set(part, texts);
}

/** Reads one text; a missing key cannot be written, because keys are typed. */
export function translate(language: Language, key: TextKey, values: TextValues = {}): string {
  const [part = '', name = ''] = key.split('.');
  const text = known.get(part)?.[language][name];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return fill(text, values);
}

export type Translate = (key: TextKey, values?: TextValues) => string;

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useText(): Translate {
  const language = useLanguage();
  return (key, values) => translate(language, key, values);
}
