import type { CalendarEvent } from '#calendars/event.ts';
import { keepsTimeOf } from '#hours/own-time.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { readRecordsOfEvents } from './store-week.ts';
import type { WeekRow } from './store-week.ts';
import type { CalendarSource } from './week-fields.ts';

/** Through what a meeting was booked: the link, the rotation, both, or a colleague's hand. */
export function sourcesOfBooking(row: WeekRow): CalendarSource[] {
  const sources: CalendarSource[] = [];
  if (row.link_id !== null) sources.push({ kind: 'link', id: row.link_id, name: row.link_title ?? '' });
  if (row.rotation_id !== null)
    sources.push({ kind: 'rotation', id: row.rotation_id, name: row.rotation_name ?? '' });
  return sources.length > 0 ? sources : [{ kind: 'hand' }];
}

/**
 * Where events come from, by event: the built-in calendar, or the record that it is kept on. Only of events whose titles
 * the caller sees, and a record is named to who may see it.
 */
export async function readSourcesOfEvents(
  db: Reader,
  caller: Caller,
  events: readonly (CalendarEvent & { memberId: string })[],
): Promise<(eventId: string) => CalendarSource[]> {
  const own = events.filter(({ memberId }) => keepsTimeOf(caller, memberId)).map(({ id }) => id);
  const kept = await readRecordsOfEvents(db, caller.workspaceId, own);
  const records = (await readLinked(db, caller.workspaceId, [...kept.values()])).filter(
    (record) => !record.isTrashed && maySee(caller, record),
  );
  return (eventId) => {
    const ref = kept.get(eventId);
    const record = ref && records.find(({ kind, id }) => kind === ref.kind && id === ref.id);
    if (!record) return [{ kind: 'calendar' }];
    const { id, name, kind: recordKind } = record;
    return [{ kind: 'record', id, name, recordKind }];
  };
}
