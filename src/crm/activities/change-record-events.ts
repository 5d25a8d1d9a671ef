import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { LONGEST_EVENT } from '#calendars/event.ts';
import { changesBetween, type FieldChange } from '#crm/timeline/changes.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { attendeesFrom, refuseColleagues } from './attendees.ts';
import { keepEntries } from './calendar-entries.ts';
import { placeOf, type Place } from './place.ts';
import type { EventWish } from './record-event-fields.ts';
import { keyOf, type Attendee, type RecordEvent, type RecordEventFields } from './record-event.ts';
import { deleteRecordEvent, insertRecordEvent, lockRecordEvent, updateRecordEvent } from './store-events.ts';
import { tellOfEvent } from './tell.ts';

type NewWish = EventWish & Pick<RecordEventFields, 'title' | 'start' | 'end'>;

/** Adds an event to a record the caller may see; it blocks every colleague who takes part (P6). */
export async function addRecordEvent(
  platform: Platform,
  caller: Caller,
  place: Place,
  { attendees: given = [caller.memberId], ...wish }: NewWish,
): Promise<RecordEvent> {
  refuseOddLength(wish);
  const { workspaceId, memberId: madeBy } = caller;
  const createdAt = isoNow(platform.clock);
  return platform.db.transact(async (tx) => {
    const { kind, id } = await placeOf(tx, caller, place);
    const attendees = await attendeesFrom(tx, caller, given, []);
    refuseColleagues(caller, { attendees });
    const base = { ...wish, id: newId(), record: { kind, id }, madeBy, version: 1, createdAt };
    const event = {
      ...base,
      attendees: await keepEntries(tx, platform, workspaceId, null, { ...wish, attendees }),
    };
    await insertRecordEvent(tx, workspaceId, event);
    await tellOfEvent(tx, caller, createdAt, event, { what: 'made' });
    return event;
  });
}

/** `version` is what the caller last read; when somebody was faster, the present event comes back. */
export async function changeRecordEvent(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
  { attendees: given, ...wish }: EventWish,
  version?: number,
): Promise<RecordEvent | { changedMeanwhile: RecordEvent }> {
  const { workspaceId } = caller;
  return platform.db.transact(async (tx) => {
    await placeOf(tx, caller, place);
    const before = await lockRecordEvent(tx, { workspaceId, record: place, id }, limitedTo(caller));
    if (!before) throw notFound();
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const attendees = given ? await attendeesFrom(tx, caller, given, before.attendees) : before.attendees;
    const wanted = { ...before, ...wish, attendees };
    refuseOddLength(wanted);
    const changes = changesOfEvent(before, wanted);
    if (changes.length === 0) return before;
    refuseColleagues(caller, before, wanted);
    const kept = await keepEntries(tx, platform, workspaceId, before, wanted);
    const after = { ...wanted, attendees: kept, version: before.version + 1 };
    await updateRecordEvent(tx, workspaceId, after);
    await tellOfEvent(tx, caller, isoNow(platform.clock), after, { what: 'changed', changes });
    return after;
  });
}

/** Takes an event away; everybody's time is free again. */
export async function removeRecordEvent(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
): Promise<void> {
  const { workspaceId } = caller;
  await platform.db.transact(async (tx) => {
    await placeOf(tx, caller, place);
    const event = await lockRecordEvent(tx, { workspaceId, record: place, id });
    if (!event) throw notFound();
    refuseColleagues(caller, event);
    await keepEntries(tx, platform, workspaceId, event, { ...event, attendees: [] });
    await deleteRecordEvent(tx, workspaceId, id);
    await tellOfEvent(tx, caller, isoNow(platform.clock), event, { what: 'deleted' });
  });
}

/** As the API names the fields; attendees by what tells them apart. */
export function changesOfEvent(before: RecordEventFields, after: RecordEventFields): FieldChange[] {
  return changesBetween(named(before), named(after));
}

function named({ title, start, end, attendees }: RecordEventFields) {
  return { title, start: isoFromMinute(start), end: isoFromMinute(end), attendees: attendees.map(told) };
}

function told(attendee: Attendee): string {
  return attendee.kind === 'address' ? attendee.email : keyOf(attendee);
}

function refuseOddLength({ start, end }: Pick<RecordEventFields, 'start' | 'end'>): void {
  if (end <= start) throw invalid({ path: 'end', message: 'The end must come after the start.' });
  if (end - start > LONGEST_EVENT) {
    throw invalid({ path: 'end', message: 'An event lasts 366 days at most.' });
  }
}
