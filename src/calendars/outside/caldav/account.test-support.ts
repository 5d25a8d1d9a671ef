import type { ChangePage, OpenAccount, Provider, Reading, RemoteCalendar } from '../provider.ts';
import { PASSWORD } from './radicale.test-support.ts';

/** Anna's account at a server. */
export function accountAt(url: string, change: Partial<OpenAccount> = {}): OpenAccount {
  const keepSecret = async () => {};
  return { kind: 'caldav', url, username: 'anna', secret: PASSWORD, keepSecret, ...change };
}

export function calendarAt(remoteId: string, change: Partial<RemoteCalendar> = {}): RemoteCalendar {
  return { remoteId, name: 'Work', colour: null, timeZone: null, readOnly: false, isMain: true, ...change };
}

export const DAY = 24 * 60;
export const soon = (): AbortSignal => AbortSignal.timeout(30_000);

/** Keeps what readings bring, as the database does. */
export class Keeper {
  readonly texts = new Map<string, string>();
  readonly etags = new Map<string, string | null>();
  cursor: string | null = null;
  pages: ChangePage[] = [];
  readonly provider: Provider;
  readonly account: OpenAccount;
  readonly calendar: RemoteCalendar;

  constructor(provider: Provider, account: OpenAccount, calendar: RemoteCalendar) {
    this.provider = provider;
    this.account = account;
    this.calendar = calendar;
  }

  /** Reads to the end; what changed and what went, by the last word of its path. */
  async read(change: Partial<Reading> = {}): Promise<{ changed: string[]; removed: string[] }> {
    this.pages = [];
    const window = { from: 20_000 * DAY, to: 20_800 * DAY };
    const reading = { cursor: this.cursor, window, known: async () => this.etags, signal: soon(), ...change };
    for await (const page of this.provider.readChanges(this.account, this.calendar, reading)) this.keep(page);
    const last = (href: string) => href.slice(href.lastIndexOf('/') + 1);
    return {
      changed: this.pages.flatMap(({ changed }) => changed.map(({ href }) => last(href))).toSorted(),
      removed: this.pages.flatMap(({ removed }) => removed.map(last)).toSorted(),
    };
  }

  private keep(page: ChangePage): void {
    this.pages.push(page);
    for (const object of page.changed) {
      this.texts.set(object.href, 'text' in object ? object.text : '');
      this.etags.set(object.href, object.etag);
    }
    for (const href of page.removed) {
      this.texts.delete(href);
      this.etags.delete(href);
    }
    this.cursor = page.cursor ?? this.cursor;
  }
}

/** One calendar with these events. */
export function calendarText(...events: string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
}

export function event(uid: string, title = 'Dentist', lines: string[] = []): string {
  const inside = [
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    'DTSTART:20270112T090000Z',
    'DTEND:20270112T100000Z',
  ];
  return ['BEGIN:VEVENT', ...inside, `SUMMARY:${title}`, ...lines, 'END:VEVENT', ''].join('\r\n');
}
