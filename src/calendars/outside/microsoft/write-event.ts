import { newId } from '#platform/ids.ts';
import { objectFrom as jsonFrom, problemOf } from '../oauth/answers.ts';
import { OutsideProblem } from '../problem.ts';
import { joinUrlFrom } from '../join-url.ts';
import type { OpenAccount, RemoteCalendar, RemoteObject, Written, WrittenEvent } from '../provider.ts';
import { bodyFrom, EVENT_FIELDS, isUntouched, objectFrom, WITH_OUR_PROPERTIES, withUid } from './event.ts';
import type { GraphEvent } from './event.ts';
import { calendarPath, type Microsoft, type Page } from './microsoft.ts';

/**
 * Writes an event that carries its UID as a property and as `transactionId`: a repeat finds the one, and of two that
 * come at once the service takes one by the other (K3).
 */
export async function putEvent(
  microsoft: Microsoft,
  account: OpenAccount,
  { calendar, event, known }: { calendar: RemoteCalendar; event: WrittenEvent; known: Written | null },
  signal: AbortSignal,
): Promise<Written> {
  const body = bodyFrom(event);
  const writing = { microsoft, account, calendar, signal, uid: event.uid, body };
  if (known) return change(writing, known);
  return (await changeStanding(writing)) ?? add(writing);
}

interface Writing {
  microsoft: Microsoft;
  account: OpenAccount;
  calendar: RemoteCalendar;
  signal: AbortSignal;
  uid: string;
  body: Record<string, unknown>;
}

/** An earlier try that we never heard of. */
async function changeStanding(writing: Writing): Promise<Written | null> {
  const { microsoft, account, calendar, signal, uid } = writing;
  const query = new URLSearchParams({ $filter: withUid(uid), $expand: WITH_OUR_PROPERTIES, $top: '2' });
  const url = `${calendarPath(calendar)}/events?${query.toString()}`;
  const found = await microsoft.get<Page<GraphEvent>>(account, url, signal);
  const standing = found.value?.[0];
  if (!standing) return null;
  if (!isUntouched(standing)) throw touched();
  return change(writing, writtenFrom(standing));
}

async function add(writing: Writing): Promise<Written> {
  const first = await post(writing, writing.uid);
  if (first.status === 201 || first.status === 200) return writtenFrom(jsonFrom<GraphEvent>(first));
  if (first.status !== 409) throw problemOf(first);
  // Two at once: the other one stands now. Otherwise it is one that the owner threw away: ours is a new request.
  const standing = await changeStanding(writing);
  if (standing) return standing;
  const again = await post(writing, `${writing.uid};${newId()}`);
  if (again.status === 201 || again.status === 200) return writtenFrom(jsonFrom<GraphEvent>(again));
  throw problemOf(again);
}

function post({ microsoft, account, calendar, signal, body }: Writing, transactionId: string) {
  const url = `${calendarPath(calendar)}/events`;
  return microsoft.send(account, { method: 'POST', url, body: { ...body, transactionId } }, signal);
}

async function change(
  { microsoft, account, calendar, signal, body }: Writing,
  known: Written,
): Promise<Written> {
  const request = {
    method: 'PATCH',
    url: eventPath(calendar, known.href),
    body,
    headers: ifMatch(known),
  } as const;
  const answer = await microsoft.send(account, request, signal);
  if (answer.status === 200) return writtenFrom(jsonFrom<GraphEvent>(answer));
  if (answer.status === 404) throw touched();
  throw problemOf(answer);
}

export async function removeEvent(
  microsoft: Microsoft,
  account: OpenAccount,
  { calendar, known }: { calendar: RemoteCalendar; known: Written },
  signal: AbortSignal,
): Promise<void> {
  const request = {
    method: 'DELETE',
    url: eventPath(calendar, known.href),
    headers: ifMatch(known),
  } as const;
  const answer = await microsoft.send(account, request, signal);
  if (![200, 204, 404, 410].includes(answer.status)) throw problemOf(answer);
}

/** Null when nothing stands there. A calendar that is gone is a problem, not an empty place. */
export async function readEvent(
  microsoft: Microsoft,
  account: OpenAccount,
  { calendar, href }: { calendar: RemoteCalendar; href: string },
  signal: AbortSignal,
): Promise<RemoteObject | null> {
  const url = `${eventPath(calendar, href)}?$select=${EVENT_FIELDS}`;
  const answer = await microsoft.send(account, { method: 'GET', url }, signal);
  if (answer.status === 200) return objectFrom(jsonFrom<GraphEvent>(answer));
  if (answer.status !== 404) throw problemOf(answer);
  await microsoft.get(account, `${calendarPath(calendar)}?$select=id`, signal);
  return null;
}

/** Within its calendar: what was thrown away still stands elsewhere in the mailbox. */
function eventPath(calendar: RemoteCalendar, href: string): string {
  return `${calendarPath(calendar)}/events/${encodeURIComponent(href)}`;
}

function writtenFrom(event: GraphEvent): Written {
  if (!event.id) throw new OutsideProblem('server', 'The answer names no event.');
  const etag = event['@odata.etag'] ?? null;
  return { href: event.id, etag, ...joinUrlFrom(event.onlineMeeting?.joinUrl) };
}

function ifMatch({ etag }: Written): Record<string, string> {
  return etag === null ? {} : { 'if-match': etag };
}

function touched(): OutsideProblem {
  return new OutsideProblem('changed', 'Somebody changed or removed it in the calendar.');
}
