import { isoAfter, isoNow } from '#platform/clock.ts';
import { errandsOfEach } from '#platform/jobs/errands.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { settle } from './settle.ts';
import { settleWrite, takeDueWrite, type CalendarWrite } from './store-writes.ts';
import { problemFrom, writeBooking } from './write-booking.ts';

/** Each in another calendar, so that a slow server keeps only its own waiting. */
const writings = errandsOfEach<void>(4);

const MOST_MS = 25_000;
/** So soon others take over from a process that died; longer than any writing lasts. */
const LEASE_MS = 40_000;

/** Writes what is due to calendars until nothing is; whoever asks meanwhile waits for the same. */
export function writeDue(platform: Platform, outside: Outside): Promise<void> {
  const own = writings(platform);
  return own.run(async () => {
    const taken = await takeNext(platform, own.keys());
    if (!taken) return 0;
    void own.begin(taken.calendar_id, (stop) => writeOne(platform, outside, taken, stop));
    return 1;
  });
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
  await writings(platform).stop();
}
