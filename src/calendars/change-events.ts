import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import { bumpMember } from '#people/store-version.ts';
import './facts.ts';
import { LONGEST_EVENT, type CalendarEvent, type NewEvent } from './event.ts';
import { deleteEvent, insertEvent, readEvent, updateEvent } from './store.ts';

export async function addEvent(
  { db, clock }: Platform,
  caller: Caller,
  memberId: string,
  given: NewEvent,
): Promise<CalendarEvent> {
  refuseOddLength(given);
  const { workspaceId } = caller;
  return db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const event = { ...given, id: newId(), version: 1 };
    await insertEvent(tx, { workspaceId, memberId, id: event.id }, event, isoNow(clock));
    await bumpMember(tx, workspaceId, memberId);
    return event;
  });
}

/** `version` is what the caller last read; when somebody was faster, the present event comes back. */
export async function changeEvent(
  { db, announcer }: Platform,
  caller: Caller,
  memberId: string,
  id: string,
  change: Partial<NewEvent>,
  version?: number,
): Promise<CalendarEvent | { changedMeanwhile: CalendarEvent }> {
  const key = { workspaceId: caller.workspaceId, memberId, id };
  return db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const before = await readEvent(tx, key);
    if (!before) throw notFound();
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const after = { ...before, ...change, version: before.version + 1 };
    refuseOddLength(after);
    await updateEvent(tx, key, after);
    await bumpMember(tx, key.workspaceId, memberId);
    await announcer.announce(tx, 'event-moved', { caller, memberId, before, after });
    return after;
  });
}

export async function removeEvent(
  { db, announcer }: Platform,
  caller: Caller,
  memberId: string,
  id: string,
): Promise<void> {
  const { workspaceId } = caller;
  await db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    if (!(await deleteEvent(tx, { workspaceId, memberId, id }))) throw notFound();
    await bumpMember(tx, workspaceId, memberId);
    await announcer.announce(tx, 'event-taken-out', { caller, memberId, id });
  });
}

function refuseOddLength({ start, end }: Pick<NewEvent, 'start' | 'end'>): void {
  if (end <= start) throw invalid({ path: 'end', message: 'The end must come after the start.' });
  if (end - start > LONGEST_EVENT) {
    throw invalid({ path: 'end', message: 'An event lasts 366 days at most.' });
  }
}
