import { createContext, useContext } from 'react';
import type { Language } from '../view.ts';
import { crossing } from './crossing.ts';
import { errors } from './errors.ts';
import { fill, type TextValues } from './fill.ts';
import { first } from './first.ts';
import { gaps } from './gaps.ts';
import { layers } from './layers.ts';
import { legend } from './legend.ts';
import { map } from './map.ts';
import { panels } from './panels.ts';
import { profile } from './profile.ts';
import { programme } from './programme.ts';
import { shell } from './shell.ts';
import { table } from './table.ts';

/** Every text of the client, by language; one file a part of the screen, both languages side by side. */
export const TEXTS = { first, legend, map, crossing, panels, shell, layers, errors, profile, gaps, table, programme } as const;

type Parts = typeof TEXTS;
export type TextKey = { [Part in keyof Parts]: `${Part & string}.${keyof Parts[Part]['en'] & string}` }[keyof Parts];

/** Reads one text; a missing key cannot be written, because keys are typed. */
export function translate(language: Language, key: TextKey, values: TextValues = {}): string {
  const [part = '', name = ''] = key.split('.');
  const texts: Readonly<Record<string, string>> = TEXTS[part as keyof Parts][language];
  const text = texts[name];
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
