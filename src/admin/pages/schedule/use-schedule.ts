import { useEffect, useState, type RefObject } from 'react';
import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { openEyes } from '#bookings/screens/refusal-words.ts';
import { verdictOn } from '#bookings/screens/verdict.ts';
import { wallTimeOf } from '#bookings/screens/wall-time.ts';
import { useNow, useReader } from '#ui/dates.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { remInPixels, useMedia, useSize } from '#ui/use-size.ts';
import { type Draft, faultsOf, fieldOf, meetingFrom, meetingOf, type Prefilled } from './schedule-draft.ts';
import type { Stretch } from './free-spans.ts';
import { daysDrawn } from './days-drawn.ts';
import { useBookMeeting } from './use-book-meeting.ts';
import { useDays } from './use-days.ts';
import { useDraft } from './use-draft.ts';
import { useHostTime, type HostTime } from './use-host-time.ts';
import { useScheduleWay } from './use-schedule-way.ts';
import type { Subject } from './use-subject.ts';
import { useWho, type Who } from './use-who.ts';
import { useScheduleWords } from './words.ts';

/** A meeting being booked from a record: with whom, when, what is typed of it, what stands in its way. */
export function useSchedule(subject: Subject, root: RefObject<HTMLElement | null>) {
  const way = useScheduleWay();
  const who = useWho();
  const days = useDays();
  const { draft, change: write, drop } = useDraft(`${subject.kind} ${subject.id}`);
  const time = useHostTime(who, days, draft.minutes, useBesides());
  const prefilled = usePrefilled(subject);
  const { timeZone } = useReader();
  // Old days stand until new ones have come, and say nothing of these.
  const known = time.week.isPlaceholderData ? undefined : time.host?.spans;
  const drawn = daysDrawn(days, known, draft.date, timeZone);
  const done = useDone(() => {
    drop();
    way.back(subject);
  });
  const book = useBookMeeting(done);
  const change = (changes: Partial<Draft>) => {
    write(changes);
    if (book.error) book.reset();
  };
  const standing = useStanding(draft, time, book.error);
  const shown = { way, who, days: { ...days, drawn }, time, draft, change, prefilled, subject };
  return {
    ...shown,
    ...standing,
    ...usePick(change, who.hostId),
    ...useSubmit({ draft, prefilled, subject, who, standing, book, root }),
    refused: refusedFields(book.error),
    error: book.error,
    busy: book.isPending,
  };
}

interface Submitting {
  draft: Draft;
  prefilled: Prefilled;
  subject: Subject;
  who: Who;
  standing: ReturnType<typeof useStanding>;
  book: ReturnType<typeof useBookMeeting>;
  root: RefObject<HTMLElement | null>;
}

/** Sends what is right; what is not is said at its field, and the first of those has the focus. */
function useSubmit({ draft, prefilled, subject, who, standing, book, root }: Submitting) {
  const [isChecked, setChecked] = useState(false);
  const { start, eyes, isBlocked } = standing;
  const faults = faultsOf(draft, prefilled, start);
  useFocusOnFault(root, isChecked, book.error);
  const submit = () => {
    setChecked(true);
    if (!start || Object.keys(faults).length > 0) return focusFault(root.current);
    if (!who.hostId || isBlocked || book.isPending) return undefined;
    const record = { kind: subject.kind, id: subject.id };
    const meeting = meetingFrom(draft, prefilled, { start, record, eyes });
    const reason = who.isOverride ? draft.reason.trim() || undefined : undefined;
    return book.mutate({ meeting, hostId: who.hostId, rotationId: who.rotationId, reason });
  };
  return { submit, faults: isChecked ? faults : {} };
}

export type Schedule = ReturnType<typeof useSchedule>;

/** Pixels of a rem from which on the host alone has room for words. */
const LARGE_TEXT = 20;

/** How many narrow lanes have room beside the host's. */
function useBesides(): number {
  const { phone } = useSize();
  const isWide = useMedia('(width >= 85rem)');
  if (phone || remInPixels() > LARGE_TEXT) return 0;
  return isWide ? 3 : 2;
}

function usePrefilled({ kind, name, invited }: Subject): Prefilled {
  const t = useScheduleWords();
  const isMatter = kind === 'deal' || kind === 'ticket';
  return { people: invited, title: isMatter ? name : t('titleWith', { name }) };
}

/** When it would be, and what speaks against it: taken time blocks, closed time asks for open eyes (E13). */
function useStanding(draft: Draft, { host }: HostTime, error: Error | null) {
  const { reader } = useBookingTimes();
  const now = useNow();
  const meeting = meetingOf(draft, reader.timeZone);
  const start = meeting?.start ?? null;
  const isPast = start !== null && start < now;
  const verdict = meeting && host ? verdictOn(host.spans, meeting) : null;
  const eyes = openEyes(isPast ? null : error, !isPast && verdict?.kind === 'closed');
  return {
    meeting,
    start,
    isPast,
    verdict,
    isBlocked: isPast || verdict?.kind === 'busy',
    eyes,
    isOutside: eyes.outsideHours,
  };
}

/** A time picked on the grid; in a colleague's lane it is theirs, and as long as it was drawn. */
function usePick(change: (changes: Partial<Draft>) => void, hostId: string | null) {
  const { reader } = useBookingTimes();
  const way = useScheduleWay();
  const at = (start: string) => change(wallTimeOf(start, reader.timeZone));
  return {
    choose: (start: string) => {
      at(start);
      way.date(wallTimeOf(start, reader.timeZone).date);
    },
    pick: ({ personId, start, end }: Stretch & { personId: string }) => {
      const minutes = minutesBetween(start, end);
      change({ ...wallTimeOf(start, reader.timeZone), ...(minutes > 15 && { minutes }) });
      if (personId !== hostId) way.host(personId);
    },
    stretch: ({ start, end }: Stretch) => {
      change({ ...wallTimeOf(start, reader.timeZone), minutes: minutesBetween(start, end) });
    },
  };
}

function useDone(leave: () => void) {
  const t = useScheduleWords();
  const times = useBookingTimes();
  const toast = useToast();
  return (made: { start: string; hosts: { name: string }[] }) => {
    const name = made.hosts.map((host) => host.name).join(', ');
    toast.done(t('done', { when: times.stamp(made.start), name }));
    leave();
  };
}

/** What the server said of single fields, at the fields here. */
function refusedFields(error: Error | null): Partial<Record<string, string>> {
  if (!(error instanceof RequestProblem)) return {};
  return Object.fromEntries(
    error.errors.flatMap(({ path, message }) => (fieldOf(path) ? [[fieldOf(path), message]] : [])),
  );
}

function useFocusOnFault(root: RefObject<HTMLElement | null>, isChecked: boolean, error: unknown) {
  useEffect(() => {
    if (isChecked || error) focusFault(root.current);
  }, [root, isChecked, error]);
}

function focusFault(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
