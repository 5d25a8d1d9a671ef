/** The one place that knows what time it is. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The present instant as the ISO text that both databases keep. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

export function isoAfter(clock: Clock, milliseconds: number): string {
  return new Date(clock.now() + milliseconds).toISOString();
}

/** The present minute, rounded down: minutes since the epoch, UTC. */
export function minuteNow(clock: Clock): number {
  return Math.floor(clock.now() / 60_000);
}

/** The first whole minute that is not past: minutes since the epoch, UTC. */
export function minuteAhead(clock: Clock): number {
  return Math.ceil(clock.now() / 60_000);
}
