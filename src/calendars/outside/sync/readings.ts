import { errandsOfEach } from '#platform/jobs/errands.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { CalendarKey, OutsideCalendar } from '../calendar.ts';
import type { Outside } from '../outside.ts';
import { takeCalendar, takeDueCalendars } from '../store-readings.ts';
import { newLease } from './held-calendar.ts';
import { readCalendar, type Ending } from './read-calendar.ts';

const readings = errandsOfEach<Ending>(4);

/** Reads what is due, some at once, until nothing is; whoever asks meanwhile waits for the same. */
export function readDue(platform: Platform, outside: Outside): Promise<void> {
  return readings(platform).run(async (most) => {
    const taken = await takeDue(platform, most);
    for (const calendar of taken) void begin(platform, outside, calendar);
    return taken.length;
  });
}

async function takeDue({ db, clock, log }: Platform, most: number): Promise<OutsideCalendar[]> {
  try {
    return await db.transact((tx) => takeDueCalendars(tx, { ...newLease(clock), most }));
  } catch (error) {
    log.error('looking for calendars failed', errorFacts(error));
    return [];
  }
}

function begin(platform: Platform, outside: Outside, calendar: OutsideCalendar): Promise<Ending> {
  return readings(platform).begin(calendar.calendar_id, (stop) =>
    readCalendar(platform, outside, calendar, stop).catch((error: unknown): Ending => {
      platform.log.error('a reading ended badly', errorFacts(error));
      return 'failed';
    }),
  );
}

/** Reads this very calendar now, or waits for who reads it in this process; undefined when another process does. */
export async function readNow(
  platform: Platform,
  outside: Outside,
  key: CalendarKey,
): Promise<Ending | undefined> {
  const own = readings(platform);
  const reading = own.underWay(key.calendarId);
  if (reading) return reading;
  if (own.isStopped) return 'let-go';
  const { db, clock } = platform;
  const taken = await db.transact((tx) => takeCalendar(tx, key, newLease(clock)));
  // Somebody of this process may have been faster.
  if (!taken) return own.underWay(key.calendarId);
  return begin(platform, outside, taken);
}

/** Gives back what is being read, and reads nothing more. */
export async function stopReadings(platform: Platform): Promise<void> {
  await readings(platform).stop();
}
