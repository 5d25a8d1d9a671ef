import { checkAddress } from '#platform/mailer/address.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { identify } from '#bookings/owner-first/identify.ts';
import { href, including } from './address.ts';
import { fieldNames } from './form-names.ts';
import { identifyPage } from './identify.ts';
import type { OwnPlace } from './place.ts';
import { readSignature, sign } from './read-signed-form.ts';
import { sendPage, type PageContext } from './send-page.ts';
import type { At, Identify, Wrong } from './view.ts';

type Asked = Partial<Record<string, string>>;

/** C4: before any time is shown, the link asks who comes. */
export function identifyView(
  platform: Platform,
  found: FoundLink,
  { frame, at, about }: OwnPlace,
  asked: Asked,
): Identify {
  return { frame, at: goingOn(at, asked), about, email: '', wrongs: [], ...sign(platform, found.link.id) };
}

/** To the times, with a token that names the address; the same for those we know and those we do not. */
export function sendIdentification(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: OwnPlace,
  form: URLSearchParams,
): Response | Promise<Response> {
  const email = (form.get(fieldNames.email) ?? '').trim();
  const at = goingOn(place.at, Object.fromEntries(form));
  const { again, trapped, ...signature } = readSignature(platform, found.link.id, form);
  if (trapped) return c.redirect(href(at), 303);
  const wrongs = again ? [] : wrongsIn(email);
  if (!again && wrongs.length === 0)
    return c.redirect(href(at, { c: identify(platform, found, email) }), 303);
  const { frame, about } = place;
  const view = { frame, at, about, email, wrongs, ...signature, ...(again && { again }) };
  return sendPage(c, frame, identifyPage(view), 422);
}

/** What the address said beside the visitor goes on with them. */
function goingOn(at: At, { timeZone, duration, month, day }: Asked): At {
  return including(at, { timeZone, duration, month, day });
}

function wrongsIn(email: string): Wrong[] {
  if (checkAddress(email)) return [];
  return [{ path: 'visitor.email', code: email === '' ? 'missing' : 'email' }];
}
