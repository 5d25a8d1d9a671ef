import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { z } from '@hono/zod-openapi';
import { invalid, notAllowed, notFound, Problem } from '../refusal.ts';
import { allowed, type Access, type HttpEnv } from './caller.ts';

/**
 * A router of one slice. Input that does not fit its schema becomes a 422 with a path for each error; an
 * address that cannot be one of ours is simply not there.
 */
export function router(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw result.target === 'param' ? notFound() : invalid(...fieldErrors(result.error.issues));
    },
  });
}

/** A route and who may use it. The access stands in the OpenAPI document, and the access table checks it. */
export function route<const R extends Omit<RouteConfig, 'middleware'>>(access: Access, config: R) {
  const guarded = { ...config, 'x-access': access, middleware: [requireAccess(access)] };
  return createRoute(guarded as unknown as R & { middleware: MiddlewareHandler<HttpEnv>[] });
}

/** What a route answers. */
export function answer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body that must be there. */
export function body<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

function requireAccess(access: Access): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (access !== 'public') {
      const caller = c.get('caller');
      if (!caller) throw new Problem(401, 'not-signed-in', 'Sign in, or send an API key as a bearer token.');
      if (!allowed(caller, access)) throw notAllowed();
    }
    await next();
  };
}

interface Issue {
  path: PropertyKey[];
  message: string;
  code?: string;
  keys?: string[];
}

/** What a schema says about input, as the errors of a 422; at most twenty. */
export function fieldErrors(issues: readonly unknown[]) {
  return (issues as Issue[]).slice(0, 20).flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message.slice(0, 300) }];
    return (issue.keys ?? []).slice(0, 10).map((key) => {
      const name = [path, key.slice(0, 60)].filter(Boolean).join('.');
      return { path: name, message: `"${name}" is not a field of this request.` };
    });
  });
}
