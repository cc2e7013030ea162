import { z } from 'zod';
import file from './other-names.json' with { type: 'json' };

const OtherName = z.strictObject({ name: z.string().min(1), official: z.string().min(1), source: z.string().min(1) });

/** What places are called besides: former names, names in general use, and short forms. */
export const OTHER_NAMES = z.array(OtherName).parse(file.names);
