import { plusDays } from '#ui/calendar-days.ts';

interface Time {
  start: string;
  end: string;
}

export interface PickedTime extends Time {
  state: 'free' | 'taken' | 'unread' | 'past';
}

interface Known {
  /** Starts that can still be had. */
  free: ReadonlySet<string>;
  now: string;
  dateOf: (start: string) => string;
  /** Some are closed only while a calendar cannot be read (A9): of those that are not free nobody says more. */
  hasUnread?: boolean;
}

/** Picked times by day, in order, each with how it stands. */
export function pickedDays(times: readonly Time[], { free, now, dateOf, hasUnread = false }: Known) {
  const closed = hasUnread ? 'unread' : 'taken';
  const sorted = times.toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start));
  const picked = sorted.map((time): PickedTime => {
    const state = isBefore(time.start, now) ? 'past' : free.has(plain(time.start)) ? 'free' : closed;
    return { ...time, state };
  });
  const days = Map.groupBy(picked, ({ start }) => dateOf(start));
  return [...days].map(([date, ofDay]) => ({ date, times: ofDay }));
}

/** So many days are told of at once. */
const MOST_DAYS = 62;

/** The stretches of dates, both ends included, in which times are still to come. */
export function windowsOf(
  times: readonly Time[],
  dateOf: Known['dateOf'],
  now: string,
): { from: string; to: string }[] {
  const dates = times.filter(({ start }) => !isBefore(start, now)).map(({ start }) => dateOf(start));
  const windows: { from: string; to: string }[] = [];
  for (const date of dates.toSorted()) {
    const last = windows.at(-1);
    if (last && date < plusDays(last.from, MOST_DAYS)) last.to = date;
    else windows.push({ from: date, to: date });
  }
  return windows;
}

function isBefore(start: string, now: string): boolean {
  return Date.parse(start) < Date.parse(now);
}

/** As the server writes instants, whatever was sent. */
function plain(start: string): string {
  return new Date(start).toISOString().replace('.000Z', 'Z');
}
