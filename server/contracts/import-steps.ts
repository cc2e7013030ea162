import { z } from 'zod';

/** What is going on while a file comes in; `of` rows or records where they are known, `done` of them so far. */
export const ImportStep = z.object({
  step: z.enum(['reading', 'read', 'checked', 'placing', 'storing', 'joining']),
  done: z.number().int(),
  of: z.number().int(),
  /** Name of the file, what is stored, or what is joined, for the command line. */
  about: z.string(),
});
export type ImportStep = z.infer<typeof ImportStep>;

/** Tells whoever waits how far it is; may throw to end the work where nothing has been stored yet. */
export type TellStep = (step: ImportStep) => void;

export function importStep(step: ImportStep['step'], { done = 0, of = 0, about = '' }: Partial<Omit<ImportStep, 'step'>> = {}): ImportStep {
  return { step, done, of, about };
}

/** A step in English, for the command line. */
export function stepWords({ step, done, of, about }: ImportStep): string {
  const number = (value: number) => value.toLocaleString('en');
  switch (step) {
    case 'reading':
      return `Reading ${about}${of > 1 ? ` (${done} of ${of})` : ''}`;
    case 'read':
      return `Read ${number(of)} rows`;
    case 'checked':
      return `Checked ${number(done)} of ${number(of)} rows`;
    case 'placing':
      return 'Looking up the places';
    case 'storing':
      return `Storing ${number(of)} ${about}`;
    case 'joining':
      return about;
  }
}
