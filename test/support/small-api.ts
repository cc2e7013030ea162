import { afterAll, beforeAll, expect } from 'vitest';
import type { z } from 'zod';
import { ErrorAnswer } from '../../server/contracts/error.ts';
import type { Database } from '../../server/db/database.ts';
import { type Asking, askingOf } from './asking.ts';
import { onBothHomes, openFreshDatabase } from './homes.ts';
import { writeSmallEdition } from './small-edition.ts';

export type SmallApi = {
  /** The answer of a question that must succeed, in its contract's shape. */
  answer: <Shape extends z.ZodType>(shape: Shape, path: string) => Promise<z.output<Shape>>;
  /** Status and parameter at fault of a question that must be refused. */
  refusal: (path: string) => Promise<string>;
  database: () => Database;
};

/** Runs tests that ask the API over a small edition of their own, on both homes. */
export function onSmallApi(tests: (api: SmallApi) => void): void {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());
    tests({
      answer: async (shape, path) => {
        const { status, body } = await asking.ask(path);
        expect({ path, status, failures: asking.failures }).toEqual({ path, status: 200, failures: [] });
        return shape.parse(body);
      },
      refusal: async (path) => {
        const { status, body } = await asking.ask(path);
        expect({ path, failures: asking.failures }).toEqual({ path, failures: [] });
        return `${status} ${ErrorAnswer.parse(body).error.parameter ?? '-'}`;
      },
      database: () => database,
    });
  });
}
