import { crossing } from './crossing.ts';
import { gaps } from './gaps.ts';
import { addTexts } from './index.ts';
import { issues } from './issues.ts';
import { notes } from './notes.ts';
import { prints } from './prints.ts';
import { profile } from './profile.ts';
import { programme } from './programme.ts';
import { refusals } from './refusals.ts';
import { table } from './table.ts';
import { uploads } from './uploads.ts';
import { years } from './years.ts';

/** Texts of the panels that arrive when they are opened; each of these panels imports this file. */
export const LATER_TEXTS = { crossing, profile, gaps, table, programme, issues, notes, refusals, uploads, years, prints } as const;
export type LaterTexts = typeof LATER_TEXTS;

addTexts(LATER_TEXTS);
