import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import { newToken } from '#platform/secrets.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact } from '#bookings/owner-first/contact.ts';
import { endOfStart } from '#bookings/offered-times.ts';
import { asksOf } from './asks.ts';
import { fieldOf } from './form-names.ts';
import { formToken } from './form-token.ts';
import type { Asked } from './link-view.ts';
import type { OwnPlace } from './place.ts';
import { nothingTyped } from './read-form.ts';
import type { Details, Typed } from './view.ts';

/**
 * What a form brings back when it has to be shown again: every word, its key, and its token, so that nobody waits
 * twice. A token that is no good (null) is replaced.
 */
export interface Again {
  typed: Typed;
  key: string;
  token: string | null;
  wrongs?: Details['wrongs'];
  panel?: Details['panel'];
}

/** The form for one start, with a fresh key the first time. */
export function detailsView(
  platform: Platform,
  { link }: FoundLink,
  asked: Asked,
  start: Minute,
  place: OwnPlace,
  again?: Again,
): Details {
  const { settings } = link;
  const end = endOfStart(link, start, asked.duration);
  const key = again?.key ?? newToken();
  const typed = again?.typed ?? known(place.contact);
  const wrongs = again?.wrongs ?? [];
  return {
    frame: place.frame,
    at: place.at,
    about: place.about,
    start: isoFromMinute(start),
    end: isoFromMinute(end),
    timeZone: asked.timeZone,
    duration: end - start,
    asks: asksOf(settings, place.frame.language),
    typed,
    wrongs,
    ...(isKnown(place.contact, typed, wrongs) && { known: true }),
    ...(again?.panel && { panel: again.panel }),
    key,
    token: again?.token ?? formToken(platform, link.id, key),
    movableUntil: settings.cutOffMinutes < 43_200 ? isoFromMinute(start - settings.cutOffMinutes) : null,
    ...(settings.footer && { footer: settings.footer }),
    ...(settings.redirectUrl && { onward: settings.redirectUrl }),
  };
}

/** L4: whether nobody needs to say who they are: the form has what the mailed link says, and nothing of it is wrong. */
function isKnown(contact: Contact | null, typed: Typed, wrongs: Details['wrongs']): boolean {
  const { name, email } = known(contact);
  const isWrong = wrongs.some(({ path }) => ['name', 'email'].includes(fieldOf(path)));
  return contact?.proof === 'sent' && name !== '' && typed.name === name && typed.email === email && !isWrong;
}

/** What we know of who asks, to be changed as they like: their address, and with a mailed link their name. */
export function known(contact: Contact | null): Typed {
  const typed = nothingTyped();
  if (contact === null) return typed;
  const name = contact.proof === 'sent' ? (contact.person?.name ?? '') : '';
  return { ...typed, name, email: contact.email };
}
