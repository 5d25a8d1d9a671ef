import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const priya = await t.hire('priya');
const ines = await t.hire('ines');
const PRIYAS = 'https://video.example/priya';

const patch = (id: string, change: object, as?: Person) => t.call('PATCH', `/api/members/${id}`, change, as);

async function link(slug: string, location: object | null, hostIds: string[]) {
  const { status, body } = await t.call('POST', '/api/links', {
    kind: hostIds.length > 1 ? 'round-robin' : 'personal',
    title: slug,
    slug,
    timeZone: 'Europe/Paris',
    hours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' })) },
    hostIds,
    location,
  });
  return { status, body };
}

async function book(slug: string, start: string) {
  const visit = {
    start,
    timeZone: 'Europe/Paris',
    visitor: { name: visitors.chloe.name, email: visitors.chloe.email },
  };
  const { status, body } = await t.call('POST', `/api/public/termika/${slug}/bookings`, visit);
  assert.equal(status, 201, JSON.stringify(body));
  const whole = await t.call('GET', `/api/bookings/${body.id}`);
  return {
    id: body.id as string,
    token: new URL(body.manageUrl).pathname.split('/').at(-1)!,
    whole: whole.body,
  };
}

test('B7: a meeting in the host’s own room follows whoever has it, and stands in every mail', async () => {
  assert.equal((await patch(priya.id, { meetingUrl: PRIYAS })).status, 200);
  await link('own-room', { kind: 'video', room: 'host' }, [priya.id, ines.id]);
  const { id, token, whole } = await book('own-room', '2026-12-01T09:00:00Z');
  const host = whole.hostIds[0];
  assert.equal(whole.location.value, host === priya.id ? PRIYAS : undefined);
  const give = (hostId: string) =>
    t.call('POST', `/api/bookings/${id}/reassignment`, { hostId, reason: 'Ill' });
  if (host === priya.id) await give(ines.id);
  assert.deepEqual((await t.call('GET', `/api/bookings/${id}`)).body.location, {
    kind: 'video',
    room: 'host',
  });
  assert.equal((await give(priya.id)).status, 200);
  const seen = await t.call('GET', `/api/public/bookings/${token}`);
  assert.deepEqual(seen.body.location, { kind: 'video', value: PRIYAS }, 'how it came about is not told');
  const { body: mails } = await t.call('GET', `/api/mail?to=${visitors.chloe.email}`);
  assert.ok(mails.items.some(({ text }: { text: string }) => text.includes(PRIYAS)));
});

test('B7: a place that a colleague wrote by hand stays where it is', async () => {
  const { id, whole } = await book('own-room', '2026-12-02T09:00:00Z');
  const changed = await t.call('PATCH', `/api/bookings/${id}`, {
    location: { kind: 'phone', value: '+33 1 44 55 66 77' },
  });
  assert.equal(changed.status, 200);
  const other = whole.hostIds[0] === priya.id ? ines.id : priya.id;
  await t.call('POST', `/api/bookings/${id}/reassignment`, { hostId: other, reason: 'Ill' });
  assert.deepEqual((await t.call('GET', `/api/bookings/${id}`)).body.location, {
    kind: 'phone',
    value: '+33 1 44 55 66 77',
  });
});

test('B7: every meeting on a Jitsi server has a room of its own, which it keeps', async () => {
  await link('jitsi', { kind: 'video', room: 'jitsi', value: 'https://meet.example/rooms/' }, [priya.id]);
  const one = await book('jitsi', '2026-12-03T09:00:00Z');
  const other = await book('jitsi', '2026-12-03T10:00:00Z');
  const [first, second] = [one, other].map(({ whole }) => whole.location.value);
  assert.match(first, /^https:\/\/meet\.example\/rooms\/rondo-[0-9a-f]{32}$/);
  assert.notEqual(first, second);
  const moved = await t.call('POST', `/api/bookings/${one.id}/reschedule`, { start: '2026-12-03T11:00:00Z' });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.equal((await t.call('GET', `/api/bookings/${one.id}`)).body.location.value, first);
});

test('B7: a room that makes no sense is refused with what to do; nobody else writes my room', async () => {
  const wrong: [object, string][] = [
    [{ kind: 'video', room: 'jitsi' }, 'location.value'],
    [{ kind: 'video', room: 'jitsi', value: 'http://meet.example' }, 'location.value'],
    [{ kind: 'video', room: 'host', value: PRIYAS }, 'location.value'],
    [{ kind: 'phone', room: 'host' }, 'location.room'],
  ];
  for (const [location, path] of wrong) {
    const { status, body } = await link('wrong', location, [priya.id]);
    assert.equal(status, 422);
    assert.equal(body.errors[0].path, path, JSON.stringify(body));
  }
  const javascript = await patch(priya.id, { meetingUrl: 'javascript:alert(1)' });
  assert.equal(javascript.status, 422);
  assert.equal((await patch(priya.id, { meetingUrl: PRIYAS }, ines)).status, 403);
  const byHand = {
    start: '2026-12-04T09:00:00Z',
    durationMinutes: 30,
    location: { kind: 'video', room: 'host' },
  };
  assert.equal((await t.call('POST', '/api/bookings', byHand)).status, 422, 'one meeting has one place');
});
