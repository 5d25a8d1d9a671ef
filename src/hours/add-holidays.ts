import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { changeHolidayList } from './change-holiday-lists.ts';
import { MOST_HOLIDAYS, type HolidayList } from './holiday-list.ts';
import { readHolidayList } from './store-holiday-lists.ts';
import type { Holiday } from './weekly-hours.ts';

/**
 * Adds dates to a list that stands; those it has keep their names. Who changes it at the same time is waited for:
 * it is read again. An unknown list is refused at `intoListId` (422).
 */
export async function addDays(
  platform: Platform,
  caller: Caller,
  listId: string,
  days: readonly Holiday[],
): Promise<HolidayList> {
  const before = await readHolidayList(platform.db.read, caller.workspaceId, listId);
  if (!before) throw invalid({ path: 'intoListId', message: 'There is no holiday list with this id.' });
  const had = new Set(before.days.map(({ date }) => date));
  const all = [...before.days, ...days.filter(({ date }) => !had.has(date))];
  if (all.length > MOST_HOLIDAYS)
    throw invalid({ path: 'years', message: `Keep at most ${MOST_HOLIDAYS} dates in a list.` });
  const after = await changeHolidayList(platform, caller, listId, { days: all }, before.version);
  return 'changedMeanwhile' in after ? addDays(platform, caller, listId, days) : after;
}
