import assert from 'node:assert/strict';
import type { Answer, Person, SharedLink, Termika } from '../../../demo/open-termika.ts';

export interface Known {
  id: string;
  name: string;
  email: string;
}

/** A contact with one address; `given` says who is responsible, or which companies they belong to. */
export async function contactCalled(
  t: Termika,
  name: string,
  given: Record<string, unknown> = {},
): Promise<Known> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@customer.example`;
  const { status, body } = await t.call('POST', '/api/contacts', {
    name,
    emails: [{ address: email, primary: true }],
    ...given,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.id, name, email };
}

export async function companyCalled(t: Termika, name: string, ownerId: string | null): Promise<string> {
  const { status, body } = await t.call('POST', '/api/companies', { name, ownerId });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

/** A round robin of these hosts, from nine to five in Paris, on two weeks of dates. */
export function roundRobin(
  t: Termika,
  hosts: Person[],
  settings: Record<string, unknown> = {},
): Promise<SharedLink> {
  return t.share({
    kind: 'round-robin',
    hostIds: hosts.map(({ id }) => id),
    ownerFirst: 'strict',
    durationsMinutes: [60],
    horizon: { from: '2026-11-30', to: '2026-12-11' },
    ...settings,
  });
}

/** The token of a link that a colleague sends to somebody. */
export async function tokenFor(
  t: Termika,
  link: SharedLink,
  person: Known,
  record?: object,
): Promise<string> {
  const about = record ?? { kind: 'contact', id: person.id };
  const asked = { record: about, email: person.email };
  const { status, body } = await t.call('POST', `/api/links/${link.id}/invitations`, asked);
  assert.equal(status, 201, JSON.stringify(body));
  return new URL(body.url).searchParams.get('c')!;
}

export interface Shown {
  starts: string[];
  ownerFull?: true;
  ladder?: { rung: string; choice: string | null };
}

/** What a visitor sees of a link on the two weeks of `roundRobin`. */
export async function shown(
  t: Termika,
  link: SharedLink,
  asked: { c?: string; who?: string; from?: string; to?: string } = {},
): Promise<Shown> {
  const dates = { from: '2026-11-23', to: '2026-12-18', timeZone: 'Europe/Paris' };
  const { status, body } = await t.call(
    'GET',
    `${link.path}/slots?${new URLSearchParams({ ...dates, ...asked })}`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  const { days, timeZone: _zone, durationMinutes: _length, ...rest } = body;
  return { starts: days.flatMap((day: { slots: string[] }) => day.slots), ...rest };
}

/** Whole days on which a member is away. */
export async function away(t: Termika, who: Person, from: string, to = from): Promise<void> {
  const { status } = await t.call('POST', `/api/members/${who.id}/absences`, { from, to });
  assert.equal(status, 201);
}

/** A busy hour in somebody's own calendar. */
export async function busyAt(t: Termika, who: Person, start: string, hours = 1): Promise<void> {
  const end = new Date(Date.parse(start) + hours * 3_600_000).toISOString().replace('.000Z', 'Z');
  const event = { title: 'Busy', start, end, transparency: 'busy' };
  const { status, body } = await t.call('POST', `/api/members/${who.id}/events`, event);
  assert.equal(status, 201, JSON.stringify(body));
}

/** The booking as colleagues read it. */
export async function wholeOf(t: Termika, booked: Answer): Promise<Answer['body']> {
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  return (await t.call('GET', `/api/bookings/${booked.body.id}`)).body;
}
