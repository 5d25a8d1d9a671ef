const HOUR_MS = 3_600_000;

/** Where a new event begins: the next full hour, for an hour. */
export function nextHour(now: Date): { start: string; end: string } {
  const start = Math.floor(now.getTime() / HOUR_MS + 1) * HOUR_MS;
  return { start: instant(start), end: instant(start + HOUR_MS) };
}

function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16)}:00Z`;
}
