import { isoAfter, isoNow } from '#platform/clock.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { settle } from './settle.ts';
import { settleWrite, takeDueWrite, type CalendarWrite } from './store-writes.ts';
import { problemFrom, writeBooking } from './write-booking.ts';

/** Of one process; each in another calendar, so that a slow server keeps only its own waiting. */
const AT_ONCE = 4;
const MOST_MS = 25_000;
/** So soon others take over from a process that died; longer than any writing lasts. */
const LEASE_MS = 40_000;

interface UnderWay {
  /** By calendar. */
  writings: Map<string, Promise<void>>;
  stop: AbortController;
  looking: Promise<void> | undefined;
  woken: PromiseWithResolvers<void>;
}

const everybodys = new WeakMap<Platform, UnderWay>();

function underWay(platform: Platform): UnderWay {
  const known = everybodys.get(platform);
  if (known) return known;
  const made: UnderWay = {
    writings: new Map(),
    stop: new AbortController(),
    looking: undefined,
    woken: Promise.withResolvers(),
  };
  everybodys.set(platform, made);
  return made;
}

/** Writes what is due to calendars until nothing is; whoever asks meanwhile waits for the same. */
export function writeDue(platform: Platform, outside: Outside): Promise<void> {
  const state = underWay(platform);
  state.woken.resolve();
  state.looking ??= lookAndWrite(platform, outside, state).finally(() => {
    state.looking = undefined;
  });
  return state.looking;
}

async function lookAndWrite(platform: Platform, outside: Outside, state: UnderWay): Promise<void> {
  const { writings, stop } = state;
  while (!stop.signal.aborted) {
    state.woken = Promise.withResolvers();
    const taken = writings.size < AT_ONCE ? await takeNext(platform, [...writings.keys()]) : undefined;
    if (taken) {
      const writing = writeOne(platform, outside, taken, stop.signal).finally(() =>
        writings.delete(taken.calendar_id),
      );
      writings.set(taken.calendar_id, writing);
    } else if (writings.size > 0) {
      await Promise.race([...writings.values(), state.woken.promise]);
    } else return;
  }
}

/** By chance no two leases end at the same instant, so each is known by its end. */
async function takeNext({ db, clock, log }: Platform, besides: string[]): Promise<CalendarWrite | undefined> {
  const until = isoAfter(clock, LEASE_MS + Math.floor(Math.random() * 1000));
  try {
    return await db.transact((tx) => takeDueWrite(tx, { now: isoNow(clock), until, besides }));
  } catch (error) {
    log.error('looking for what is to be written to calendars failed', errorFacts(error));
    return undefined;
  }
}

async function writeOne(
  platform: Platform,
  outside: Outside,
  taken: CalendarWrite,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(MOST_MS)]);
  const { log, db, clock } = platform;
  try {
    const outcome = await writeBooking(platform, outside, taken, signal).catch((error: unknown) => {
      if (stop.aborted) return undefined;
      const problem = problemFrom(error, signal);
      if (problem.cause && problem.code === 'server')
        log.error('writing a booking failed', errorFacts(error));
      log.info('a booking was not written', { calendar: taken.calendar_id, problem: problem.code });
      return { problem };
    });
    if (outcome) return await settle(platform, taken, outcome);
    // Whoever stops the house gives it back at once.
    await db.transact((tx) => settleWrite(tx, taken, { due_at: isoNow(clock) }));
  } catch (error) {
    log.error('what was written to a calendar could not be noted', errorFacts(error));
  }
}

/** Gives back what is being written, and writes nothing more. */
export async function stopWritings(platform: Platform): Promise<void> {
  const state = underWay(platform);
  state.stop.abort();
  state.woken.resolve();
  await Promise.all([...state.writings.values(), state.looking]);
}
