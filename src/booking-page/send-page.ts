import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { isoNow } from '#platform/clock.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { pagePolicy } from '#platform/http/security-headers.ts';
import { clockFrom, knownLanguage, languageFrom } from '#platform/messages/language.ts';
import type { Platform } from '#platform/platform.ts';
import { framedBy } from './embedded.ts';
import type { Html } from './markup.ts';
import { packPage } from './pack.ts';
import { tooManyPage } from './refusals.ts';
import type { Frame } from './view.ts';

export type PageContext = Context<HttpEnv>;

/** What every page knows, from the request: the visitor's language, clock and week, and a fresh nonce. */
export function frameFor(
  platform: Platform,
  c: PageContext,
  workspace: Frame['workspace'],
  wanted: { language?: string | undefined; address?: string } = {},
): Frame {
  const accept = c.req.header('accept-language');
  return {
    language: languageFrom(accept, knownLanguage(c.req.query('language')) ?? wanted.language),
    clock: clockFrom(accept),
    workspace,
    nonce: randomBytes(16).toString('base64url'),
    address: wanted.address ?? addressOf(c),
    now: isoNow(platform.clock),
    mailStays: platform.config.smtpUrl === undefined,
  };
}

/**
 * Path and query as asked, so that the language links lead to this very page: never to another house, as an
 * address with two slashes in front would.
 */
function addressOf(c: PageContext): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.replace(/^\/+/, '/')}${search}`;
}

/**
 * A page with its policy. The referrer stays within our own pages: with none at all, browsers send
 * `Origin: null` with a form, and our own forms would be refused.
 */
export function sendPage(
  c: PageContext,
  frame: Frame,
  page: Html,
  status = 200,
): Response | Promise<Response> {
  c.header('Content-Security-Policy', pagePolicy(frame.nonce, framers(frame)));
  if (frame.preview) c.header('X-Frame-Options', 'SAMEORIGIN');
  if (frame.preview) c.header('X-Robots-Tag', 'noindex');
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  const packed = packPage(c, page.toString());
  if (packed === null) return c.html(page as string, status as 200);
  c.header('Content-Encoding', packed.encoding);
  c.header('Vary', 'Accept-Encoding', { append: true });
  return c.body(packed.body, status as 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

/** Who may show the page in a frame: nobody, unless it is asked for in one (L5) or looked at by a colleague. */
function framers({ preview, embed }: Frame): string | undefined {
  if (preview) return "'self'";
  return embed && framedBy(embed);
}

/** 429, with the time after which another try is worth it. */
export function sendTooMany(c: PageContext, frame: Frame, seconds: number): Response | Promise<Response> {
  c.header('Retry-After', String(seconds));
  return sendPage(c, frame, tooManyPage(frame, seconds), 429);
}
