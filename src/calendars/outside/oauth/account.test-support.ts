import { openOutward } from '#platform/outward/open-outward.ts';
import type { Clock } from '#platform/clock.ts';
import { minuteFromIso } from '#engine/minutes.ts';
import type {
  ChangePage,
  OpenAccount,
  Provider,
  Reading,
  RemoteCalendar,
  RemoteObject,
} from '../provider.ts';
import type { WrittenEvent } from '../provider.ts';
import type { TokenDesk } from './ask-tokens.ts';
import type { ConsentServer } from './consent-server.test-support.ts';
import { secretFrom } from './tokens.ts';

export const SIGNAL = new AbortController().signal;
const HOUR_MS = 3_600_000;

export function deskAt(server: ConsentServer, clock: Clock): TokenDesk {
  return { outward: openOutward({ privateHosts: [server.privateHost] }), client: server.client, clock };
}

/** Somebody who has consented; `kept` is what the database holds of their tokens. */
export function consented(
  server: ConsentServer,
  kind: OpenAccount['kind'],
  clock: Clock,
): OpenAccount & { kept: string[] } {
  const kept: string[] = [];
  const account: OpenAccount = {
    kind,
    url: '',
    username: 'anna@example.com',
    secret: secretFrom({ ...server.consent(), issuedAt: clock.now(), expiresAt: clock.now() + HOUR_MS }),
    keepSecret: async (secret) => void kept.push(secret),
  };
  return Object.assign(account, { kept });
}

export const at = (iso: string): number => minuteFromIso(iso)!;

export const WINDOW = { from: at('2026-10-23T00:00:00Z'), to: at('2028-12-22T00:00:00Z') };

/** What one keeps who follows a calendar: its objects and where the next reading goes on. */
export interface Follower {
  objects: Map<string, RemoteObject>;
  cursor: string | null;
  pages: ChangePage[];
}

export function follower(): Follower {
  return { objects: new Map(), cursor: null, pages: [] };
}

/** Reads what changed and takes it over, as the house does; the cursor is kept only with everything before it. */
export async function follow(
  provider: Provider,
  account: OpenAccount,
  calendar: RemoteCalendar,
  kept: Follower,
  window: Reading['window'] = WINDOW,
): Promise<Follower> {
  kept.pages = [];
  const known = async () => new Map([...kept.objects].map(([href, { etag }]) => [href, etag]));
  const reading = { cursor: kept.cursor, window, known, signal: SIGNAL };
  for await (const page of provider.readChanges(account, calendar, reading)) {
    kept.pages.push(page);
    for (const object of page.changed) kept.objects.set(object.href, object);
    for (const href of page.removed) kept.objects.delete(href);
    if (page.cursor !== null) kept.cursor = page.cursor;
  }
  return kept;
}

/** Title, start, end and whether it blocks, of everything that is kept. */
export function seenBy({ objects }: Follower): (readonly [string, string, string, boolean])[] {
  const iso = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);
  return [...objects.values()]
    .flatMap((object) => ('expanded' in object ? object.expanded.occurrences : []))
    .toSorted((one, other) => one.start - other.start || one.title.localeCompare(other.title))
    .map(({ title, start, end, busy }) => [title, iso(start), iso(end), busy] as const);
}

export const DEMO: WrittenEvent = {
  uid: '01a1ffa6-0000-7000-8000-000000000001@meet.example.com',
  sequence: 0,
  title: 'Demo with Marek',
  description: 'Call +48 600 000 000',
  location: 'https://meet.example.com/room',
  start: at('2026-12-01T09:00:00Z'),
  end: at('2026-12-01T09:30:00Z'),
  timeZone: 'Europe/Warsaw',
  changedAt: '2026-11-23T08:00:00.000Z',
};
