import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { CalendarKey, OutsideCalendar } from '../calendar.ts';
import type { Outside } from '../outside.ts';
import { takeCalendar, takeDueCalendars } from '../store-readings.ts';
import { newLease } from './held-calendar.ts';
import { readCalendar, type Ending } from './read-calendar.ts';

/** Of one process. */
const AT_ONCE = 4;

interface UnderWay {
  readings: Map<string, Promise<Ending>>;
  stop: AbortController;
  looking: Promise<void> | undefined;
  /** Settled by a wake while all hands are busy. */
  woken: PromiseWithResolvers<void>;
}

const everybodys = new WeakMap<Platform, UnderWay>();

function underWay(platform: Platform): UnderWay {
  const known = everybodys.get(platform);
  if (known) return known;
  const made: UnderWay = {
    readings: new Map(),
    stop: new AbortController(),
    looking: undefined,
    woken: Promise.withResolvers(),
  };
  everybodys.set(platform, made);
  return made;
}

/** Reads what is due, some at once, until nothing is; whoever asks meanwhile waits for the same. */
export function readDue(platform: Platform, outside: Outside): Promise<void> {
  const state = underWay(platform);
  state.woken.resolve();
  state.looking ??= lookAndRead(platform, outside, state).finally(() => {
    state.looking = undefined;
  });
  return state.looking;
}

async function lookAndRead(platform: Platform, outside: Outside, state: UnderWay): Promise<void> {
  while (!state.stop.signal.aborted) {
    state.woken = Promise.withResolvers();
    const most = AT_ONCE - state.readings.size;
    const taken = most > 0 ? await takeDue(platform, most) : [];
    for (const calendar of taken) void begin(platform, outside, state, calendar);
    if (state.readings.size === 0) return;
    if (taken.length === 0 || taken.length === most) {
      await Promise.race([...state.readings.values(), state.woken.promise]);
    }
  }
}

async function takeDue({ db, clock, log }: Platform, most: number): Promise<OutsideCalendar[]> {
  try {
    return await db.transact((tx) => takeDueCalendars(tx, { ...newLease(clock), most }));
  } catch (error) {
    log.error('looking for calendars failed', errorFacts(error));
    return [];
  }
}

function begin(
  platform: Platform,
  outside: Outside,
  { readings, stop }: UnderWay,
  calendar: OutsideCalendar,
): Promise<Ending> {
  const id = calendar.calendar_id;
  const reading = readCalendar(platform, outside, calendar, stop.signal)
    .catch((error: unknown): Ending => {
      platform.log.error('a reading ended badly', errorFacts(error));
      return 'failed';
    })
    .finally(() => readings.delete(id));
  readings.set(id, reading);
  return reading;
}

/** Reads this very calendar now, or waits for who reads it in this process; undefined when another process does. */
export async function readNow(
  platform: Platform,
  outside: Outside,
  key: CalendarKey,
): Promise<Ending | undefined> {
  const state = underWay(platform);
  const reading = state.readings.get(key.calendarId);
  if (reading) return reading;
  if (state.stop.signal.aborted) return 'let-go';
  const { db, clock } = platform;
  const taken = await db.transact((tx) => takeCalendar(tx, key, newLease(clock)));
  // Somebody of this process may have been faster.
  if (!taken) return state.readings.get(key.calendarId);
  return begin(platform, outside, state, taken);
}

/** Gives back what is being read, and reads nothing more. */
export async function stopReadings(platform: Platform): Promise<void> {
  const state = underWay(platform);
  state.stop.abort();
  state.woken.resolve();
  await Promise.all([...state.readings.values(), state.looking]);
}
