import { isoAfter, isoNow } from '#platform/clock.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import { lockMember, readMember } from '#people/store.ts';
import { bumpMember } from '#people/store-version.ts';
import { countsAtOnce } from '../calendar-health.ts';
import { keyOf, type OutsideCalendar } from '../calendar.ts';
import { openStored, remoteOf } from '../open-account.ts';
import type { Outside } from '../outside.ts';
import { OutsideProblem } from '../problem.ts';
import type { ChangePage } from '../provider.ts';
import { pruneEvents } from '../store-events.ts';
import { knownObjects } from '../store-objects.ts';
import { withdrawTold } from '../tell-closed.ts';
import { expandAnew } from './expand-anew.ts';
import { expansionFor, windowAt, type Expansion } from './expansion.ts';
import { HeldCalendar, LetGo } from './held-calendar.ts';
import { pagesInTime } from './pages-in-time.ts';
import { nextTryMs, READ_EVERY_MS } from './pauses.ts';
import { writePage } from './write-page.ts';

export type Ending = 'read' | 'failed' | 'let-go';

/**
 * One reading of a calendar that was taken for it. What changed is written page by page; where the next reading goes
 * on is kept when all pages are: whatever dies in between, the next one begins where this one did.
 */
export async function readCalendar(
  platform: Platform,
  outside: Outside,
  taken: OutsideCalendar,
  signal: AbortSignal,
): Promise<Ending> {
  const held = new HeldCalendar(platform, taken);
  try {
    await readPages(platform, outside, held, signal);
    return 'read';
  } catch (error) {
    if (error instanceof LetGo) return 'let-go';
    return giveUp(platform, held, error, signal).catch((reason: unknown) => {
      if (!(reason instanceof LetGo)) throw reason;
      return 'let-go' as const;
    });
  }
}

async function readPages(
  platform: Platform,
  outside: Outside,
  held: HeldCalendar,
  signal: AbortSignal,
): Promise<void> {
  const { calendar } = held;
  const key = keyOf(calendar);
  // What is known when it ends is known of now: what changed behind the first page comes with the next reading.
  const asOf = isoNow(platform.clock);
  const account = await openStored(platform, calendar);
  const member = await readMember(platform.db.read, key.workspaceId, calendar.member_id);
  if (!account || !member) throw new LetGo();
  const provider = outside.providers[account.kind];
  if (!provider) throw new OutsideProblem('not-set-up', `no provider for ${account.kind}`);
  const { publicUrl } = platform.config;
  const expansion = expansionFor(calendar, account, member, { window: windowAt(platform.clock), publicUrl });
  const seen = new Set<string>();
  let isCompared = calendar.cursor !== null;
  const known = () => {
    isCompared = true;
    return knownObjects(platform.db.read, key);
  };
  const pages = (signal: AbortSignal) => {
    const reading = { cursor: calendar.cursor, window: expansion.window, known, signal };
    return provider.readChanges(account, remoteOf(calendar, account), reading);
  };
  let cursor: string | null = null;
  let done = 0;
  for await (const page of pagesInTime(pages, signal, () => held.write({}))) {
    for (const { href } of page.changed) seen.add(href);
    await writePage(platform, outside, held, expansion, page, done);
    done += page.changed.length;
    cursor = page.cursor;
  }
  if (!isCompared) await takeOutUnseen(platform, outside, held, expansion, seen);
  await expandAnew(platform, outside, held, expansion);
  await end(platform, held, expansion, { cursor, asOf });
}

/** Everything was read without a look at what is kept: what was not among it is gone. */
async function takeOutUnseen(
  platform: Platform,
  outside: Outside,
  held: HeldCalendar,
  expansion: Expansion,
  seen: ReadonlySet<string>,
): Promise<void> {
  const kept = await knownObjects(platform.db.read, keyOf(held.calendar));
  const removed = [...kept.keys()].filter((href) => !seen.has(href));
  const page: ChangePage = { changed: [], removed, cursor: null, total: null };
  await writePage(platform, outside, held, expansion, page, seen.size);
}

/** Read to its end: the calendar is known from now on, and what was told of an outage goes. */
async function end(
  platform: Platform,
  held: HeldCalendar,
  { window }: Expansion,
  { cursor, asOf }: { cursor: string | null; asOf: string },
): Promise<void> {
  const { clock } = platform;
  const { calendar } = held;
  const { workspace_id, member_id, last_success_at: last } = calendar;
  const wasUnknown = calendar.problem !== null || last === null || last < isoAfter(clock, -2 * READ_EVERY_MS);
  const change = {
    cursor,
    expanded_to: window.to,
    last_success_at: asOf,
    next_try_at: isoAfter(clock, nextTryMs(null, 0, Math.random())),
    reading_until: null,
    problem: null,
    problem_detail: null,
    tries: 0,
  };
  await held.write(change, async (tx) => {
    if (wasUnknown) await lockMember(tx, workspace_id, member_id);
    await withdrawTold(tx, platform, keyOf(calendar));
    if (calendar.expanded_to !== window.to) await pruneEvents(tx, keyOf(calendar), window.from);
    if (wasUnknown) await bumpMember(tx, workspace_id, member_id);
  });
}

/** Says why, and when it is tried again; the calendar stays what it was. Who stops the house gives it back. */
async function giveUp(
  platform: Platform,
  held: HeldCalendar,
  error: unknown,
  signal: AbortSignal,
): Promise<Ending> {
  const { clock, log } = platform;
  if (signal.aborted) {
    await held.write({ reading_until: null });
    return 'let-go';
  }
  const { calendar } = held;
  if (!(error instanceof OutsideProblem)) log.error('reading a calendar failed', errorFacts(error));
  const problem = error instanceof OutsideProblem ? error : new OutsideProblem('server', 'see the log');
  log.info('a calendar was not read', { calendar: calendar.calendar_id, problem: problem.code });
  const tries = calendar.tries + 1;
  const change = {
    problem: problem.code,
    problem_detail: problem.message.slice(0, 300),
    tries,
    next_try_at: isoAfter(clock, nextTryMs(problem, tries, Math.random())),
    reading_until: null,
  };
  const closes = countsAtOnce(problem.code) !== countsAtOnce(calendar.problem);
  const { workspace_id, member_id } = calendar;
  await held.write(change, async (tx) => {
    if (!closes) return;
    await lockMember(tx, workspace_id, member_id);
    await bumpMember(tx, workspace_id, member_id);
  });
  return 'failed';
}
