import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { languages } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { bookFromLink } from '#bookings/book-from-link.ts';
import { keyFrom, scopeOf } from '#bookings/idempotency.ts';
import { NewVisit, visitFrom } from '#bookings/visit-fields.ts';
import { checkVisit, type Visit } from '#bookings/visit.ts';
import { asksOf } from './asks.ts';
import { afterBooking } from './after-booking.ts';
import { sendAgain } from './check-mail-again.ts';
import { detailsPage } from './details.ts';
import { detailsView, type Again } from './details-view.ts';
import { formOf } from './form-of.ts';
import { formStands } from './form-token.ts';
import { askedFrom, type Asked, type Place } from './link-view.ts';
import { bodyOf, readForm, type SentForm } from './read-form.ts';
import { unclearPage } from './refusals.ts';
import { sendPage, type PageContext } from './send-page.ts';
import type { Asks, Details } from './view.ts';
import { wrongsFrom } from './wrongs-from.ts';

/** A form of the link's page: a booking, or the wish for another verification mail. Nothing typed is ever lost. */
export async function sendForm(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: Place,
): Promise<Response> {
  const form = await formOf(c);
  const resend = form.get('again');
  if (resend !== null) return sendAgain(platform, c, found, place, resend);
  const asks = asksOf(found.link.settings, place.frame.language);
  const sent = readForm(form, asks);
  const asked = askedFrom({ timeZone: sent.timeZone, duration: sent.duration }, found);
  const start = minuteFromIso(sent.start);
  if (!asked || start === null) return sendPage(c, place.frame, unclearPage(place.frame, place.at.path), 422);
  const shown = framed(place, sent);
  // A robot that filled the field nobody sees is sent back to the month and none the wiser.
  if (sent.trapped) return c.redirect(place.at.path, 303);
  const show = (again: Omit<Again, 'typed' | 'key'>, status: number) => {
    const view = detailsView(platform, found, asked, start, shown, {
      typed: sent.typed,
      key: sent.key,
      ...again,
    });
    return sendPage(c, shown.frame, detailsPage(view), status);
  };
  if (!formStands(platform, found.link.id, sent.key, sent.token))
    return show({ panel: { kind: 'again' } }, 422);
  const checked = check(found, sent, asks, shown);
  if ('wrongs' in checked) return show({ wrongs: checked.wrongs }, 422);
  return book(platform, c, found, { ...checked, asked, sent, place: shown }, show);
}

type Show = (again: Omit<Again, 'typed' | 'key'>, status: number) => Response | Promise<Response>;

interface Checked {
  visit: Visit;
  body: Record<string, unknown>;
}

async function book(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  { visit, body, sent, place }: Checked & { asked: Asked; sent: SentForm; place: Place },
  show: Show,
): Promise<Response> {
  const key = keyFrom(found.link.workspaceId, scopeOf(found.link.id), sent.key, body);
  const booked = await bookOrRepeat(() => bookFromLink(platform, found, visit, key));
  if (booked === 'other-words') return show({ panel: { kind: 'again' } }, 422);
  if ('refused' in booked) {
    const alternatives = booked.alternatives.map(isoFromMinute);
    return show({ panel: { kind: booked.refused === 'busy' ? 'taken' : 'closed', alternatives } }, 409);
  }
  return afterBooking(platform, c, found, place, visit, booked.body);
}

/** Going back and changing a word after booking is another form, not the same one: its key is used. */
async function bookOrRepeat<T>(act: () => Promise<T>): Promise<T | 'other-words'> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && error.problem === 'key-reused') return 'other-words';
    throw error;
  }
}

function check(
  found: FoundLink,
  sent: SentForm,
  asks: Asks,
  place: Place,
): Checked | { wrongs: Details['wrongs'] } {
  const body = bodyOf(sent, asks);
  const parsed = NewVisit.safeParse(body);
  const errors = parsed.success ? [] : parsed.error.issues.map((issue) => ({ path: issue.path.join('.') }));
  try {
    if (parsed.success)
      return { visit: checkVisit(found.link, visitFrom(parsed.data, place.frame.language)), body };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    errors.push(...((error.extra.errors as { path: string }[] | undefined) ?? []));
  }
  return { wrongs: wrongsFrom(errors, sent.typed, asks) };
}

/** The form was shown by a GET address; the languages lead back there, with the start that was chosen. */
function framed(place: Place, sent: SentForm): Place {
  const query = new URLSearchParams({ ...place.at.query, start: sent.start, timeZone: sent.timeZone });
  if (sent.duration) query.set('duration', sent.duration);
  const language = languages.find((one) => one === sent.language);
  const frame = { ...place.frame, address: `${place.at.path}?${query}`, ...(language && { language }) };
  return { ...place, frame };
}
