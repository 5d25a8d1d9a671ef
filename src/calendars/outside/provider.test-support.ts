import { OutsideProblem, type OutsideProblemCode } from './problem.ts';
import type { ChangePage, OpenAccount, Provider, Reading, RemoteCalendar, RemoteObject } from './provider.ts';

/** A calendar service of our own: what it holds changes by hand, and it fails when it is told to. */
export interface CalendarService {
  provider: Provider;
  /** Puts an event; start and end as instants, or iCalendar lines of the event itself. */
  put(
    calendar: string,
    href: string,
    event: { start?: string; end?: string; uid?: string; lines?: string[] },
  ): void;
  remove(calendar: string, href: string): void;
  /** Every page of a reading, until it is told otherwise. */
  fails(code: OutsideProblemCode | null, options?: { retryAfterMs?: number; afterPages?: number }): void;
  /** Readings stop before their second page until `release`. */
  holdBack(): { reached: Promise<void>; release: () => void };
  /** Cursors that it gave are known no more. */
  forgetCursors(): void;
  pageSize: number;
  password: string;
  calendars: RemoteCalendar[];
  /** How often changes were asked for, and how many objects were told. */
  asked: { readings: number; told: number };
}

export function remoteCalendar(remoteId: string, given: Partial<RemoteCalendar> = {}): RemoteCalendar {
  return { remoteId, name: remoteId, colour: null, timeZone: null, readOnly: false, isMain: false, ...given };
}

interface Kept {
  at: number;
  /** Null: it is gone. */
  object: RemoteObject | null;
}

export function calendarService(): CalendarService {
  const kept = new Map<string, Map<string, Kept>>();
  const state = {
    at: 1,
    since: 0,
    held: undefined as { reached: () => void; go: Promise<void> } | undefined,
  };
  let fault: { code: OutsideProblemCode; retryAfterMs?: number; afterPages: number } | null = null;
  const of = (calendar: string) => kept.get(calendar) ?? kept.set(calendar, new Map()).get(calendar)!;
  const service: CalendarService = {
    pageSize: 2,
    password: 'a quiet river',
    calendars: [remoteCalendar('work', { isMain: true }), remoteCalendar('home')],
    asked: { readings: 0, told: 0 },
    put: (calendar, href, event) => {
      const text = eventText(href, event);
      state.at += 1;
      of(calendar).set(href, { at: state.at, object: { href, etag: `"${state.at}"`, text } });
    },
    remove: (calendar, href) => {
      state.at += 1;
      of(calendar).set(href, { at: state.at, object: null });
    },
    fails: (code, options = {}) => {
      fault = code && { code, afterPages: 0, ...options };
    },
    holdBack: () => {
      const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      state.held = { reached: reached.resolve, go: go.promise };
      return { reached: reached.promise, release: () => ((state.held = undefined), go.resolve()) };
    },
    forgetCursors: () => {
      state.since = state.at;
    },
    provider: {
      findCalendars: async (account) => {
        signIn(account);
        if (fault?.afterPages === 0) throw problemOf(fault);
        return service.calendars;
      },
      readChanges: (account, calendar, reading) => readChanges(account, calendar, reading),
    },
  };
  const signIn = ({ secret }: OpenAccount): void => {
    if (secret !== service.password) throw new OutsideProblem('sign-in', 'wrong password');
  };
  async function* readChanges(
    account: OpenAccount,
    { remoteId }: RemoteCalendar,
    { cursor, known }: Reading,
  ): AsyncGenerator<ChangePage> {
    service.asked.readings += 1;
    signIn(account);
    const all = of(remoteId);
    const end = String(state.at);
    const since = cursor !== null && Number(cursor) >= state.since ? Number(cursor) : null;
    const news = [...all].filter(([, one]) => one.at > (since ?? 0));
    const changed = news.flatMap(([, one]) => one.object ?? []);
    const gone =
      since === null
        ? [...(await known()).keys()].filter((href) => !all.get(href)?.object)
        : news.filter(([, one]) => !one.object).map(([href]) => href);
    for (let at = 0, pages = 0; ; at += service.pageSize, pages += 1) {
      if (fault && fault.afterPages <= pages) throw problemOf(fault);
      if (pages > 0 && state.held) {
        state.held.reached();
        await state.held.go;
      }
      const isLast = at + service.pageSize >= changed.length;
      const some = changed.slice(at, at + service.pageSize);
      service.asked.told += some.length;
      yield {
        changed: some,
        removed: isLast ? gone : [],
        cursor: isLast ? end : null,
        total: changed.length,
      };
      if (isLast) return;
    }
  }
  return service;
}

function problemOf({
  code,
  retryAfterMs,
}: {
  code: OutsideProblemCode;
  retryAfterMs?: number;
}): OutsideProblem {
  return new OutsideProblem(code, `told to fail: ${code}`, { retryAfterMs });
}

function eventText(
  href: string,
  { start, end, uid, lines }: { start?: string; end?: string; uid?: string; lines?: string[] },
): string {
  const stamp = (iso: string): string => iso.replaceAll(/[-:]/g, '');
  const when = lines ?? [`DTSTART:${stamp(start!)}`, `DTEND:${stamp(end!)}`];
  const event = [
    `UID:${uid ?? `${href}@elsewhere.example`}`,
    'DTSTAMP:20261101T000000Z',
    `SUMMARY:${href}`,
    ...when,
  ];
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Elsewhere//EN', 'BEGIN:VEVENT', ...event];
  return [...all, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}
