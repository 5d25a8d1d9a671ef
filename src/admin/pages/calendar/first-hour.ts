import { useState } from 'react';
import { wallTimeOf } from '#bookings/screens/wall-time.ts';
import { FIRST_HOUR } from './calendar-spans.ts';
import type { Calendar } from './use-calendar.ts';

/** How many hours fill the pane. */
export const HOURS = 10;

/** The hour that stands on top at first: where the meeting is that the address opens, else the usual one. */
export function useFirstHour({ search, byId, timeZone }: Calendar): number {
  const [cameFor] = useState(search.open);
  const [hour, setHour] = useState<number | null>(null);
  if (hour === null && cameFor !== undefined) {
    const found = [...byId.values()].find(({ span }) => span.bookingId === cameFor);
    if (found) setHour(firstHourFor(found.span.start, timeZone));
  }
  return hour ?? FIRST_HOUR;
}

/** The usual first hour while the start is well within the hours below it; else an hour before the start. */
export function firstHourFor(start: string, timeZone: string): number {
  const hour = Number(wallTimeOf(start, timeZone).time.slice(0, 2));
  const isSeen = hour >= FIRST_HOUR && hour < FIRST_HOUR + HOURS - 1;
  return isSeen ? FIRST_HOUR : Math.min(Math.max(hour - 1, 0), 24 - HOURS);
}
