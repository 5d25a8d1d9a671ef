import type { MiddlewareHandler } from 'hono';

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The strictest headers for everything; a page that needs more says so itself with `pagePolicy`. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', NOTHING);
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()');
    if (!headers.has('X-Frame-Options') && !isFramable(headers)) headers.set('X-Frame-Options', 'DENY');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}

/** X-Frame-Options knows no list of websites: where the policy names some, it alone speaks. */
function isFramable(headers: Headers): boolean {
  return /frame-ancestors (?!'none')/.test(headers.get('Content-Security-Policy') ?? '');
}

/**
 * A page of ours: own styles and script, one nonce for the accent's style element, forms to ourselves. `framedBy` says
 * who may show it in a frame, as `frame-ancestors` takes it.
 */
export function pagePolicy(nonce: string, framedBy = "'none'"): string {
  return [
    "default-src 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}
