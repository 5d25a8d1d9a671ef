import { Problem } from '#platform/refusal.ts';
import type { PageContext } from './send-page.ts';

/** The fields of a form as our pages send them. Nothing of ours sends files, so no other body is read (415). */
export async function formOf(c: PageContext): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type.trim())) {
    throw new Problem(415, 'unsupported', 'Send the form as application/x-www-form-urlencoded.');
  }
  return new URLSearchParams(await c.req.text());
}
