import { isUtf8 } from 'node:buffer';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../refusal.ts';

const DEEPEST = 40;

/**
 * Refuses JSON nested deeper than anything we ask for, before a recursive reader meets it, and bytes that are
 * no UTF-8, before a reader puts question marks in their place.
 */
export function guardJson(): MiddlewareHandler {
  return async (c, next) => {
    const type = c.req.header('content-type') ?? '';
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && /json/i.test(type)) {
      if (!isUtf8(await c.req.arrayBuffer())) throw new Problem(400, 'bad-request', 'Send JSON as UTF-8.');
      const text = await c.req.text();
      // Many clients name the type of a body they do not send; an empty one says nothing, so it asks for nothing.
      if (text === '') c.req.bodyCache.text = Promise.resolve('{}') as never;
      if (depthOf(text) > DEEPEST) {
        throw new Problem(400, 'bad-request', `JSON may be nested ${DEEPEST} levels deep.`);
      }
    }
    await next();
  };
}

/** The deepest nesting of brackets outside strings; stops counting once it is too deep. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < json.length && deepest <= DEEPEST; i++) {
    const c = json.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth);
    else if (c === 125 || c === 93) depth--;
  }
  return deepest;
}
