import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { assets } from './assets.ts';
import { linkPages } from './routes-link.ts';
import { packAsset } from './pack.ts';
import { managePages } from './routes-manage.ts';
import { roomPages } from './routes-room.ts';
import { passwordPages } from './routes-password.ts';
import { signInPages } from './routes-sign-in.ts';
import { staffPages } from './routes-staff.ts';

/** Every page of HTML and what pages fetch. Mounted last: `/{workspace}/{link}` would swallow other addresses. */
export function pageRoutes(platform: Platform, rate: PublicRate) {
  const pages = new Hono<HttpEnv>();
  pages.get('/assets/:name', (c) => {
    const asset = assets().get(c.req.path);
    if (!asset) throw notFound();
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    const packed = packAsset(c, asset);
    if (packed) c.header('Content-Encoding', packed.encoding);
    return c.body(packed?.body ?? asset.body, 200, { 'Content-Type': asset.type });
  });
  pages.route('/', staffPages(platform));
  pages.route('/', signInPages(platform));
  pages.route('/', passwordPages(platform));
  pages.route('/', managePages(platform));
  pages.route('/', roomPages(platform));
  return pages.route('/', linkPages(platform, rate));
}
