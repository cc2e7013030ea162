import { z } from 'zod';
import { Pcode } from '../../server/contracts/pcode.ts';
import file from './common-names.json' with { type: 'json' };

const CommonName = z.strictObject({ name: z.string().min(1), pcodes: z.array(Pcode).min(1) });

/** Names people type that no gazetteer has, and the places they mean. */
export const COMMON_NAMES = z.array(CommonName).parse(file.names);
