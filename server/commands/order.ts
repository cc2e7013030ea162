import { z } from 'zod';
import { Choices } from '../contracts/choices.ts';
import { DATASET_IDS } from '../datasets/index.ts';

/** What whoever imports places states of them; the rest follows from the files. */
const EditionStated = z.strictObject({
  edition: z.string().optional(),
  validFrom: z.string().optional(),
  licence: z.string().optional(),
  source: z.string().optional(),
});

/** What whoever imports numbers states of their table. */
const DatasetStated = z.strictObject({
  place: z.string().optional(),
  value: z.string().optional(),
  denominator: z.string().optional(),
  period: z.string().optional(),
  indicator: z.string().optional(),
});

/** One piece of work on the data, as the command line states it and a running server takes it over. */
export const Order = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('import-boundaries'), options: EditionStated }),
  z.strictObject({ command: z.literal('import-gazetteer'), options: EditionStated }),
  z.strictObject({
    command: z.literal('import-dataset'),
    dataset: z.enum(DATASET_IDS),
    stated: DatasetStated,
    source: z.string().optional(),
    isDryRun: z.boolean().optional(),
    choices: Choices.optional(),
    isRemembered: z.boolean().optional(),
    isAllOrNothing: z.boolean().optional(),
  }),
  z.strictObject({ command: z.literal('undo-upload'), upload: z.number().int(), isDryRun: z.boolean().optional() }),
  z.strictObject({ command: z.literal('uploads') }),
  z.strictObject({ command: z.literal('remove-demonstration') }),
  z.strictObject({ command: z.literal('reports') }),
  z.strictObject({
    command: z.literal('build-release'),
    edition: z.string().optional(),
    period: z.string().optional(),
    threshold: z.number().int().optional(),
  }),
]);
export type Order = z.infer<typeof Order>;

/** Does the order bring data that is no demonstration? */
export function bringsRealData(order: Order): boolean {
  return order.command.startsWith('import-');
}
