import { isoNow } from '#platform/clock.ts';
import { isConstraint } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, Problem } from '#platform/refusal.ts';
import { bumpMembersOfList } from '#people/store-version.ts';
import './facts.ts';
import { inDateOrder, type HolidayList, type NewHolidayList } from './holiday-list.ts';
import {
  deleteHolidayList,
  insertHolidayList,
  lockHolidayList,
  namesKeeping,
  updateHolidayList,
} from './store-holiday-lists.ts';

export async function addHolidayList(
  { db, clock }: Platform,
  { workspaceId }: Caller,
  { name, days }: NewHolidayList,
): Promise<HolidayList> {
  const list = { id: newId(), name, days: inDateOrder(days), version: 1, createdAt: isoNow(clock) };
  await db.transact((tx) => insertHolidayList(tx, workspaceId, list));
  return list;
}

/**
 * Changes a list where it stands: everyone who keeps it is closed on its new dates at once. `version` is what
 * the caller last read; when somebody was faster, the present list comes back.
 */
export async function changeHolidayList(
  { db, announcer }: Platform,
  { workspaceId }: Caller,
  id: string,
  change: Partial<NewHolidayList>,
  version?: number,
): Promise<HolidayList | { changedMeanwhile: HolidayList }> {
  return db.transact(async (tx) => {
    const before = await lockHolidayList(tx, workspaceId, id);
    if (!before) throw notFound();
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const days = change.days ? inDateOrder(change.days) : before.days;
    const after = { ...before, ...change, days, version: before.version + 1 };
    await updateHolidayList(tx, workspaceId, after);
    await bumpMembersOfList(tx, workspaceId, id);
    await announcer.announce(tx, 'holiday-list-changed', { workspaceId, holidayListId: id });
    return after;
  });
}

/** Refused (409, naming them) while a member or a link keeps the list. */
export async function removeHolidayList(
  platform: Platform,
  { workspaceId }: Caller,
  id: string,
): Promise<void> {
  const { db, announcer } = platform;
  try {
    await db.transact(async (tx) => {
      if (!(await lockHolidayList(tx, workspaceId, id))) throw notFound();
      const usedBy = await namesKeeping(tx, workspaceId, id, NAMED);
      await announcer.announce(tx, 'holiday-list-leaving', { workspaceId, holidayListId: id, usedBy });
      if (usedBy.length > 0) throw inUse(usedBy);
      await deleteHolidayList(tx, workspaceId, id);
    });
  } catch (error) {
    throw isConstraint(error, 'foreign') ? inUse([]) : error;
  }
}

const NAMED = 10;

function inUse(usedBy: string[]): Problem {
  const whom = usedBy.length > 0 ? usedBy.slice(0, NAMED).join(', ') : 'a member or a link';
  return new Problem(
    409,
    'conflict',
    `This holiday list is in use by ${whom}. Give them another list first, then delete this one.`,
    { usedBy },
  );
}
