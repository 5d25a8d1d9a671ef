import assert from 'node:assert/strict';
import { members, PASSWORD, termika } from '../demo/cast.ts';
import { ask, openConnections, type Answer } from './ask.ts';
import type { Ground } from './ground.ts';

/** Termika on servers of its own, asked over HTTP: each request goes to the next server in turn. */
export interface Office extends Ground {
  /** Anna, who set it up. */
  ownerId: string;
  /** As Anna, or on public routes as nobody. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** More members, with seats; answers their ids. */
  hire(count: number): Promise<string[]>;
  /** A link that is open day and night unless `settings` says otherwise; answers its public path. */
  share(settings: Record<string, unknown>): Promise<string>;
  /** Free starts, the first `days` days from the day after tomorrow. */
  starts(link: string, days: number): Promise<string[]>;
  book(link: string, start: string, visitor: string, more?: Booking): Promise<Answer>;
  /** Calls every one at the same moment, on connections that stand already. */
  atOnce<T>(calls: (() => Promise<T>)[]): Promise<T[]>;
}

interface Booking {
  key?: string;
  durationMinutes?: number;
}

const EVERY_HOUR = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));

export async function openOffice(ground: Ground): Promise<Office> {
  const owner = { name: members.anna.name, email: members.anna.email, password: PASSWORD };
  const given = { token: 'set-up-token', workspace: termika, owner };
  const setUp = await ask(`${ground.servers[0]!.url}/api/setup`, { method: 'POST', body: given });
  assert.equal(setUp.status, 201, JSON.stringify(setUp.body));
  const call = caller(ground, setUp.body.apiKey as string);
  const book: Office['book'] = (link, start, visitor, more) => send(call, link, start, visitor, more);
  return {
    ...ground,
    ownerId: setUp.body.member.id,
    call,
    hire: (count) => hire(call, count),
    share: (settings) => share(call, settings),
    starts: (link, days) => starts(call, link, days),
    book,
    atOnce: async (calls) => {
      const each = Math.ceil(calls.length / ground.servers.length);
      await Promise.all(ground.servers.map(({ url }) => openConnections(url, each)));
      return Promise.all(calls.map((one) => one()));
    },
  };
}

function caller({ servers }: Ground, apiKey: string): Office['call'] {
  let turn = 0;
  return (method, path, body, headers) => {
    const { url } = servers[turn++ % servers.length]!;
    const own = path.startsWith('/api/public/') ? undefined : { authorization: `Bearer ${apiKey}` };
    return ask(`${url}${path}`, { method, body, headers: { ...own, ...headers } });
  };
}

async function hire(call: Office['call'], count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const word = `host-${ids.length + 1}-${Math.random().toString(36).slice(2, 8)}`;
    const member = { ...members.bo, name: word, email: `${word}@termika.example`, seat: true };
    const { status, body } = await call('POST', '/api/members', member);
    assert.equal(status, 201, JSON.stringify(body));
    ids.push(body.id);
  }
  return ids;
}

async function share(call: Office['call'], settings: Record<string, unknown>): Promise<string> {
  const { status, body } = await call('POST', '/api/links', {
    kind: 'personal',
    title: 'Oven tour',
    timeZone: termika.timeZone,
    hours: { weekly: EVERY_HOUR },
    ...settings,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return `/api/public/${termika.slug}/${body.slug}`;
}

async function starts(call: Office['call'], link: string, days: number): Promise<string[]> {
  const date = (ahead: number): string =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: date(2), to: date(1 + days), timeZone: termika.timeZone });
  const { status, body } = await call('GET', `${link}/slots?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.days.flatMap((day: { slots: string[] }) => day.slots);
}

/** The visitor's name makes the address, so that a test can tell whose mail is whose. */
function send(
  call: Office['call'],
  link: string,
  start: string,
  visitor: string,
  { key, durationMinutes }: Booking = {},
): Promise<Answer> {
  const wish = {
    start,
    timeZone: termika.timeZone,
    visitor: { name: visitor, email: addressOf(visitor) },
    ...(durationMinutes && { durationMinutes }),
  };
  return call('POST', `${link}/bookings`, wish, key ? { 'idempotency-key': key } : {});
}

export function addressOf(visitor: string): string {
  return `${visitor}@visitors.example`;
}
