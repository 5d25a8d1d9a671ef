export interface OfferedTime {
  start: string;
  end: string;
}

/** The times with one more, in order; 'past' or 'overlap' says why it cannot be. */
export function addTime(
  times: readonly OfferedTime[],
  { start, end }: OfferedTime,
  now: string,
): OfferedTime[] | 'past' | 'overlap' {
  if (start < now) return 'past';
  if (times.some((one) => one.start < end && start < one.end)) return 'overlap';
  return [...times, { start, end }].toSorted((one, other) => (one.start < other.start ? -1 : 1));
}

export function moveTime(
  times: readonly OfferedTime[],
  index: number,
  to: OfferedTime,
  now: string,
): OfferedTime[] | 'past' | 'overlap' {
  return addTime(times.toSpliced(index, 1), to, now);
}
