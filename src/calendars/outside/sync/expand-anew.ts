import type { Platform } from '#platform/platform.ts';
import { keyOf } from '../calendar.ts';
import type { Outside } from '../outside.ts';
import { MEANS_ELSE } from '../store-calendars.ts';
import { objectsToExpand } from '../store-objects.ts';
import type { Expansion } from './expansion.ts';
import type { HeldCalendar } from './held-calendar.ts';
import { writePage } from './write-page.ts';

const AT_ONCE = 200;

/**
 * Time has gone on since the calendar was expanded, or its member lives in another zone: what recurs, and what lay
 * beyond what we looked at, is expanded again from the text that is kept.
 */
export async function expandAnew(
  platform: Platform,
  outside: Outside,
  held: HeldCalendar,
  expansion: Expansion,
): Promise<void> {
  const { calendar } = held;
  const before = calendar.expanded_to;
  if (before === 0 || before === expansion.window.to) return;
  const all = before === MEANS_ELSE;
  for (let after = ''; ;) {
    const question = { all, after, limit: AT_ONCE };
    const objects = await objectsToExpand(platform.db.read, keyOf(calendar), question);
    const page = { changed: objects, removed: [], total: null };
    await writePage(platform, outside, held, expansion, page, 0);
    if (objects.length < AT_ONCE) return;
    after = objects.at(-1)!.href;
  }
}
