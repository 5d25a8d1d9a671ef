/** Times that somebody offers one by one (L3), in order; instants in UTC. */
export interface OfferedTime {
  start: string;
  end: string;
}

/** What a link of specific times offers, as far as it is chosen by looking at calendars. */
export interface Offering {
  times: readonly OfferedTime[];
  /** Also over events, absences and holidays. */
  offerAnyway: boolean;
}

export const MOST_TIMES = 500;

export type Refused = 'past' | 'overlap' | 'tooMany' | 'tooLong';

const LONGEST_MS = 86_400_000;

/** The times with one more, in order, or why it cannot be. */
export function addTime(
  times: readonly OfferedTime[],
  { start, end }: OfferedTime,
  now: string,
): OfferedTime[] | Refused {
  if (Date.parse(start) < Date.parse(now)) return 'past';
  if (Date.parse(end) - Date.parse(start) > LONGEST_MS) return 'tooLong';
  if (times.some((one) => one.start < end && start < one.end)) return 'overlap';
  if (times.length >= MOST_TIMES) return 'tooMany';
  return [...times, { start, end }].toSorted((one, other) => (one.start < other.start ? -1 : 1));
}
