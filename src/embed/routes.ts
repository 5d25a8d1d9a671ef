import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { packAsset } from '#booking-page/pack.ts';
import { embedScript } from './script.ts';

/** L5: the script that websites load, whoever they are: what they may show is said by the pages themselves. */
export function embedRoutes() {
  const routes = new Hono<HttpEnv>();
  return routes.get('/embed.js', (c) => {
    const script = embedScript();
    c.header('Cache-Control', 'public, max-age=300, stale-while-revalidate=86400');
    c.header('ETag', script.tag);
    c.header('Vary', 'Accept-Encoding');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('Access-Control-Allow-Origin', '*');
    if (c.req.header('if-none-match')?.includes(script.tag.slice(2))) return c.body(null, 304);
    const packed = packAsset(c, script);
    if (packed) c.header('Content-Encoding', packed.encoding);
    return c.body(packed?.body ?? script.body, 200, { 'Content-Type': script.type });
  });
}
