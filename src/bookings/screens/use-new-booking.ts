import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNow, useReader } from '#ui/dates.tsx';
import { RequestProblem } from '#ui/request.ts';
import { useMe } from '#people/screens/use-me.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { makeBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { hostTimeQuery } from './host-time-query.ts';
import {
  emptyForm,
  faultsOf,
  meetingOf,
  statusesFor,
  statusOf,
  wishFrom,
  type NewBookingForm,
  type NewBookingStart,
} from './new-booking-form.ts';
import { isOutsideHours } from './refusal-words.ts';
import { verdictOn } from './verdict.ts';
import { dayBounds } from './wall-time.ts';

/** A booking being written down: what is typed, what is wrong with it, what stands in the way of its time. */
export function useNewBooking(given: NewBookingStart, onDone: (booking: WholeBooking) => void) {
  const { timeZone } = useReader();
  const { member } = useMe();
  const now = useNow();
  const [form, setForm] = useState(() => emptyForm(given, member.id, now, timeZone));
  const [isChecked, setChecked] = useState(false);
  const news = useBookingNews();
  const make = useMutation({
    mutationFn: makeBooking,
    onSuccess: (made) => {
      void news.changed(made);
      onDone(made);
    },
  });
  const meeting = meetingOf(form, timeZone);
  const start = meeting?.start ?? null;
  const host = useHostDay(form, timeZone);
  const verdict = meeting && host ? verdictOn(host.spans, meeting) : null;
  const isPast = start !== null && start < now;
  const isOutside = !isPast && (isOutsideHours(make.error) || verdict?.kind === 'closed');
  const faults = isChecked ? faultsOf(form, start) : {};
  const status = statusOf(form, start, now);
  const root = useRef<HTMLFormElement>(null);
  useFirstField(root);
  useFocusOnFault(root, isChecked, make.error);
  const change = (changes: Partial<NewBookingForm>) => {
    setForm((before) => ({ ...before, ...changes }));
    if (make.error) make.reset();
  };
  const submit = () => {
    setChecked(true);
    if (Object.keys(faultsOf(form, start)).length > 0 || !start) return focusFault(root.current);
    return make.mutate(wishFrom(form, { start, status, outsideHours: isOutside }));
  };
  return {
    ...{ form, change, submit, root, faults, meeting, host, verdict, isPast, isOutside, status },
    ...{ statuses: statusesFor(start, now), busy: make.isPending, error: make.error },
    refused: refusedFields(make.error),
  };
}

export type NewBookingState = ReturnType<typeof useNewBooking>;

/** The day of the chosen host: what stands in it and when they are closed. */
function useHostDay({ hostId, date }: NewBookingForm, zone: string) {
  const from = date && dayBounds(date, zone).start;
  const to = date && dayBounds(plusDays(date, 2), zone).start;
  const asked = hostTimeQuery(hostId ? [hostId] : [], from ?? '', to ?? '');
  const { data } = useQuery({ ...asked, enabled: Boolean(hostId && date) });
  return data?.members.find(({ memberId }) => memberId === hostId) ?? null;
}

/** What the server said of single fields: 'visitor.email' stands at `email`. */
function refusedFields(error: Error | null): Partial<Record<string, string>> {
  if (!(error instanceof RequestProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [FIELD_OF[path] ?? path, message]));
}

const FIELD_OF: Record<string, string> = {
  'visitor.name': 'name',
  'visitor.email': 'email',
  'visitor.phone': 'phone',
  'visitor.skype': 'skype',
  'visitor.details': 'details',
  visitor: 'name',
  start: 'time',
  durationMinutes: 'minutes',
};

/** Whatever frame it stands in takes the focus first; then the first field has it. */
function useFirstField(root: React.RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => root.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [root]);
}

function useFocusOnFault(root: React.RefObject<HTMLFormElement | null>, isChecked: boolean, error: unknown) {
  useEffect(() => {
    if (isChecked || error) focusFault(root.current);
  }, [root, isChecked, error]);
}

function focusFault(root: HTMLFormElement | null): void {
  root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
