/** What screens ask about the calendars of a member, and what they tell them to do. */
import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { ClosingCalendars } from '../closing-calendars.ts';
import type { OutsideProblemCode } from '../problem.ts';
import type { OutsideKind } from '../provider.ts';

export interface CalendarHealth {
  state: 'ok' | 'stale' | 'failing';
  lastSuccessAt: string | null;
  /** In English, for programs; screens say it by its code. */
  error: string | null;
  code: OutsideProblemCode | null;
  nextTryAt: string | null;
  readsNow: boolean;
  progress: { done: number; total: number | null } | null;
}

/** One sign-in; a service may have several calendars behind it. */
export interface CalendarAccount {
  id: string;
  name: string;
  url: string;
  username: string;
}

export interface CalendarView {
  id: string;
  kind: 'built-in' | OutsideKind;
  name: string;
  checkConflicts: boolean;
  writeHere: boolean;
  sync: boolean;
  readOnly: boolean;
  colour: string | null;
  account: CalendarAccount | null;
  health: CalendarHealth;
}

export interface Calendars {
  items: CalendarView[];
  /** The services that can be connected in this house. */
  connectable: OutsideKind[];
}

export type OutsideCalendar = CalendarView & { kind: OutsideKind; account: CalendarAccount };
export type CalendarChange = Partial<
  Pick<CalendarView, 'checkConflicts' | 'writeHere' | 'sync'> & { name: string }
>;

const WHILE_READING = 2_000;
const WHILE_FAILING = 10_000;
const A_MINUTE = 60_000;

/** Looked at again every two seconds only while one of them is being read, or is about to be. */
export const calendarsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['calendars', memberId],
    queryFn: async ({ signal, client }) => {
      const calendars = await request<Calendars>('GET', calendarsOf(memberId), { signal });
      client.setQueryData(closingKey(memberId), closingAmong(calendars));
      return calendars;
    },
    refetchInterval: ({ state }) => howLongUntilNews(state.data?.items ?? []),
  });

function howLongUntilNews(items: readonly CalendarView[]): number {
  if (items.some((calendar) => isOnItsWay(calendar) || isDue(calendar))) return WHILE_READING;
  return items.some(closesItsOwner) ? WHILE_FAILING : A_MINUTE;
}

/** Its reading begins any moment: it was asked for, or its time has come. */
function isDue({ sync, health: { nextTryAt } }: CalendarView): boolean {
  return sync && nextTryAt !== null && Date.parse(nextTryAt) <= Date.now();
}

export const calendarsOf = (memberId: string) => `/api/members/${memberId}/calendars`;
export const accountsOf = (memberId: string) => `/api/members/${memberId}/calendar-accounts`;

export function isOutside(calendar: CalendarView): calendar is OutsideCalendar {
  return calendar.account !== null;
}

/** Being read, or read for the first time as soon as its turn comes. */
export function isOnItsWay({ sync, kind, health }: CalendarView): boolean {
  if (kind === 'built-in' || !sync) return false;
  return health.readsNow || (health.lastSuccessAt === null && health.code === null);
}

/** A9: while it stands so, nobody can book its owner. Who connected it just now is looking at it. */
function closesItsOwner(calendar: CalendarView): boolean {
  const { checkConflicts, sync, health } = calendar;
  const isNew = health.lastSuccessAt === null && health.code === null;
  return checkConflicts && sync && !isNew && health.state !== 'ok';
}

/** What the banner over every screen goes by; it follows whatever is read of the calendars. */
export const closingKey = (memberId: string) => ['closing-calendars', memberId] as const;

export function closingAmong({ items }: Calendars): ClosingCalendars {
  return {
    hasOutside: items.some(isOutside),
    closing: items
      .filter(closesItsOwner)
      .map(({ name, health }) => ({ name, lastSuccessAt: health.lastSuccessAt })),
  };
}

/** The outside calendars by the sign-in that they are read with, in their order. */
export function byAccount(items: readonly CalendarView[]) {
  const groups = Map.groupBy(items.filter(isOutside), ({ account }) => account.id);
  return [...groups.values()].map((calendars) => {
    const { account, kind } = calendars[0]!;
    return { account, kind, calendars };
  });
}

export type AccountGroup = ReturnType<typeof byAccount>[number];
