import assert from 'node:assert/strict';
import { writeKey } from '../src/people/make-key.ts';
import { members, officeWeek, PASSWORD, termika, visitors, type MemberName } from './cast.ts';
import type { CleanSlate } from './clean-slate.ts';

/** A member of Termika, and the key they ask with. */
export interface Person {
  id: string;
  key: string;
  name: string;
  email: string;
}

export interface Answer {
  status: number;
  // What a route answers is looked at field by field, as a caller would.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  headers: Headers;
  /** SQL statements that the request caused. */
  statements: number;
}

export interface SharedLink {
  id: string;
  url: string;
  slug: string;
  /** Where visitors ask: /api/public/termika/{slug}. */
  path: string;
  version: number;
}

export type Visitor = { name: string; email: string; timeZone?: string };

export interface Termika extends CleanSlate {
  workspaceId: string;
  anna: Person;
  bo: Person;
  /** Asks over HTTP: as Anna, or on public routes as nobody, unless `as` says who (null = nobody). */
  call: (
    method: string,
    path: string,
    body?: unknown,
    as?: Person | null,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Makes another member of the cast one of Termika; changes what `given` says. */
  hire: (name: Exclude<MemberName, 'anna' | 'bo'>, given?: Record<string, unknown>) => Promise<Person>;
  /** Makes a link; what `settings` leaves out is a personal link of Anna's in Paris, from nine to five. */
  share: (settings?: Record<string, unknown>, as?: Person) => Promise<SharedLink>;
  /** The starts that a visitor sees between two dates, both inclusive. */
  starts: (link: SharedLink, from: string, to?: string, timeZone?: string) => Promise<string[]>;
  book: (
    link: SharedLink,
    start: string,
    visitor?: Visitor,
    more?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}

/** Sets Termika up over HTTP in an empty house: Anna owns it, Bo sells with her. */
export async function openTermika(slate: CleanSlate): Promise<Termika> {
  const owner = { name: members.anna.name, email: members.anna.email, password: PASSWORD };
  const setUp = { token: 'set-up-token', workspace: termika, owner };
  const { status, body } = await ask(slate, null, 'POST', '/api/setup', setUp);
  assert.equal(status, 201, JSON.stringify(body));
  const anna = { id: body.member.id, key: body.apiKey, name: owner.name, email: owner.email };
  const call: Termika['call'] = (method, path, given, as, headers) =>
    ask(slate, as === undefined ? usual(anna, path) : as, method, path, given, headers);
  const workspaceId: string = body.workspace.id;
  const hire: Termika['hire'] = (name, given) => admit(slate, call, workspaceId, name, given);
  const bo = await admit(slate, call, workspaceId, 'bo');
  return {
    ...slate,
    workspaceId,
    anna,
    bo,
    call,
    hire,
    share: (settings, as) => share(call, as ?? anna, { hostIds: [anna.id], ...settings }),
    starts: (link, from, to, timeZone) => starts(call, link, from, to, timeZone),
    book: (link, start, visitor, more, headers) => book(call, link, start, { visitor, more, headers }),
  };
}

/** Whoever asks a public route is nobody yet. */
function usual(anna: Person, path: string): Person | null {
  return path.startsWith('/api/public/') || path === '/api/setup' ? null : anna;
}

async function admit(
  { platform }: CleanSlate,
  call: Termika['call'],
  workspaceId: string,
  name: MemberName,
  given: Record<string, unknown> = {},
): Promise<Person> {
  const member = { ...members[name], seat: true, password: PASSWORD, ...given };
  const { status, body } = await call('POST', '/api/members', member);
  assert.equal(status, 201, JSON.stringify(body));
  // A key in their hand without signing in, which would hash the password once more for every member.
  const { key } = await platform.db.transact((tx) =>
    writeKey(tx, platform, { workspaceId, memberId: body.id }, 'own', null),
  );
  return { id: body.id, key, name: member.name, email: member.email };
}

async function share(
  call: Termika['call'],
  as: Person,
  settings: Record<string, unknown>,
): Promise<SharedLink> {
  const { hostIds, ...rest } = settings;
  const link = {
    kind: 'personal',
    title: 'Oven tour',
    timeZone: termika.timeZone,
    hours: { weekly: officeWeek },
    ...(rest.chairs === undefined && { hostIds }),
    ...rest,
  };
  const { status, body } = await call('POST', '/api/links', link, as);
  assert.equal(status, 201, JSON.stringify(body));
  const { id, url, slug, version } = body;
  return { id, url, slug, version, path: `/api/public/${termika.slug}/${slug}` };
}

async function starts(
  call: Termika['call'],
  link: SharedLink,
  from: string,
  to = from,
  timeZone: string = termika.timeZone,
): Promise<string[]> {
  const query = new URLSearchParams({ from, to, timeZone });
  const { status, body } = await call('GET', `${link.path}/slots?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.days.flatMap((day: { slots: string[] }) => day.slots);
}

function book(
  call: Termika['call'],
  link: SharedLink,
  start: string,
  with_: { visitor?: Visitor; more?: Record<string, unknown>; headers?: Record<string, string> },
): Promise<Answer> {
  const { timeZone = termika.timeZone, ...visitor } = with_.visitor ?? visitors.chloe;
  const wish = { start, timeZone, visitor, ...with_.more };
  return call('POST', `${link.path}/bookings`, wish, null, with_.headers);
}

async function ask(
  { app, logged }: CleanSlate,
  as: Person | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const init = {
    method,
    headers: {
      ...(as && { authorization: `Bearer ${as.key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  };
  const response = await app.request(path, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    headers: response.headers,
    statements: Number(/"statements":(\d+)/.exec(logged.at(-1) ?? '')?.[1] ?? 0),
  };
}
