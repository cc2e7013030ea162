import { z } from 'zod';
import { WorkshopType } from '../../server/contracts/workshop.ts';
import file from './themes.json' with { type: 'json' };

const Theme = z.strictObject({ themeEn: z.string().min(1), themeKm: z.string().min(1) });

/** Themes of the invented workshops, by type. */
export const THEMES = z.record(WorkshopType, z.array(Theme).min(1)).parse(file.themes);
