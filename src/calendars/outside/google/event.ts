import { createHash } from 'node:crypto';
import { dayFromText, type Minute } from '#engine/minutes.ts';
import { startOfDay, zoneNamed } from '#engine/zone.ts';
import type { ExpandedObject, Occurrence } from '../ical/occurrence.ts';
import { UTC } from '../ical/zones.ts';
import type { RemoteObject, WrittenEvent } from '../provider.ts';

/** An event as the API tells it, of the fields we ask for. */
export interface GoogleEvent {
  id: string;
  etag?: string;
  status?: 'confirmed' | 'tentative' | 'cancelled';
  summary?: string;
  start?: GoogleTime;
  end?: GoogleTime;
  transparency?: 'opaque' | 'transparent';
  eventType?: string;
  attendees?: { self?: boolean; responseStatus?: string }[];
  iCalUID?: string;
  sequence?: number;
  recurringEventId?: string;
  originalStartTime?: GoogleTime;
  extendedProperties?: { private?: Record<string, string> };
  hangoutLink?: string;
  conferenceData?: { entryPoints?: { entryPointType?: string; uri?: string }[] };
}

/** A whole day as `date`, an instant as `dateTime` with its offset. */
interface GoogleTime {
  date?: string;
  dateTime?: string;
}

/** What we ask of an event: no guests, no description, no place. */
export const EVENT_FIELDS =
  'id,etag,status,summary,start,end,transparency,eventType,attendees(self,responseStatus),iCalUID,sequence,' +
  'recurringEventId,originalStartTime,extendedProperties/private';

/** Of what we wrote ourselves, also where its conference is. */
export const WRITTEN_FIELDS = `${EVENT_FIELDS},hangoutLink,conferenceData/entryPoints(entryPointType,uri)`;

/** `timeZone` is the calendar's: its whole days are days there. */
export function objectFrom(event: GoogleEvent, timeZone: string): RemoteObject {
  return { href: event.id, etag: event.etag ?? null, expanded: expandedFrom(event, timeZone) };
}

function expandedFrom(event: GoogleEvent, timeZone: string): ExpandedObject {
  const start = minuteOf(event.start, timeZone, Math.floor);
  const end = minuteOf(event.end, timeZone, Math.ceil);
  const stands = start !== null && end !== null;
  return {
    uid: uidOf(event),
    sequence: event.sequence ?? 0,
    status: event.status ?? 'confirmed',
    occurrences: stands ? [occurrenceFrom(event, start, end)] : [],
    oddities: [
      ...(stands ? [] : (['unreadable-date'] as const)),
      ...(zoneNamed(timeZone) === null ? (['unknown-zone'] as const) : []),
    ],
  };
}

function occurrenceFrom(event: GoogleEvent, start: Minute, end: Minute): Occurrence {
  const original = event.originalStartTime;
  return {
    start,
    end,
    allDay: event.start?.date !== undefined,
    busy: isBusy(event),
    title: event.summary ?? '',
    recurrenceId: original?.dateTime ?? original?.date ?? null,
  };
}

/** A3. Where somebody works says nothing about whether they are free; being away and thinking do. */
function isBusy(event: GoogleEvent): boolean {
  if (event.status === 'cancelled' || event.transparency === 'transparent') return false;
  if (event.eventType === 'workingLocation') return false;
  return !event.attendees?.some((one) => one.self === true && one.responseStatus === 'declined');
}

function minuteOf(
  time: GoogleTime | undefined,
  timeZone: string,
  round: (minutes: number) => number,
): Minute | null {
  if (time?.dateTime !== undefined) {
    const ms = Date.parse(time.dateTime);
    return Number.isNaN(ms) ? null : round(ms / 60_000);
  }
  const day = dayFromText(time?.date ?? '');
  return day === null ? null : startOfDay(zoneNamed(timeZone) ?? UTC, day);
}

/** Ours keeps its UID beside it: an event is made either with an id or with a UID, and the id is what keeps it single. */
function uidOf(event: GoogleEvent): string {
  const ours = event.extendedProperties?.private?.rondoUid;
  // A copy of our event carries the property too, but never our id.
  return ours !== undefined && event.id === idOf(ours) ? ours : (event.iCalUID ?? event.id);
}

/** The id under which an event of ours stands: letters a–v and digits, as the API wants it, and the same at each try. */
export function idOf(uid: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(uid).digest('hex').slice(0, 40)}`).toString(32);
  return digits.padStart(32, '0');
}

/** The body that writes an event; what the owner has added elsewhere in it stays. */
export function bodyFrom(event: WrittenEvent): Record<string, unknown> {
  const at = (minute: Minute) => ({
    dateTime: new Date(minute * 60_000).toISOString(),
    timeZone: event.timeZone,
  });
  return {
    summary: event.title,
    description: event.description,
    location: event.location,
    start: at(event.start),
    end: at(event.end),
    status: 'confirmed',
    ...conferenceOf(event),
    extendedProperties: {
      private: {
        rondoUid: event.uid,
        rondoWritten: markOf(event.title, event.start, event.end),
      },
    },
  };
}

/** The same request at each writing: Google makes one room for it, and passes over the others. */
function conferenceOf({ conference, uid }: WrittenEvent): Record<string, unknown> {
  if (conference !== 'meet') return {};
  const createRequest = { requestId: idOf(uid), conferenceSolutionKey: { type: 'hangoutsMeet' } };
  return { conferenceData: { createRequest } };
}

/** Whether an event of ours is as we left it: what it shows is what we say we wrote. */
export function isUntouched(event: GoogleEvent): boolean {
  const written = event.extendedProperties?.private?.rondoWritten;
  const start = minuteOf(event.start, 'UTC', Math.floor);
  const end = minuteOf(event.end, 'UTC', Math.ceil);
  return start !== null && end !== null && written === markOf(event.summary ?? '', start, end);
}

function markOf(title: string, start: Minute, end: Minute): string {
  return createHash('sha256').update(`${start} ${end} ${title}`).digest('base64url').slice(0, 22);
}
