import { objectFrom as jsonFrom, problemOf } from '../oauth/answers.ts';
import { OutsideProblem } from '../problem.ts';
import { joinUrlFrom } from '../join-url.ts';
import type { OpenAccount, RemoteCalendar, RemoteObject, Written, WrittenEvent } from '../provider.ts';
import {
  bodyFrom,
  EVENT_FIELDS,
  idOf,
  isUntouched,
  objectFrom,
  WRITTEN_FIELDS,
  type GoogleEvent,
} from './event.ts';
import { eventsUrl, type Google } from './google.ts';

/** Our mails tell the guests; Google's would be a second one. */
const QUIET = { sendUpdates: 'none', conferenceDataVersion: '1', fields: WRITTEN_FIELDS };

/** Writes under an id that follows from the UID, so that a repeat meets what the first try left (K3). */
export async function putEvent(
  google: Google,
  account: OpenAccount,
  { calendar, event, known }: { calendar: RemoteCalendar; event: WrittenEvent; known: Written | null },
  signal: AbortSignal,
): Promise<Written> {
  const body = bodyFrom(event);
  if (known) return change(google, account, { calendar, known, body }, signal);
  const href = idOf(event.uid);
  const url = eventsUrl(google, calendar, '', QUIET);
  const answer = await google.send(account, { method: 'POST', url, body: { ...body, id: href } }, signal);
  if (answer.status === 200 || answer.status === 201) return writtenFrom(jsonFrom<GoogleEvent>(answer));
  if (answer.status !== 409) throw problemOf(answer);
  // An earlier try that we never heard of, or one that the owner has thrown away since: its id stays taken.
  const standing = await find(google, account, { calendar, href }, signal);
  if (standing === null) throw new OutsideProblem('server', 'The id is taken, yet nothing stands there.');
  if (standing.status !== 'cancelled' && !isUntouched(standing)) throw touched();
  return change(google, account, { calendar, known: writtenFrom(standing), body }, signal);
}

async function change(
  google: Google,
  account: OpenAccount,
  { calendar, known, body }: { calendar: RemoteCalendar; known: Written; body: Record<string, unknown> },
  signal: AbortSignal,
): Promise<Written> {
  const url = eventsUrl(google, calendar, known.href, QUIET);
  const request = { method: 'PATCH', url, body, headers: ifMatch(known) } as const;
  const answer = await google.send(account, request, signal);
  if (answer.status === 200) return writtenFrom(jsonFrom<GoogleEvent>(answer));
  if (answer.status === 404 || answer.status === 410) throw touched();
  throw problemOf(answer);
}

export async function removeEvent(
  google: Google,
  account: OpenAccount,
  { calendar, known }: { calendar: RemoteCalendar; known: Written },
  signal: AbortSignal,
): Promise<void> {
  const url = eventsUrl(google, calendar, known.href, { sendUpdates: 'none' });
  const answer = await google.send(account, { method: 'DELETE', url, headers: ifMatch(known) }, signal);
  if (![200, 204, 404, 410].includes(answer.status)) throw problemOf(answer);
}

/** Null when nothing stands there. A calendar that is gone is a problem, not an empty place. */
export async function readEvent(
  google: Google,
  account: OpenAccount,
  place: { calendar: RemoteCalendar; href: string },
  signal: AbortSignal,
): Promise<RemoteObject | null> {
  const event = await find(google, account, place, signal);
  if (event !== null) {
    return event.status === 'cancelled' ? null : objectFrom(event, place.calendar.timeZone ?? 'UTC');
  }
  const url = `${google.apiUrl}/users/me/calendarList/${encodeURIComponent(place.calendar.remoteId)}?fields=id`;
  const calendar = await google.send(account, { method: 'GET', url }, signal);
  if (calendar.status !== 200) throw problemOf(calendar);
  return null;
}

async function find(
  google: Google,
  account: OpenAccount,
  { calendar, href }: { calendar: RemoteCalendar; href: string },
  signal: AbortSignal,
): Promise<GoogleEvent | null> {
  const url = eventsUrl(google, calendar, href, { fields: EVENT_FIELDS, maxAttendees: '1' });
  const answer = await google.send(account, { method: 'GET', url }, signal);
  if (answer.status === 200) return jsonFrom<GoogleEvent>(answer);
  if (answer.status === 404 || answer.status === 410) return null;
  throw problemOf(answer);
}

function writtenFrom(event: GoogleEvent): Written {
  if (!event.id) throw new OutsideProblem('server', 'The answer names no event.');
  const video = event.conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video');
  return { href: event.id, etag: event.etag ?? null, ...joinUrlFrom(event.hangoutLink ?? video?.uri) };
}

function ifMatch({ etag }: Written): Record<string, string> {
  return etag === null ? {} : { 'if-match': etag };
}

function touched(): OutsideProblem {
  return new OutsideProblem('changed', 'Somebody changed or removed it in the calendar.');
}
