const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Earlier {
  kind: string;
  /** When it left or will leave, in milliseconds. */
  at: number;
}

/**
 * F7: the first moment, not before `now`, at which another mail of this kind may go to an address on the word
 * of somebody unproven: verification mails 3 an hour and 10 a day, mails of every kind 6 an hour and 20 a day.
 * `earlier` are the mails already written for that address, newest first.
 */
export function earliestTime(earlier: Earlier[], kind: string, now: number): number {
  const same = earlier.filter((mail) => mail.kind === kind);
  const waits = [after(earlier, 6, HOUR), after(earlier, 20, DAY)];
  if (kind === 'verification') waits.push(after(same, 3, HOUR), after(same, 10, DAY));
  return Math.max(now, ...waits);
}

/** With `most` mails in a window, the next may follow one window after the first of the newest `most`. */
function after(mails: Earlier[], most: number, window: number): number {
  const oldest = mails[most - 1];
  return oldest ? oldest.at + window : 0;
}
