import type { Platform } from '#platform/platform.ts';
import { lockMember } from '#people/store.ts';
import { bumpMember } from '#people/store-version.ts';
import { keyOf, type OutsideCalendar } from '../calendar.ts';
import '../facts.ts';
import { blockingEvents, bookingIdOf } from '../own-events.ts';
import type { Outside } from '../outside.ts';
import { replaceEvents } from '../store-events.ts';
import { putObjects, takeOutObjects } from '../store-objects.ts';
import type { ReadObject } from './expansion.ts';
import type { HeldCalendar } from './held-calendar.ts';

/**
 * Some of what was read, whole or not at all, with how far the reading has come. The member is locked first, as by
 * everybody who changes their time: a booking being decided waits, or this does (C6).
 */
export async function writeObjects(
  platform: Platform,
  outside: Outside,
  held: HeldCalendar,
  { read, removed, progress }: { read: ReadObject[]; removed: string[]; progress: Partial<OutsideCalendar> },
): Promise<void> {
  const { workspace_id: workspaceId, member_id: memberId } = held.calendar;
  const key = keyOf(held.calendar);
  const { kind } = platform.db;
  const hrefs = { kind, ids: read.map(({ object }) => object.href) };
  const events = read.flatMap((one) => one.events);
  const seen = read.flatMap((one) => one.seen ?? []);
  await held.write(progress, async (tx) => {
    await lockMember(tx, workspaceId, memberId);
    await putObjects(
      tx,
      read.map(({ object }) => object),
    );
    await replaceEvents(tx, key, hrefs, await blockingEvents(tx, outside, workspaceId, events));
    const taken = removed.length === 0 ? [] : await takeOutObjects(tx, key, { kind, ids: removed });
    const gone = taken.flatMap(({ href, uid }) => {
      const bookingId = bookingIdOf(uid, platform.config.publicUrl);
      return bookingId === null ? [] : [{ bookingId, href }];
    });
    await bumpMember(tx, workspaceId, memberId);
    if (seen.length + gone.length === 0) return;
    const fact = { workspaceId, memberId, calendarId: key.calendarId, seen, gone };
    await platform.announcer.announce(tx, 'outside-events-read', fact);
  });
}
