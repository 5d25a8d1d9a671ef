import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type RefObject } from 'react';
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
import { openEyes } from './refusal-words.ts';
import { verdictOn } from './verdict.ts';
import { dayBounds } from './wall-time.ts';

/** A booking being written down: what is typed, what is wrong with it, what stands in the way of its time. */
export function useNewBooking(
  given: NewBookingStart,
  root: RefObject<HTMLFormElement | null>,
  onDone: (booking: WholeBooking) => void,
) {
  const { timeZone } = useReader();
  const { member } = useMe();
  const now = useNow();
  const draft = useDraft(given);
  const [form, setForm] = useState(() => draft.kept ?? emptyForm(given, member.id, now, timeZone));
  const [isChecked, setChecked] = useState(false);
  const make = useMake(draft.drop, onDone);
  const time = useTime(form, make.error);
  useFirstField(root);
  useFocusOnFault(root, isChecked, make.error);
  const change = (changes: Partial<NewBookingForm>) => {
    const next = { ...form, ...changes };
    setForm(next);
    draft.keep(next);
    if (make.error) make.reset();
  };
  const submit = () => {
    const { start, status, eyes } = time;
    setChecked(true);
    if (Object.keys(faultsOf(form, start)).length > 0 || !start) return focusFault(root.current);
    return make.mutate(wishFrom(form, { start, status, eyes }));
  };
  return {
    ...time,
    form,
    change,
    submit,
    drop: draft.drop,
    faults: isChecked ? faultsOf(form, time.start) : {},
    busy: make.isPending,
    error: make.error,
    refused: refusedFields(make.error),
  };
}

export type NewBookingState = ReturnType<typeof useNewBooking>;

/** What was typed is there again when the form was closed in passing, for some minutes; not after leaving it. */
function useDraft(given: NewBookingStart) {
  const queries = useQueryClient();
  const isEmpty = Object.values(given).every((value) => value === undefined);
  return {
    kept: isEmpty ? queries.getQueryData<NewBookingForm>(DRAFT) : undefined,
    keep: (form: NewBookingForm) => isEmpty && queries.setQueryData(DRAFT, form),
    drop: () => queries.removeQueries({ queryKey: DRAFT }),
  };
}

const DRAFT = ['draft', 'booking'];

function useMake(dropDraft: () => void, onDone: (booking: WholeBooking) => void) {
  const news = useBookingNews();
  return useMutation({
    mutationFn: makeBooking,
    onSuccess: (made) => {
      dropDraft();
      void news.changed(made);
      onDone(made);
    },
  });
}

/** When it would be, and what follows from that. */
function useTime(form: NewBookingForm, error: Error | null) {
  const { timeZone } = useReader();
  const now = useNow();
  const meeting = meetingOf(form, timeZone);
  const start = meeting?.start ?? null;
  const host = useHostDay(form, timeZone);
  const verdict = meeting && host ? verdictOn(host.spans, meeting) : null;
  const isPast = start !== null && start < now;
  const eyes = openEyes(isPast ? null : error, !isPast && verdict?.kind === 'closed');
  return {
    meeting,
    start,
    host,
    verdict,
    isPast,
    eyes,
    isOutside: eyes.outsideHours,
    status: statusOf(form, start, now),
    statuses: statusesFor(start, now),
  };
}

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
function useFirstField(root: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => root.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [root]);
}

function useFocusOnFault(root: RefObject<HTMLFormElement | null>, isChecked: boolean, error: unknown) {
  useEffect(() => {
    if (isChecked || error) focusFault(root.current);
  }, [root, isChecked, error]);
}

function focusFault(root: HTMLFormElement | null): void {
  root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
