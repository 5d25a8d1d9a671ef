/** Local dates and wall times of a zone, and the instants they stand for. */
export interface WallTime {
  /** '2026-12-01' */
  date: string;
  /** '09:00' */
  time: string;
}

/** A wall time that a clock change skips becomes the one as far after it; one that comes twice, the first. */
export function instantAt({ date, time }: WallTime, timeZone: string): string {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  return isoOf(local.toZonedDateTime(timeZone).epochMilliseconds);
}

export function wallTimeOf(instant: string, timeZone: string): WallTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The instants between which a local date lies: 23, 24 or 25 hours. */
export function dayBounds(date: string, timeZone: string): { start: string; end: string } {
  const day = Temporal.PlainDate.from(date);
  const begin = (of: Temporal.PlainDate) => isoOf(of.toZonedDateTime(timeZone).epochMilliseconds);
  return { start: begin(day), end: begin(day.add({ days: 1 })) };
}

export function plusMinutes(instant: string, minutes: number): string {
  return isoOf(Date.parse(instant) + minutes * 60_000);
}

function isoOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16)}:00Z`;
}
