import { dayFromText, isoFromMinute, textFromDay } from '#engine/minutes.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { minuteNow } from '#platform/clock.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { taskView } from '#crm/activities/change-tasks.ts';
import type { Task } from '#crm/activities/task.ts';
import type { BookingView } from '#bookings/booking-fields.ts';
import { whyNotBookable, type HostState } from '#links/bookable.ts';
import { candidateIds, type Link } from '#links/link.ts';
import { lastBookableDay } from '#links/present-link.ts';
import type { Attention } from './home-fields.ts';
import type { OpenQuestion } from './store-questions.ts';
import type { Facts, HolidayDays } from './store.ts';

export interface Known {
  platform: Platform;
  caller: Caller;
  /** Open for booking. */
  links: Link[];
  states: ReadonlyMap<string, HostState>;
  lists: HolidayDays[];
  facts: Facts;
  needy: BookingView[];
  /** The caller's own tasks whose time has come. */
  overdue: Task[];
}

/**
 * The most urgent first: meetings without a host, what the host’s own calendar asks, what is broken, what is overdue, who
 * cannot host, what will go wrong later.
 */
export function whatNeedsAttention(known: Known): Attention[] {
  const { caller, facts, platform, needy, overdue } = known;
  const broken: Attention[] = [];
  if (isAdmin(caller) && facts.failed > 0)
    broken.push({ code: 'mails-failed', count: facts.failed, error: facts.last_error });
  if (isAdmin(caller) && facts.dead_jobs > 0) broken.push({ code: 'jobs-dead', count: facts.dead_jobs });
  const captured = isAdmin(caller) && platform.config.smtpUrl === undefined;
  return [
    ...needy.map((booking) => ({ code: 'needs-host' as const, booking })),
    ...facts.questions.map(asked),
    ...broken,
    ...overdue.map((task) => ({ code: 'task-overdue' as const, task: taskView(platform, task) })),
    ...hostsNotBookable(known),
    ...(may(caller, 'manage-settings') ? holidaysThatEnd(known) : []),
    ...(captured ? [{ code: 'mail-captured' as const }] : []),
  ];
}

/** A3: until it is answered the visitor counts on one time, and the host's calendar says another. */
function asked({ bookingId, title, start, kind, calendarName }: OpenQuestion): Attention {
  const booking = { id: bookingId, title, start: isoFromMinute(start) };
  return { code: 'calendar-question', booking, kind, calendarName };
}

/** B4: told to whoever can mend the link, and to the host. */
function hostsNotBookable({ caller, links, states }: Known): Attention[] {
  const found = links.flatMap((link) =>
    candidateIds(link.settings).flatMap((id) => {
      const host = states.get(id);
      const reasons = host ? whyNotBookable(link, host) : [];
      const concerns = may(caller, 'manage-links') || [link.ownerId, id].includes(caller.memberId);
      return host && reasons.length > 0 && concerns ? [{ link, host, reasons }] : [];
    }),
  );
  const byHost = Map.groupBy(found, ({ host }) => host.memberId);
  return [...byHost].map(([memberId, own]) => ({
    code: 'host-not-bookable',
    memberId,
    name: own[0]!.host.name,
    reasons: [...new Set(own.flatMap(({ reasons }) => reasons))],
    links: own.map(({ link }) => named(link)),
  }));
}

/** B8: a list that knows nothing of a year in which links can be booked already. */
function holidaysThatEnd(known: Known): Attention[] {
  return known.lists.flatMap((list): Attention[] => {
    const dates = (JSON.parse(list.days) as { date: string }[]).map(({ date }) => date).toSorted();
    const links = linksBy(known, list.id).flatMap((link) => {
      const years = missingYears(known.platform, link, dates);
      return years.length > 0 ? [{ link, years, last: lastBookableDay(link, known.platform.clock) }] : [];
    });
    if (links.length === 0) return [];
    return [
      {
        code: 'holidays-end',
        holidayListId: list.id,
        name: list.name,
        endsOn: dates.at(-1) ?? null,
        lastBookableDay: textFromDay(Math.max(...links.map(({ last }) => last))),
        missingYears: [...new Set(links.flatMap(({ years }) => years))]
          .toSorted((a, b) => a - b)
          .slice(0, MOST_YEARS),
        links: links.map(({ link }) => named(link)),
      },
    ];
  });
}

/** Links that go by a list, as their own or as that of a host. */
function linksBy({ links, states }: Known, listId: string): Link[] {
  return links.filter(
    ({ kind, holidayListId, settings }) =>
      kind !== 'specific-times' &&
      (holidayListId === listId ||
        candidateIds(settings).some((id) => states.get(id)?.holidayListId === listId)),
  );
}

/** A link may be open until 2199; an import takes no more years at once. */
const MOST_YEARS = 5;

function missingYears({ clock }: Platform, link: Link, dates: string[]): number[] {
  const today = localDayOf(zoneNamed(link.settings.timeZone)!, minuteNow(clock));
  const from = Math.max(today, dayFromText(link.settings.horizon.from ?? '') ?? today);
  const last = lastBookableDay(link, clock);
  const told = new Set(dates.map(yearOf));
  const years: number[] = [];
  const end = yearOf(textFromDay(last));
  for (let year = yearOf(textFromDay(from)); year <= end && years.length < MOST_YEARS; year++) {
    if (!told.has(year)) years.push(year);
  }
  return years;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function named({ id, title }: Link): { id: string; title: string } {
  return { id, title };
}
