import type { BookingFilter } from '#bookings/screens/booking-queries.ts';
import { dayBounds } from '#bookings/screens/wall-time.ts';
import type { SavedView } from '#people/screens/view-queries.ts';
import { plusDays } from '#ui/calendar-days.ts';
import {
  FILTER_NAMES,
  listFilter,
  namesFilter,
  type BookingsSearch,
  type ListFilter,
} from './bookings-search.ts';

/** Our own views, in the order of their tabs. */
export const VIEWS = {
  upcoming: { from: 'today', status: 'scheduled,unverified' },
  today: { from: 'today', to: 'today' },
  mine: { from: 'today', status: 'scheduled,unverified', hostId: 'me' },
  'needs-host': { needsHost: 'true' },
  asked: { question: 'true' },
  unverified: { status: 'unverified' },
  past: { from: 'today-30', to: 'today', status: 'completed,no-show', sort: '-start' },
  cancelled: { status: 'cancelled,expired', sort: '-start' },
  all: {},
} as const satisfies Record<string, ListFilter>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

export function isOurs(view: string): view is ViewName {
  return view in VIEWS;
}

/** What the list is narrowed to: as the address says itself, else as its view does; null while that is not known. */
export function filterOf(search: BookingsSearch, saved: readonly SavedView[] | undefined): ListFilter | null {
  if (namesFilter(search)) return listFilter({ ...search });
  const name = viewOf(search, saved);
  if (name !== undefined && isOurs(name)) return VIEWS[name];
  if (!saved) return null;
  const kept = saved.find(({ id }) => id === name);
  return kept ? listFilter(kept.filter) : VIEWS.upcoming;
}

/** The view that is shown: the address's, else the one this member's list opens with; undefined while that is not known. */
export function viewOf(search: BookingsSearch, saved: readonly SavedView[] | undefined): string | undefined {
  if (search.view !== undefined) return search.view;
  if (namesFilter(search)) return 'upcoming';
  return saved && (saved.find((view) => view.default)?.id ?? 'upcoming');
}

/** The filter as the server is asked: dates of the reader's zone become instants, half-open. */
export function askedFrom(
  { from, to, sort: _, ...filter }: ListFilter,
  today: string,
  zone: string,
): BookingFilter {
  return {
    ...filter,
    ...(from && { from: dayBounds(dateFrom(from, today), zone).start }),
    ...(to && { to: dayBounds(dateFrom(to, today), zone).end }),
  };
}

/** The date that 'today-30' means today. */
export function dateFrom(day: string, today: string): string {
  const [, days] = /^today([+-]\d+)?$/.exec(day) ?? [day, null];
  return days === null ? day : plusDays(today, Number(days ?? 0));
}

export function sameFilter(one: ListFilter, other: ListFilter): boolean {
  return FILTER_NAMES.every((name) => one[name] === other[name]);
}
