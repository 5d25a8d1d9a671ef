import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plusDays, plusMonths } from '#ui/calendar-days.ts';
import { useToday } from '#ui/dates.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { useToast } from '#ui/toast.tsx';
import { moveBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { freeTimesQuery } from './free-times-query.ts';
import { hostTimeQuery, type CalendarSpan } from './host-time-query.ts';
import { isOutsideHours, isSaidByHours, openEyes } from './refusal-words.ts';
import { verdictOn, type Verdict } from './verdict.ts';
import { dayBounds, plusMinutes } from './wall-time.ts';
import { useBookingWords } from './words.ts';

/** What is being chosen in the dialog, and what speaks for and against it. */
export function useReschedule(booking: WholeBooking, isOpen: boolean, onClose: () => void) {
  const times = useBookingTimes();
  const zone = times.reader.timeZone;
  const [date, setDate] = useState(() => times.dateOf(booking.start));
  const [start, setStart] = useState<string | null>(null);
  const minutes = minutesBetween(booking.start, booking.end);
  const free = useFreeTimes(booking, date, isOpen);
  const spans = useHostTime(booking, date, zone, isOpen);
  const move = useMove(booking, close);
  const meeting = start && { start, end: plusMinutes(start, minutes), bookingId: booking.id };
  const verdicts = meeting ? spans.map((one) => ({ ...one, verdict: verdictOn(one.spans, meeting) })) : [];
  const isFree = free.data?.days.some(({ slots }) => slots.some((slot) => slot.start === start)) ?? false;
  const isShut = !isFree && verdicts.some(isClosed);
  const choose = (next: string | null) => {
    setStart(next);
    move.reset();
  };
  function close(): void {
    choose(null);
    onClose();
  }
  return {
    date,
    setDate,
    start,
    choose,
    minutes,
    free,
    spans,
    verdicts,
    isFree,
    isOutside: isShut || isOutsideHours(move.error),
    zone,
    busy: move.isPending,
    error: isSaidByHours(move.error, isShut) ? null : move.error,
    close,
    act: () => start && move.mutate({ start, ...openEyes(move.error, isShut) }),
  };
}

export type Reschedule = ReturnType<typeof useReschedule>;

const isClosed = ({ verdict }: { verdict: Verdict }) => verdict.kind === 'closed';

/** The link's free times of the month shown, and of the days around it. */
function useFreeTimes({ link, start, end }: WholeBooking, date: string, isOpen: boolean) {
  const today = useToday();
  const { reader } = useBookingTimes();
  const first = `${date.slice(0, 7)}-01`;
  const from = first < today ? today : first;
  const to = plusDays(plusMonths(first, 1), 6);
  const asked = { linkId: link?.id ?? '', from, to, timeZone: reader.timeZone };
  return useQuery({
    ...freeTimesQuery({ ...asked, minutes: minutesBetween(start, end) }),
    enabled: isOpen && link !== null && !link.deleted && from <= to,
  });
}

interface HostSpans {
  memberId: string;
  name: string;
  spans: CalendarSpan[];
}

function useHostTime(booking: WholeBooking, date: string, zone: string, isOpen: boolean): HostSpans[] {
  const first = `${date.slice(0, 7)}-01`;
  const from = dayBounds(first, zone).start;
  const to = dayBounds(plusMonths(first, 1), zone).start;
  const hostIds = booking.hosts.filter(({ active }) => active).map(({ id }) => id);
  const asked = hostTimeQuery(hostIds, from, to);
  const { data } = useQuery({ ...asked, enabled: isOpen && hostIds.length > 0 });
  return data?.members ?? [];
}

function useMove(booking: WholeBooking, onDone: () => void) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: (to: Parameters<typeof moveBooking>[1]) => moveBooking(booking.id, to),
    onSuccess: (moved) => {
      onDone();
      toast.done(t('move.done', { when: times.dayAndRange(moved) }));
      void news.changed(moved);
    },
  });
}
