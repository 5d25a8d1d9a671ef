import { Hono, type Context } from 'hono';
import { randomBytes } from 'node:crypto';
import type { HttpEnv } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import { readPicklists } from '#crm/fields/store-picklists.ts';
import { readClosing } from '#calendars/outside/closing-calendars.ts';
import { presentMe } from '#people/me.ts';
import { appFile, isBuilt } from './app-files.ts';
import { appPage, appPolicy } from './app-page.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

/** The staff app: one page for every address under /admin, and its files, whose names change with what is in them. */
export function adminRoutes(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/admin/assets/:name', (c) => sendFile(c));
  pages.get('/admin', (c) => sendApp(platform, c));
  pages.get('/admin/*', (c) => sendApp(platform, c));
  return pages;
}

async function sendApp(platform: Platform, c: Context<HttpEnv>): Promise<Response> {
  const caller = c.get('caller');
  const { pathname, search } = new URL(c.req.url);
  if (caller?.via !== 'cookie') {
    return c.redirect(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`, 303);
  }
  if (!isBuilt()) return c.text('The app is not built yet: run `npm start`, which builds it first.', 503);
  const nonce = randomBytes(16).toString('base64url');
  c.header('Content-Security-Policy', appPolicy(nonce));
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  const [me, picklists, customFields] = await Promise.all([
    presentMe(platform, caller),
    readPicklists(platform.db.read, caller.workspaceId),
    readCustomFields(platform.db.read, caller.workspaceId),
  ]);
  const { calendarStaleMinutes } = me.workspace;
  const closingCalendars = await readClosing(platform.db.read, platform.clock, caller, calendarStaleMinutes);
  return c.html(appPage({ me, picklists, customFields, closingCalendars }, nonce));
}

function sendFile(c: Context<HttpEnv>): Response | Promise<Response> {
  const file = appFile(c.req.param('name') ?? '', c.req.header('accept-encoding') ?? '');
  if (!file) return c.notFound();
  c.header('Content-Type', file.type);
  c.header('Cache-Control', A_YEAR);
  c.header('Vary', 'Accept-Encoding');
  if (file.encoding) c.header('Content-Encoding', file.encoding);
  return c.body(file.body);
}
