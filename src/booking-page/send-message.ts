import { limitAddress } from '#platform/http/client-address.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { OwnerMessage, writeToOwner } from '#bookings/owner-first/owner-message.ts';
import { href } from './address.ts';
import { contactFullPage, messageSentPage } from './contact-full.ts';
import { known } from './details-view.ts';
import { fieldNames } from './form-names.ts';
import type { OwnPlace } from './place.ts';
import { readSignature, sign } from './read-signed-form.ts';
import { sendPage, type PageContext } from './send-page.ts';
import type { ContactFull, MessageSent, Wrong } from './view.ts';

/** C2.2: instead of a calendar without times, a form to write to the visitor's usual contact. */
export function contactFullView(platform: Platform, found: FoundLink, place: OwnPlace): ContactFull {
  const { name } = known(place.contact);
  return { ...shown(place), typed: { name, text: '' }, wrongs: [], ...sign(platform, found.link.id) };
}

/** The message goes to the owner by mail, once, however often the form is sent. */
export async function sendMessage(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: OwnPlace,
  form: URLSearchParams,
): Promise<Response> {
  const { frame, at, contact } = place;
  const { again, trapped, ...signature } = readSignature(platform, found.link.id, form);
  // Whoever is not known any more sees what everybody sees; a robot learns nothing.
  if (trapped || contact === null) return c.redirect(href(at), 303);
  const typed = typedIn(form);
  const read = OwnerMessage.safeParse({ c: at.query.c, ...typed });
  if (again || !read.success) {
    const wrongs = read.success || again ? [] : wrongsFrom(read.error.issues, typed);
    const view = { ...shown(place), typed, wrongs, ...signature, ...(again && { again }) };
    return sendPage(c, frame, contactFullPage(view), 422);
  }
  const sender = { key: signature.key, network: limitAddress(platform, c) };
  const gone = await unlessFree(() => writeToOwner(platform, found, contact, read.data, sender));
  return gone ? sendPage(c, frame, messageSentPage(shown(place))) : c.redirect(href(at), 303);
}

/** Times that have become free meanwhile are better than a message. */
async function unlessFree(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return false;
    throw error;
  }
}

function shown({ frame, at, about, usual, contact }: OwnPlace): MessageSent {
  return { frame, at, about, usual: usual ?? {}, ...(contact && { replyTo: contact.email }) };
}

function typedIn(form: URLSearchParams): ContactFull['typed'] {
  const text = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n');
  return { name: text(fieldNames.name).trim(), text: text(fieldNames.text) };
}

/** As they stand on the page, each field once. */
function wrongsFrom(issues: { path: PropertyKey[] }[], typed: ContactFull['typed']): Wrong[] {
  return (['name', 'text'] as const)
    .filter((field) => issues.some(({ path }) => path[0] === field))
    .map((field) => ({
      path: field === 'name' ? 'visitor.name' : field,
      code: typed[field].trim() === '' ? ('missing' as const) : ('too-long' as const),
    }));
}
