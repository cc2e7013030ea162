import { z } from 'zod';

const Env = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a whole number from 0 to 65535 (0 takes any free port)' })
    .int('PORT must be a whole number from 0 to 65535 (0 takes any free port)')
    .min(0, 'PORT must be a whole number from 0 to 65535 (0 takes any free port)')
    .max(65535, 'PORT must be a whole number from 0 to 65535 (0 takes any free port)')
    .default(4170),
  HOST: z.string().min(1, 'HOST must name an address of this machine, for example 127.0.0.1').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must look like postgres://user:password@host:5432/database')
    .optional(),
  ATLAS_DATA: z.string().min(1, 'ATLAS_DATA must name a folder').default('.atlas'),
});

/** How this program was asked to run. */
export type Env = z.infer<typeof Env>;

/** A wrong start: the message is one plain sentence for whoever started the program. */
export class StartRefused extends Error {}

/** Reads the environment once; empty variables count as unset. Throws `StartRefused` naming every wrong one. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new StartRefused(`${parsed.error.issues.map((issue) => issue.message).join('; ')}.`);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
