import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { isoNow } from '#platform/clock.ts';
import { withdrawNotices } from '#notices/store.ts';
import { keyOf, type OutsideCalendar } from './calendar.ts';
import { updateCalendar } from './store-calendars.ts';

export const CLOSED_NOTICE = 'calendar-closed';

/** One outage is told once; the next one again. */
export function outageOf({ calendar_id }: OutsideCalendar, since: string): string {
  return `${calendar_id} ${since}`;
}

/** It closes nobody any more: what was told of it goes. */
export async function withdrawTold(tx: Tx, { clock }: Platform, calendar: OutsideCalendar): Promise<void> {
  if (calendar.told_at === null) return;
  const { workspace_id: workspaceId, told_at } = calendar;
  const told = { workspaceId, kind: CLOSED_NOTICE, subjectId: outageOf(calendar, told_at) };
  await withdrawNotices(tx, told, isoNow(clock));
  await updateCalendar(tx, keyOf(calendar), { told_at: null });
}
