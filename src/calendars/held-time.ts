import { isoNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import { lockMember } from '#people/store.ts';
import { bumpMember } from '#people/store-version.ts';
import type { NewEvent } from './event.ts';
import { deleteEvent, insertEvent, readEvent, updateEvent, type EventKey } from './store.ts';

/**
 * Entries that stand in somebody's calendar because of something else, such as an event on a record. Whoever calls
 * has asked whether that may be; nothing is announced, since they know. Each raises the member's version (C6).
 */
type Held = Pick<NewEvent, 'title' | 'start' | 'end'>;

/** Puts a busy entry into a member's calendar; answers its id. */
export async function holdTime(
  tx: Tx,
  clock: Clock,
  { workspaceId, memberId }: Omit<EventKey, 'id'>,
  held: Held,
): Promise<string> {
  await lockMember(tx, workspaceId, memberId);
  const id = newId();
  const event: NewEvent = { ...held, allDay: false, transparency: 'busy' };
  await insertEvent(tx, { workspaceId, memberId, id }, event, isoNow(clock));
  await bumpMember(tx, workspaceId, memberId);
  return id;
}

/** Moves or renames one; whether it blocks stays as the member chose. False when it is gone. */
export async function moveHeldTime(tx: Tx, key: EventKey, held: Held): Promise<boolean> {
  await lockMember(tx, key.workspaceId, key.memberId);
  const event = await readEvent(tx, key);
  if (!event) return false;
  await updateEvent(tx, key, { ...event, ...held, version: event.version + 1 });
  await bumpMember(tx, key.workspaceId, key.memberId);
  return true;
}

/** Takes one away; its time is free at once. */
export async function releaseTime(tx: Tx, key: EventKey): Promise<void> {
  await lockMember(tx, key.workspaceId, key.memberId);
  if (await deleteEvent(tx, key)) await bumpMember(tx, key.workspaceId, key.memberId);
}
