import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

/** Who takes part. Only a colleague's time is blocked, by the entry in their calendar. */
export type Attendee =
  | { kind: 'member'; id: string; name?: string | null; email?: string | null; entryId?: string }
  | { kind: 'contact'; id: string; name?: string | null; email?: string | null }
  | { kind: 'address'; email: string };

export interface RecordEventFields {
  title: string;
  start: Minute;
  end: Minute;
  attendees: Attendee[];
}

/** When people meet over a record (P6). */
export interface RecordEvent extends RecordEventFields {
  id: string;
  record: RecordRef;
  madeBy: string;
  version: number;
  createdAt: string;
}

/** An event as the API shows it. */
export function presentRecordEvent({ start, end, attendees, ...event }: RecordEvent) {
  return {
    ...event,
    start: isoFromMinute(start),
    end: isoFromMinute(end),
    attendees: attendees.map(presentAttendee),
  };
}

/** An attendee the reader may not see has no name. */
function presentAttendee(attendee: Attendee) {
  if (attendee.kind === 'address') return { kind: attendee.kind, email: attendee.email };
  const { kind, id, name = null, email = null } = attendee;
  return { kind, id, name, email };
}

/** Tells attendees apart, whatever is known of them. */
export function keyOf(attendee: Attendee): string {
  return attendee.kind === 'address' ? attendee.email.toLowerCase() : `${attendee.kind} ${attendee.id}`;
}

export function membersOf({ attendees }: Pick<RecordEventFields, 'attendees'>) {
  return attendees.filter((one) => one.kind === 'member');
}
