import type { ImportStep, TellStep } from '../contracts/import-steps.ts';

/** Of no literal type: a typed answer ending in json would have to be one value. */
export const LINES: string = 'application/x-ndjson';

/** Whoever asked has gone: what stores nothing need not go on. */
class Gone extends Error {}

/**
 * The lines of an answer while work that stores nothing goes on: its steps, and at the end what came of it, or the id of the request
 * where it failed, which `fail` has logged. The work ends at its next step once whoever asked has gone.
 */
export function toldLineByLine<Result extends object>(
  work: (tell: TellStep) => Promise<Result>,
  fail: (error: unknown) => string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let isGone = false;
  return new ReadableStream({
    start(controller) {
      const write = (line: Result | ImportStep | { failed: string }) => {
        if (!isGone) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const tell = (step: ImportStep) => {
        if (isGone) throw new Gone();
        write(step);
      };
      const failed = (error: unknown) => (error instanceof Gone ? undefined : write({ failed: fail(error) }));
      void work(tell)
        .then(write, failed)
        .then(() => (isGone ? undefined : controller.close()));
    },
    cancel() {
      isGone = true;
    },
  });
}
