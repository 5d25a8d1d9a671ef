import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { newToken } from '#platform/secrets.ts';
import type { FoundLink } from '#links/store-public.ts';
import { bookFromLink } from '#bookings/book-from-link.ts';
import { isFor } from '#bookings/owner-first/contact-token.ts';
import { keyFrom, scopeOf } from '#bookings/idempotency.ts';
import { asksOf } from './asks.ts';
import { afterBooking } from './after-booking.ts';
import { checkForm, type Checked } from './check-form.ts';
import { detailsPage } from './details.ts';
import { detailsView, type Again } from './details-view.ts';
import { readFormToken } from './form-token.ts';
import { href } from './address.ts';
import { askedFrom, type Asked } from './link-view.ts';
import { isOver, offersView } from './offers-view.ts';
import { offersPage } from './offers.ts';
import type { OwnPlace } from './place.ts';
import { readForm, type SentForm } from './read-form.ts';
import { unclearPage } from './refusals.ts';
import { sendPage, type PageContext } from './send-page.ts';

/** The form of the link's page that books. Nothing typed is ever lost. */
export async function sendForm(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: OwnPlace,
  form: URLSearchParams,
): Promise<Response> {
  const asks = asksOf(found.link.settings, place.frame.language);
  const sent = readForm(form, asks);
  const asked = askedFrom({ timeZone: sent.timeZone, duration: sent.duration }, found);
  const start = minuteFromIso(sent.start);
  if (!asked || start === null) return sendPage(c, place.frame, unclearPage(place.frame, place.at.path), 422);
  const shown = framed(place, sent);
  // A robot that filled the field nobody sees is sent back to the month and none the wiser.
  if (sent.trapped) return c.redirect(href(place.at), 303);
  const show: Show = (again, status) => {
    const { typed, key, token } = sent;
    const view = detailsView(platform, found, asked, start, shown, { typed, key, token, ...again });
    return sendPage(c, shown.frame, detailsPage(view), status);
  };
  const token = readFormToken(platform, found.link.id, sent.key, sent.token);
  if (token === 'too-soon' && !isMailed(place, sent)) return show({ panel: { kind: 'again' } }, 422);
  if (token === 'no') return show({ panel: { kind: 'again' }, key: keyOf(sent), token: null }, 422);
  const checked = checkForm(found, sent, asks, shown.frame.language);
  if ('wrongs' in checked) return show({ wrongs: checked.wrongs }, 422);
  return book(platform, c, found, { ...checked, asked, sent, place: shown }, show);
}

/** Whom we wrote to ourselves may press at once: a robot has no such link (ABUSE 14). */
function isMailed({ contact }: OwnPlace, { typed }: SentForm): boolean {
  return contact?.proof === 'sent' && isFor(contact, typed.email);
}

type Show = (again: Partial<Again>, status: number) => Response | Promise<Response>;

async function book(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  { visit, body, asked, sent, place }: Checked & { asked: Asked; sent: SentForm; place: OwnPlace },
  show: Show,
): Promise<Response> {
  const key = keyFrom(found.link.workspaceId, scopeOf(found.link.id), sent.key, body);
  const booked = await bookOrRepeat(() => bookFromLink(platform, found, visit, key));
  if (booked === 'other-words') return show({ panel: { kind: 'again' }, key: newToken(), token: null }, 422);
  if ('refused' in booked && isOver(booked.refused)) {
    const view = await offersView(platform, found, asked, place);
    return sendPage(c, place.frame, offersPage(view), 409);
  }
  if ('refused' in booked) {
    const alternatives = booked.alternatives.map(isoFromMinute);
    return show({ panel: { kind: booked.refused === 'busy' ? 'taken' : 'closed', alternatives } }, 409);
  }
  return afterBooking(platform, c, found, place, visit, booked.body);
}

/** A key that looks like none of ours was never given out; a form with it could not be sent again. */
const keyOf = ({ key }: SentForm): string => (/^[\w-]{20,100}$/.test(key) ? key : newToken());

/** Going back and changing a word after booking is another form, not the same one: its key is used. */
async function bookOrRepeat<T>(act: () => Promise<T>): Promise<T | 'other-words'> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && error.problem === 'key-reused') return 'other-words';
    throw error;
  }
}

/** The form was shown by a GET address; the languages lead back there, with the start that was chosen. */
export function framed(place: OwnPlace, sent: SentForm): OwnPlace {
  const query = new URLSearchParams({ ...place.at.query, start: sent.start, timeZone: sent.timeZone });
  if (sent.duration) query.set('duration', sent.duration);
  return { ...place, frame: { ...place.frame, address: `${place.at.path}?${query}` } };
}
