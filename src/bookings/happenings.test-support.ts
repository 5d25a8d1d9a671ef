import { sql } from 'kysely';
import type { Termika } from '../../demo/open-termika.ts';

/** What a request has left behind, each thing once: everything that is not named did not happen. */
export interface Happenings {
  /** 'kind to address', in the order of the alphabet; what waits for its hour ends in ' (waits)'. */
  mails: string[];
  /** 'kind of record: what happened'. */
  timeline: string[];
  /** '+ Anna 2026-12-01T09:00:00Z' for a meeting that came into a calendar, '-' for one that left it. */
  calendar: string[];
}

export const NOTHING: Happenings = { mails: [], timeline: [], calendar: [] };

/** From now on, each call tells what has happened since the one before, over HTTP and with all work done. */
export async function watch(house: Termika): Promise<() => Promise<Happenings>> {
  let before = await look(house);
  return async () => {
    const now = await look(house);
    const fresh = (all: Map<string, string>, known: Map<string, string>): string[] =>
      [...all].flatMap(([id, what]) => (known.has(id) ? [] : [what])).toSorted();
    const calendar = [
      ...fresh(now.calendar, before.calendar).map((one) => `+ ${one}`),
      ...fresh(before.calendar, now.calendar).map((one) => `- ${one}`),
    ];
    const news = {
      mails: fresh(now.mails, before.mails),
      timeline: fresh(now.timeline, before.timeline),
      calendar,
    };
    before = now;
    return news;
  };
}

/** Does all the work that is due, without leaving a worker that would do more behind the test's back. */
export async function workOff(house: Termika): Promise<void> {
  const worker = house.work();
  await worker.drain();
  await worker.stop();
}

/** Lets the recurring jobs of the present minute run, as they do by themselves. */
export async function letTimeTell(house: Termika): Promise<void> {
  const worker = house.work();
  worker.wake();
  await worker.drain();
  await worker.stop();
}

type Seen = Record<'mails' | 'timeline' | 'calendar', Map<string, string>>;

async function look(house: Termika): Promise<Seen> {
  await workOff(house);
  const mails = await itemsOf(house, '/api/mail');
  return {
    mails: new Map(mails.map((mail) => [mail.id, `${mail.kind} to ${mail.to}${waits(mail.state)}`])),
    timeline: await timelines(house),
    calendar: await calendars(house),
  };
}

function waits(state: string): string {
  return state === 'queued' ? ' (waits)' : '';
}

async function timelines(house: Termika): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const kind of ['contact', 'lead']) {
    for (const { id } of await itemsOf(house, `/api/${kind}s`)) {
      for (const entry of await itemsOf(house, `/api/${kind}s/${id}/timeline`)) {
        const what = entry.kind === 'booking' ? `booking ${entry.data.what}` : entry.kind;
        seen.set(`${id} ${entry.id}`, `${kind}: ${what}`);
      }
    }
  }
  return seen;
}

async function calendars(house: Termika): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const { id, name } of await itemsOf(house, '/api/members')) {
    for (const { bookingId, start } of await itemsOf(house, `/api/members/${id}/events`)) {
      if (bookingId) seen.set(`${id} ${bookingId} ${start}`, `${name.split(' ')[0]} ${start}`);
    }
  }
  return seen;
}

// Answers are looked at field by field, as a caller would.
// oxlint-disable-next-line typescript/no-explicit-any
export async function itemsOf(house: Termika, path: string): Promise<any[]> {
  const { body } = await house.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`);
  return body.items;
}

/** The way into a visitor's booking that a mail carries: the token of its newest manage link. */
export async function tokenMailedTo(house: Termika, address: string): Promise<string> {
  await workOff(house);
  for (const mail of await itemsOf(house, `/api/mail?to=${encodeURIComponent(address)}`)) {
    const token = /\/bookings\/([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1];
    if (token) return token;
  }
  throw new Error(`no mail with a link went to ${address}`);
}

export function tokenOf(booked: { body: { manageUrl: string } }): string {
  return booked.body.manageUrl.split('/').at(-1)!;
}

const TABLES = [
  'bookings',
  'booking_hosts',
  'booking_history',
  'claims',
  'assignments',
  'idempotency_keys',
  'tokens',
  'leads',
  'person_emails',
  'timeline_entries',
  'timeline_records',
  'mails',
  'outbox',
  'counters',
] as const;

/** How many rows stand in every table that a booking may touch. */
export async function rowCounts({ platform }: Termika): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.table(table)}`.execute(platform.db.root);
    counts[table] = rows[0]!.count;
  }
  return counts;
}

/** Makes the database refuse every `act` on a table, until the answered function mends it. */
export async function breakTable(
  { platform: { db } }: Termika,
  table: string,
  act: 'insert' | 'update',
): Promise<() => Promise<void>> {
  const run = (statement: string) => sql.raw(statement).execute(db.root);
  if (db.kind === 'sqlite') {
    await run(`create trigger broken before ${act} on ${table} begin select raise(abort, 'broken'); end`);
    return async () => void (await run('drop trigger broken'));
  }
  await run(`create function broken() returns trigger language plpgsql as
    $$ begin raise exception 'broken'; end $$`);
  await run(`create trigger broken before ${act} on ${table} execute function broken()`);
  return async () => void (await run('drop function broken() cascade'));
}
