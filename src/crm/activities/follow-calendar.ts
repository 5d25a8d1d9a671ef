import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import '#calendars/facts.ts';
import { moveHeldTime } from '#calendars/held-time.ts';
import { refuseColleagues } from './attendees.ts';
import { changesOfEvent } from './change-record-events.ts';
import { membersOf, type RecordEvent } from './record-event.ts';
import '#crm/timeline/facts.ts';
import { readEventOfEntry, replaceContact } from './store-attendees.ts';
import { lockRecordEvent, updateRecordEvent } from './store-events.ts';
import { tellOfEvent } from './tell.ts';

/**
 * An entry in somebody's calendar that stands for an event on a record: moved or renamed there, the event follows,
 * and so do the entries of the others; taken out there, its member no longer takes part. A contact that goes on as another
 * takes part as that one.
 */
export function listenActivities(platform: Platform): void {
  platform.announcer.on('record-merged', async (tx, { workspaceId, from, into }) => {
    if (from.kind === 'contact') await replaceContact(tx, workspaceId, from.id, into.id);
  });
  platform.announcer.on('event-moved', async (tx, { caller, before, after }) => {
    const { title, start, end } = after;
    if (title === before.title && start === before.start && end === before.end) return;
    const event = await eventBehind(tx, caller, after.id);
    if (!event) return;
    const moved = { ...event, title, start, end, version: event.version + 1 };
    refuseColleagues(caller, event);
    await moveOthers(tx, caller.workspaceId, moved, after.id);
    await keepAndTell(tx, platform, caller, event, moved);
  });
  platform.announcer.on('event-taken-out', async (tx, { caller, id }) => {
    const event = await eventBehind(tx, caller, id);
    if (!event) return;
    const attendees = event.attendees.filter((one) => one.kind !== 'member' || one.entryId !== id);
    const left = { ...event, attendees, version: event.version + 1 };
    await keepAndTell(tx, platform, caller, event, left);
  });
}

async function eventBehind(
  tx: Tx,
  { workspaceId }: Caller,
  entryId: string,
): Promise<RecordEvent | undefined> {
  const id = await readEventOfEntry(tx, workspaceId, entryId);
  return id === undefined ? undefined : lockRecordEvent(tx, { workspaceId, id });
}

async function moveOthers(tx: Tx, workspaceId: string, event: RecordEvent, ownId: string): Promise<void> {
  const { title, start, end } = event;
  for (const { id: memberId, entryId } of membersOf(event)) {
    if (entryId === undefined || entryId === ownId) continue;
    await moveHeldTime(tx, { workspaceId, memberId, id: entryId }, { title, start, end });
  }
}

async function keepAndTell(
  tx: Tx,
  { clock }: Platform,
  caller: Caller,
  before: RecordEvent,
  after: RecordEvent,
): Promise<void> {
  await updateRecordEvent(tx, caller.workspaceId, after);
  const changes = changesOfEvent(before, after);
  await tellOfEvent(tx, caller, isoNow(clock), after, { what: 'changed', changes });
}
