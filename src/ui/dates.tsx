/** Days and times as this reader reads them: their language, their zone, 12 or 24 hours. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Reader } from '#platform/messages/dates.ts';
import {
  briefDay,
  dateOf,
  longDay,
  longMonth,
  shortDay,
  timeOf,
  timeRange,
  whenWords,
} from '#platform/messages/dates.ts';

/** `firstDay` of the week: 1 = Monday … 7 = Sunday. */
export type WeekReader = Reader & { firstDay: number };

const Reading = createContext<WeekReader | null>(null);

export function ReaderProvider({ reader, children }: { reader: WeekReader; children: ReactNode }) {
  return <Reading value={reader}>{children}</Reading>;
}

export function useReader(): WeekReader {
  const reader = use(Reading);
  if (!reader) throw new Error('Dates are asked for outside of ReaderProvider.');
  return reader;
}

/**
 * Words for instants ('2026-12-01T09:00:00Z', in the reader's zone unless another is given) and for local dates
 * ('2026-12-01').
 */
export function useDates() {
  const reader = useReader();
  return useMemo(() => {
    const within = (timeZone?: string): Reader => (timeZone ? { ...reader, timeZone } : reader);
    return {
      reader,
      /** The local date of an instant. */
      dateOf: (instant: string, timeZone = reader.timeZone) => dateOf(instant, timeZone),
      /** '09:00' */
      time: (instant: string, timeZone?: string) => timeOf(instant, within(timeZone)),
      /** '09:00 – 09:45' */
      range: (start: string, end: string, timeZone?: string) => timeRange(start, end, within(timeZone)),
      /** 'Tuesday 1 December at 09:00' */
      when: (instant: string, timeZone?: string) => whenWords(instant, within(timeZone)).when,
      /** 'on Tuesday 1 December at 09:00' */
      on: (instant: string, timeZone?: string) => whenWords(instant, within(timeZone)).on,
      /** 'Tue 1 Dec' of a date */
      briefDay: (date: string) => briefDay(date, reader.language),
      /** 'Tuesday 1 December' of a date */
      day: (date: string) => shortDay(date, reader.language),
      /** 'Tuesday 1 December 2026' of a date */
      longDay: (date: string) => longDay(date, reader.language),
      /** 'December 2026' of a month '2026-12' */
      month: (month: string) => longMonth(month, reader.language),
    };
  }, [reader]);
}

/** The present instant in whole minutes, kept up to date while the screen is open. */
export function useNow(): string {
  const [now, setNow] = useState(wholeMinute);
  useEffect(() => {
    const timer = setInterval(() => setNow(wholeMinute()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Today's date in the reader's zone. */
export function useToday(): string {
  return dateOf(useNow(), useReader().timeZone);
}

function wholeMinute(): string {
  return `${new Date().toISOString().slice(0, 16)}:00Z`;
}
