import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import { ErrorAnswer } from '../contracts/error.ts';
import { problem } from '../problem.ts';

/** A room of routes in which any wrong parameter is answered 400 with that parameter's name. */
export function createRouter() {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      return problem(c, 400, 'bad-parameter', parameterAtFault(result.error.issues[0]));
    },
  });
}

/** Name of the parameter an issue is about, also when only a part of its value is wrong; an unknown parameter is named itself. */
function parameterAtFault(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0) return issue.keys[0] ?? 'query';
  return String(issue?.path[0] ?? 'body');
}

/** An answer in JSON. */
export function answer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

/** Answers of a route that reads an edition by parameters. */
export const BAD_PARAMETER = answer('A parameter is wrong, unknown or missing; the answer names it', ErrorAnswer);
export const NOT_FOUND = answer('No such place', ErrorAnswer);
