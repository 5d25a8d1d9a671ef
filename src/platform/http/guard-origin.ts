import type { MiddlewareHandler } from 'hono';
import type { Platform } from '../platform.ts';
import { notAllowed } from '../refusal.ts';
import type { HttpEnv } from './caller.ts';

/**
 * A change asked for by another website is refused (403). Bearer keys are not sent by browsers on their own,
 * and the public API takes no cookie, so neither needs the check; a cookie without an Origin is not enough.
 */
export function guardOrigin(platform: Platform): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    if (!safe && !sendsKey(c.req.header('authorization')) && !c.req.path.startsWith('/api/public/')) {
      const origin = c.req.header('origin');
      const own =
        origin === undefined ? !c.req.header('cookie') : isOwn(platform, origin, c.req.header('host'));
      if (!own || c.req.header('sec-fetch-site') === 'cross-site') {
        throw notAllowed(
          'This request came from another website. Send it from Rondo’s own pages, or use an API key.',
        );
      }
    }
    await next();
  };
}

/** Only a bearer key is sent on purpose: browsers repeat a proxy's Basic password by themselves. */
function sendsKey(authorization: string | undefined): boolean {
  return /^bearer /i.test(authorization ?? '');
}

function isOwn(platform: Platform, origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.origin === new URL(platform.config.publicUrl).origin || asked.host === host;
}
