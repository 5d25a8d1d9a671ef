import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { countingStatements } from '../db/statements.ts';
import { newId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { HttpEnv } from './caller.ts';

/**
 * One line a request: the route's pattern, never the address, because addresses hold tokens and queries hold
 * what people typed.
 */
export function logRequests(platform: Platform): MiddlewareHandler<HttpEnv> {
  return (c, next) =>
    countingStatements(async (count) => {
      const started = performance.now();
      const requestId = newId();
      c.set('requestId', requestId);
      c.set('caller', null);
      await next();
      platform.log.info('request', {
        id: requestId,
        method: c.req.method,
        route: routePath(c),
        status: c.res.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        statements: count.statements,
      });
    });
}
