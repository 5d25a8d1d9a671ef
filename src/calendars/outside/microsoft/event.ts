import { createHash } from 'node:crypto';
import { dayFromText, MINUTES_PER_DAY, type Minute } from '#engine/minutes.ts';
import { instantOf, localDayOf, startOfDay, type Zone } from '#engine/zone.ts';
import type { ExpandedObject, Occurrence } from '../ical/occurrence.ts';
import { UTC, zoneByName } from '../ical/zones.ts';
import type { RemoteObject, WrittenEvent } from '../provider.ts';

/** An event as Graph tells it, of the fields we look at. */
export interface GraphEvent {
  id: string;
  '@odata.etag'?: string;
  '@removed'?: { reason?: string };
  type?: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  seriesMasterId?: string | null;
  subject?: string | null;
  start?: GraphTime;
  end?: GraphTime;
  originalStartTimeZone?: string | null;
  isAllDay?: boolean;
  isCancelled?: boolean;
  showAs?: string;
  responseStatus?: { response?: string };
  iCalUId?: string | null;
  transactionId?: string | null;
  singleValueExtendedProperties?: { id: string; value: string }[];
  onlineMeeting?: { joinUrl?: string } | null;
}

/** A wall time, '2026-12-01T09:00:00.0000000', and the zone in which it is one. */
interface GraphTime {
  dateTime: string;
  timeZone: string;
}

export const EVENT_FIELDS =
  'id,type,seriesMasterId,subject,start,end,originalStartTimeZone,isAllDay,isCancelled,showAs,responseStatus,' +
  'iCalUId,transactionId';

export function objectFrom(event: GraphEvent): RemoteObject {
  return { href: event.id, etag: event['@odata.etag'] ?? null, expanded: expandedFrom(event) };
}

function expandedFrom(event: GraphEvent): ExpandedObject {
  const zone = zoneByName(event.originalStartTimeZone ?? '');
  const start = minuteOf(event.start, Math.floor);
  const end = minuteOf(event.end, Math.ceil);
  const stands = start !== null && end !== null;
  return {
    uid: uidOf(event),
    sequence: 0,
    status: event.isCancelled === true ? 'cancelled' : 'confirmed',
    occurrences: stands ? [occurrenceFrom(event, zone ?? UTC, { start, end })] : [],
    oddities: [
      ...(stands ? [] : (['unreadable-date'] as const)),
      ...(event.isAllDay === true && zone === null ? (['unknown-zone'] as const) : []),
    ],
  };
}

function occurrenceFrom(event: GraphEvent, zone: Zone, told: { start: Minute; end: Minute }): Occurrence {
  const allDay = event.isAllDay === true;
  return {
    ...(allDay ? wholeDays(zone, told) : told),
    allDay,
    busy: isBusy(event),
    title: event.subject ?? '',
    recurrenceId: event.seriesMasterId ? event.id : null,
  };
}

/**
 * A3: whole local days. The service tells a whole day as midnight UTC to midnight UTC, whatever the zone; should it
 * tell the instants of the local midnights instead, these name the days just as well.
 */
function wholeDays(zone: Zone, { start, end }: { start: Minute; end: Minute }) {
  const isMidnight = start % MINUTES_PER_DAY === 0 && end % MINUTES_PER_DAY === 0;
  const first = isMidnight ? start / MINUTES_PER_DAY : localDayOf(zone, start);
  const after = isMidnight ? end / MINUTES_PER_DAY : localDayOf(zone, end - 1) + 1;
  return { start: startOfDay(zone, first), end: startOfDay(zone, after) };
}

/** A3. Who works elsewhere can be met; what is only planned or of an unknown kind blocks. */
function isBusy({ isCancelled, showAs, responseStatus }: GraphEvent): boolean {
  if (isCancelled === true || responseStatus?.response === 'declined') return false;
  return showAs !== 'free' && showAs !== 'workingElsewhere';
}

function minuteOf(time: GraphTime | undefined, round: (minutes: number) => number): Minute | null {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)$/.exec(time?.dateTime ?? '');
  const day = dayFromText(parts?.[1] ?? '');
  const zone = zoneByName(time?.timeZone ?? '');
  if (!parts || day === null || zone === null) return null;
  const ofDay = Number(parts[2]) * 60 + Number(parts[3]);
  return round(instantOf(zone, day, ofDay) + Number(parts[4]) / 60);
}

/** Ours carry their UID as what makes a repeated request the same one; what follows a semicolon made it new again. */
function uidOf({ transactionId, iCalUId, id }: GraphEvent): string {
  const ours = /^[0-9a-f-]{36}@[^;]+/.exec(transactionId ?? '')?.[0];
  return ours ?? iCalUId ?? id;
}

const PROPERTY = 'String {6a1e6f0c-4c0b-4f0e-9d3a-5b7f6f1d2c80} Name';
const UID_PROPERTY = `${PROPERTY} RondoUid`;
const MARK_PROPERTY = `${PROPERTY} RondoWritten`;

/** Finds an event by the UID that we wrote. */
export const WITH_OUR_PROPERTIES = `singleValueExtendedProperties($filter=id eq '${UID_PROPERTY}' or id eq '${MARK_PROPERTY}')`;

export function withUid(uid: string): string {
  const value = uid.replaceAll("'", "''");
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${UID_PROPERTY}' and ep/value eq '${value}')`;
}

/** The body that writes an event; what the owner has added elsewhere in it stays. */
export function bodyFrom(event: WrittenEvent): Record<string, unknown> {
  const at = (minute: Minute) => ({
    dateTime: new Date(minute * 60_000).toISOString().slice(0, 19),
    timeZone: 'UTC',
  });
  return {
    subject: event.title,
    body: { contentType: 'text', content: event.description },
    location: { displayName: event.location },
    start: at(event.start),
    end: at(event.end),
    showAs: 'busy',
    ...(event.conference === 'teams' && {
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    }),
    singleValueExtendedProperties: [
      { id: UID_PROPERTY, value: event.uid },
      { id: MARK_PROPERTY, value: markOf(event.title, event.start, event.end) },
    ],
  };
}

/** Whether an event of ours is as we left it: what it shows is what we say we wrote. */
export function isUntouched(event: GraphEvent): boolean {
  const written = event.singleValueExtendedProperties?.find(({ id }) => id === MARK_PROPERTY)?.value;
  const start = minuteOf(event.start, Math.floor);
  const end = minuteOf(event.end, Math.ceil);
  return start !== null && end !== null && written === markOf(event.subject ?? '', start, end);
}

function markOf(title: string, start: Minute, end: Minute): string {
  return createHash('sha256').update(`${start} ${end} ${title}`).digest('base64url').slice(0, 22);
}
