import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../../demo/open-termika.ts';
import { watchReminders } from './reminders.test-support.ts';
import { expectedAt, type Followed } from './slow-model.test-support.ts';

const t = await openTermika(await cleanSlate('2026-10-19T06:00:00Z'));
after(() => t.close());
const look = watchReminders(t);
const STEPS = 40;
const promised = [
  { minutes: 1440, when: 'before', to: 'visitor' },
  { minutes: 90, when: 'before', to: 'host' },
  { minutes: 600, when: 'after', to: 'visitor' },
  { minutes: 0, when: 'after', to: 'host' },
] as const;

/** The same numbers every time. */
function chances(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
}

test('B7, E8–E11: whatever becomes of meetings, exactly the mails leave that a slow model expects', async () => {
  const any = chances(7);
  const meetings = new Map<string, Followed>();
  const acts = await actsOn(meetings, any);
  let mails = 0;
  for (let step = 0; step < STEPS; step++) {
    await acts[any(3) === 0 ? any(acts.length) : step % 3 === 0 ? 0 : any(acts.length)]!();
    // Nights in which the clocks change lie in between.
    if (any(2) === 0) t.clock.advance(15 * (1 + any(60)));
    const sent = await look();
    const told = sent.map(
      ({ kind, to }) => `${kind} to ${kind.startsWith('host') ? to.split('@')[0] : 'visitor'}`,
    );
    assert.deepEqual(
      told.toSorted(),
      expectedAt([...meetings.values()], promised, now()),
      `step ${step} at ${new Date(t.clock.now()).toISOString()}`,
    );
    mails += sent.length;
  }
  assert.ok(mails > 15, `only ${mails} mails were looked at`);
});

interface World {
  meetings: Map<string, Followed>;
  any: (most: number) => number;
  link: SharedLink;
}

/** What may happen to meetings, each act as likely as chance has it. */
async function actsOn(meetings: World['meetings'], any: World['any']): Promise<(() => Promise<void>)[]> {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
  const shared = { kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], hours: { weekly: week } };
  const link = await t.share({ ...shared, cutOffMinutes: 0, reminders: promised });
  const world = { meetings, any, link };
  return [book, move, callOff, bringBack, handOver].map((act) => () => act(world));
}

const now = (): number => Math.floor(t.clock.now() / 60_000);
const post = (id: string, what: string, body: object = {}) =>
  t.call('POST', `/api/bookings/${id}/${what}`, body);
const hostOf = async (id: string): Promise<string> =>
  (await t.call('GET', `/api/bookings/${id}`)).body.hosts[0].name.startsWith('Anna') ? 'anna' : 'bo';
const iso = (minute: number): string => new Date(minute * 60_000).toISOString();

const one = (meetings: World['meetings'], any: World['any']): [string, Followed] | undefined =>
  [...meetings][any(meetings.size)];
const slot = (any: World['any']): number => Math.ceil(now() / 30) * 30 + 30 * (1 + any(140));

async function book({ meetings, any, link }: World): Promise<void> {
  const start = slot(any);
  const { status, body } = await t.book(link, iso(start));
  if (status !== 201) return;
  const host = await hostOf(body.id);
  const fresh = { start, end: start + 30, host, promisedAt: now(), sent: new Set<string>() };
  meetings.set(body.id, { ...fresh, status: 'scheduled' });
}

async function move({ meetings, any }: World): Promise<void> {
  const [id, meeting] = one(meetings, any) ?? [];
  if (!id || !meeting) return;
  const start = slot(any);
  const { status } = await post(id, 'reschedule', { start: iso(start) });
  if (status !== 200 || meeting.start === start) return;
  const host = await hostOf(id);
  Object.assign(meeting, { start, end: start + 30, promisedAt: now(), host });
}

async function callOff({ meetings, any }: World): Promise<void> {
  const [id, meeting] = one(meetings, any) ?? [];
  if (id && (await post(id, 'cancellation')).status === 200) meeting!.status = 'cancelled';
}

async function bringBack({ meetings, any }: World): Promise<void> {
  const [id, meeting] = one(meetings, any) ?? [];
  if (!id || (await post(id, 'reopening')).status !== 200) return;
  Object.assign(meeting!, { status: 'scheduled', promisedAt: now() });
}

async function handOver({ meetings, any }: World): Promise<void> {
  const [id, meeting] = one(meetings, any) ?? [];
  if (!id || !meeting) return;
  const to = meeting.host === 'anna' ? t.bo : t.anna;
  const { status } = await post(id, 'reassignment', { hostId: to.id, reason: 'Swap' });
  if (status === 200) meeting.host = meeting.host === 'anna' ? 'bo' : 'anna';
}
