import { OutsideProblem, type OutsideProblemCode } from './problem.ts';
import type { ChangePage, OpenAccount, Provider, Reading, RemoteCalendar, RemoteObject } from './provider.ts';

interface EventGiven {
  /** Instants. */
  start?: string;
  end?: string;
  uid?: string;
  /** Of the event itself, in place of start and end. */
  lines?: string[];
  /** The whole object, in place of all else. */
  text?: string;
}

interface Fault {
  code: OutsideProblemCode;
  retryAfterMs?: number;
  afterPages?: number;
}

interface Kept {
  at: number;
  /** Null: it is gone. */
  object: RemoteObject | null;
}

/** A calendar service of our own: what it holds changes by hand, and it fails when it is told to. */
export class CalendarService {
  pageSize = 2;
  password = 'a quiet river';
  calendars: RemoteCalendar[] = [remoteCalendar('work', { isMain: true }), remoteCalendar('home')];
  /** How often changes were asked for, and how many objects were told. */
  readonly asked = { readings: 0, told: 0 };
  readonly provider: Provider = {
    findCalendars: async (account) => this.#find(account),
    readChanges: (account, calendar, reading) => this.#read(account, calendar, reading),
  };
  readonly #kept = new Map<string, Map<string, Kept>>();
  #at = 1;
  /** Older cursors are known no more. */
  #since = 0;
  #fault: Fault | undefined;
  #release: (() => void) | undefined;
  #held: { reached: () => void; go: Promise<void> } | undefined;

  put(calendar: string, href: string, event: EventGiven): void {
    this.#at += 1;
    const object = { href, etag: `"${this.#at}"`, text: event.text ?? eventText(href, event) };
    this.#of(calendar).set(href, { at: this.#at, object });
  }

  remove(calendar: string, href: string): void {
    this.#at += 1;
    this.#of(calendar).set(href, { at: this.#at, object: null });
  }

  /** Until it is told otherwise. */
  fails(code: OutsideProblemCode | null, options: Omit<Fault, 'code'> = {}): void {
    this.#fault = code === null ? undefined : { code, ...options };
  }

  /** Readings stop before their second page until `release`. */
  holdBack(): { reached: Promise<void>; release: () => void } {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    this.#held = { reached: reached.resolve, go: go.promise };
    const release = (): void => {
      this.#held = undefined;
      go.resolve();
    };
    this.#release = release;
    return { reached: reached.promise, release };
  }

  /** Whatever a test before told it. */
  calm(): void {
    this.fails(null);
    this.#release?.();
  }

  forgetCursors(): void {
    this.#since = this.#at;
  }

  #of(calendar: string): Map<string, Kept> {
    const all = this.#kept.get(calendar) ?? new Map<string, Kept>();
    this.#kept.set(calendar, all);
    return all;
  }

  #find(account: OpenAccount): RemoteCalendar[] {
    this.#signIn(account);
    this.#fail(0);
    return this.calendars;
  }

  #signIn({ secret }: OpenAccount): void {
    if (secret !== this.password) throw new OutsideProblem('sign-in', 'wrong password');
  }

  #fail(pages: number): void {
    const { code, afterPages = 0, retryAfterMs } = this.#fault ?? {};
    if (code && afterPages <= pages)
      throw new OutsideProblem(code, `told to fail: ${code}`, { retryAfterMs });
  }

  async *#read(
    account: OpenAccount,
    { remoteId }: RemoteCalendar,
    reading: Reading,
  ): AsyncGenerator<ChangePage> {
    this.asked.readings += 1;
    this.#signIn(account);
    const { changed, gone, cursor } = await this.#changes(this.#of(remoteId), reading);
    for (let at = 0, pages = 0; ; at += this.pageSize, pages += 1) {
      this.#fail(pages);
      if (pages > 0) this.#held?.reached();
      if (pages > 0) await this.#held?.go;
      const isLast = at + this.pageSize >= changed.length;
      const some = changed.slice(at, at + this.pageSize);
      this.asked.told += some.length;
      const removed = isLast ? gone : [];
      yield { changed: some, removed, cursor: isLast ? cursor : null, total: changed.length };
      if (isLast) return;
    }
  }

  async #changes(all: Map<string, Kept>, { cursor, known }: Reading) {
    const isKnown = cursor !== null && Number(cursor) >= this.#since;
    const news = [...all].filter(([, one]) => one.at > (isKnown ? Number(cursor) : 0));
    const gone = isKnown
      ? news.filter(([, one]) => !one.object).map(([href]) => href)
      : [...(await known()).keys()].filter((href) => !all.get(href)?.object);
    return { changed: news.flatMap(([, one]) => one.object ?? []), gone, cursor: String(this.#at) };
  }
}

export function remoteCalendar(remoteId: string, given: Partial<RemoteCalendar> = {}): RemoteCalendar {
  return {
    remoteId,
    name: remoteId,
    colour: null,
    timeZone: null,
    readOnly: false,
    isMain: false,
    ...given,
  };
}

function eventText(href: string, { start, end, uid, lines }: EventGiven): string {
  const stamp = (iso: string): string => iso.replaceAll(/[-:]/g, '');
  const when = lines ?? [`DTSTART:${stamp(start!)}`, `DTEND:${stamp(end!)}`];
  const about = [`UID:${uid ?? `${href}@elsewhere.example`}`, 'DTSTAMP:20261101T000000Z', `SUMMARY:${href}`];
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Elsewhere//EN', 'BEGIN:VEVENT'];
  return [...head, ...about, ...when, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}
