import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { type OrderFiles, Outcome } from '../../server/commands/carry-out.ts';
import type { Order } from '../../server/commands/order.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import { StartRefused } from '../../server/env.ts';

const Line = z.union([z.object({ step: z.string() }), z.object({ outcome: Outcome }), z.object({ failed: z.string() })]);

/** Hands an order to the running server that holds the data folder, passing its steps on. */
export async function handOver(
  server: { url: string; secret: string },
  { order, given }: { order: Order; given: OrderFiles },
  say: (step: string) => void,
): Promise<Outcome> {
  const form = new FormData();
  form.set('order', JSON.stringify(order));
  for (const file of given.files) form.append('file', new File([new Uint8Array(file.bytes)], file.name));
  if (given.codes !== undefined) form.set('codes', new File([new Uint8Array(given.codes.bytes)], given.codes.name));
  const headers = { authorization: `Bearer ${server.secret}`, 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };
  const answer = await fetch(`${server.url}/api/imports`, { method: 'POST', body: form, headers }).catch((error: unknown) => {
    throw new StartRefused(
      `The running atlas at ${server.url} does not answer (${error instanceof Error ? error.message : String(error)}).`,
    );
  });
  if (!answer.ok || answer.body === null)
    throw new StartRefused(`The running atlas at ${server.url} does not take the work (answer ${answer.status}).`);
  for await (const text of createInterface({ input: Readable.fromWeb(answer.body as never) })) {
    const line = Line.parse(JSON.parse(text));
    if ('step' in line) say(line.step);
    else if ('failed' in line) throw new StartRefused(`The running atlas failed; its log holds the reason (request ${line.failed}).`);
    else return line.outcome;
  }
  throw new StartRefused('The running atlas stopped before the work was done; nothing was kept.');
}
