import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorAnswer, ErrorCode } from './contracts/error.ts';

/** The one form of a refused answer: a code, the request's id, and the parameter at fault if there is one. */
export function problem<Status extends ContentfulStatusCode>(c: Context, status: Status, code: ErrorCode, parameter?: string) {
  const error = { code, requestId: String(c.get('requestId') ?? ''), ...(parameter === undefined ? {} : { parameter }) };
  return c.json({ error } satisfies ErrorAnswer, status);
}
