import type { OutwardAnswer } from '#platform/outward/outward.ts';
import { eventText, rewriteText } from '../ical/event-text.ts';
import { OutsideProblem } from '../problem.ts';
import type { RemoteCalendar, Written, WrittenEvent } from '../provider.ts';
import { ask, meantStatus, problemOf, type Connection } from './ask.ts';
import { isSameEtag, strong } from './etag.ts';
import { fetchObject } from './fetch-objects.ts';
import { findByUid } from './find-by-uid.ts';
import { askState } from './list-objects.ts';
import { isGood } from './multistatus.ts';
import { objectPath, objectUrl } from './place.ts';
import { readStanding } from './standing.ts';

/**
 * Writes the whole event. One that is new goes under a place made of its UID, and only where nothing stands: a repeat of
 * a writing whose answer was lost meets what it wrote itself and is content with it (K3).
 */
export async function putEvent(
  connection: Connection,
  { remoteId: collection }: RemoteCalendar,
  event: WrittenEvent,
  known: Written | null,
): Promise<Written> {
  if (known) return rewrite(connection, collection, event, known);
  const href = placeFor(collection, event.uid);
  const headers = { ...CALENDAR_TEXT, 'if-none-match': '*' };
  const url = objectUrl(collection, href);
  const answer = await ask(connection, { method: 'PUT', url, headers, body: eventText(event) });
  const status = meantStatus(answer);
  if (isGood(status)) return written(connection, collection, event, href, answer);
  // 412: something stands at this very place. Else the same UID may stand at another, put there by a mail program.
  const isElsewhere = status !== 412 && MAY_BE_UID.has(status);
  const there = isElsewhere ? await findByUid(connection, collection, event.uid) : href;
  if (there === null || (there === href && status !== 412))
    throw await refusalOf(connection, collection, answer, status);
  return takeOver(connection, collection, event, there);
}

/** Nothing there is as good. */
export async function removeEvent(
  connection: Connection,
  { remoteId: collection }: RemoteCalendar,
  { href, etag }: Written,
): Promise<void> {
  const answer = await askIfMatch(connection, collection, { method: 'DELETE', href, etag });
  const status = meantStatus(answer);
  if (isGood(status) || status === 404 || status === 410) return;
  if (status === 412 && (await fetchObject(connection, collection, href)) === null) return;
  throw await refusalOf(connection, collection, answer, status);
}

const MAY_BE_UID = new Set([400, 403, 409, 422, 500]);

function placeFor(collection: string, uid: string): string {
  const folder = collection.endsWith('/') ? collection : `${collection}/`;
  return objectPath(folder, `${uid.replace(/[^\w.-]/g, '-')}.ics`);
}

/** Keeps what others have added to it: alarms, categories, notes of their own. */
async function rewrite(
  connection: Connection,
  collection: string,
  event: WrittenEvent,
  known: Written,
): Promise<Written> {
  const present = await fetchObject(connection, collection, known.href);
  const isKnown = present !== null && (known.etag === null || isSameEtag(present.etag, known.etag));
  if (!isKnown) throw new OutsideProblem('changed', 'it is not the one that was written');
  return replace(connection, collection, event, present);
}

/** An older state of ours is brought up to date; what somebody moved is theirs to tell. */
async function takeOver(
  connection: Connection,
  collection: string,
  event: WrittenEvent,
  href: string,
): Promise<Written> {
  const present = await fetchObject(connection, collection, href);
  if (present === null)
    throw new OutsideProblem('server', 'the server says it is there, and does not have it');
  const standing = readStanding(present.text);
  const isOurs = standing?.uid === event.uid;
  const isTime = standing?.start === event.start && standing.end === event.end;
  if (!isOurs || (!isTime && standing.sequence >= event.sequence))
    throw new OutsideProblem('changed', 'another one stands there');
  if (isTime && standing.sequence === event.sequence) return { href, etag: present.etag };
  return replace(connection, collection, event, present);
}

async function replace(
  connection: Connection,
  collection: string,
  event: WrittenEvent,
  present: { href: string; etag: string | null; text: string },
): Promise<Written> {
  const { href, etag } = present;
  const body = rewriteText(present.text, event);
  const answer = await askIfMatch(connection, collection, { method: 'PUT', href, etag, body });
  const status = meantStatus(answer);
  if (!isGood(status)) throw await refusalOf(connection, collection, answer, status);
  return written(connection, collection, event, href, answer);
}

/** A weak ETag matches nothing (RFC 9110, 13.1.1): then what stands there is looked at instead. */
async function askIfMatch(
  connection: Connection,
  collection: string,
  { method, href, etag, body }: { method: string; href: string; etag: string | null; body?: string },
): Promise<OutwardAnswer> {
  const request = { method, url: objectUrl(collection, href), body, headers: body ? CALENDAR_TEXT : {} };
  if (etag === null) return ask(connection, request);
  const headers = { ...request.headers, 'if-match': strong(etag) };
  const answer = await ask(connection, { ...request, headers });
  if (meantStatus(answer) !== 412 || !etag.startsWith('W/')) return answer;
  const present = await fetchObject(connection, collection, href);
  return isSameEtag(present?.etag, etag) ? ask(connection, request) : answer;
}

const CALENDAR_TEXT = { 'content-type': 'text/calendar; charset=utf-8' };

/** A server that changes what it stores gives no ETag, and a page for signing in none either: it is read back. */
async function written(
  connection: Connection,
  collection: string,
  event: WrittenEvent,
  href: string,
  answer: OutwardAnswer,
): Promise<Written> {
  const etag = answer.headers.get('etag');
  if (etag !== null) return { href, etag };
  const present = await fetchObject(connection, collection, href);
  if (present === null || readStanding(present.text)?.uid !== event.uid)
    throw new OutsideProblem('no-calendar', 'the server took the event and does not have it');
  return { href, etag: present.etag };
}

/** 409 and 404 may mean the whole calendar, 403 this very event: the two are told apart by asking and reading on. */
async function refusalOf(
  connection: Connection,
  collection: string,
  answer: OutwardAnswer,
  status: number,
): Promise<OutsideProblem> {
  const isPlace = status === 404 || status === 409 || status === 410;
  if (isPlace) await askState(connection, collection);
  if (status === 405) return problemOf(answer, 403);
  return problemOf(answer, isPlace || (status === 403 && ABOUT_EVENT.test(answer.text)) ? 422 : status);
}

/** RFC 4791, 5.3.2.1: what a server says that takes events, but not this one. */
const ABOUT_EVENT =
  /valid-calendar|supported-calendar|max-resource-size|-date-time|max-instances|max-attendees|no-uid/;
