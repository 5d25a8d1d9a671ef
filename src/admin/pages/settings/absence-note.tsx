import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { bookingCountsQuery, type BookingFilter } from '#bookings/screens/booking-queries.ts';
import { absencesQuery, type AbsenceView } from '#hours/screens/hours-queries.ts';
import { InNeed } from './meetings-in-need.tsx';

const MOST = 20;

/** Meetings already made during an absence: they stand, and somebody must find another host. One question for all. */
export function useAbsenceNotes(
  memberId: string,
  from: string,
  /** Of the member's hours, whose dates an absence means (A1); undefined while it is not known. */
  timeZone: string | undefined,
): (absence: AbsenceView) => ReactNode {
  const { data: all } = useQuery({ ...absencesQuery(memberId, from), enabled: timeZone !== undefined });
  const absences = all?.slice(0, MOST) ?? [];
  const filters = timeZone ? absences.map((absence) => filterOf(memberId, absence, timeZone)) : [];
  const { data } = useQuery({ ...bookingCountsQuery(filters), enabled: filters.length > 0 });
  return (absence) => {
    const count = data?.[absences.findIndex(({ id }) => id === absence.id)] ?? 0;
    return count > 0 ? <InNeed hostId={memberId} count={count} ofDays /> : null;
  };
}

function filterOf(hostId: string, { from, to }: AbsenceView, timeZone: string): BookingFilter {
  const start = (date: string, days: number) =>
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timeZone).toInstant().toString();
  return { hostId, needsHost: 'true', from: start(from, 0), to: start(to, 1) };
}
