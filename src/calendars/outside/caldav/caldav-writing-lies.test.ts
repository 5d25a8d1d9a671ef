import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { loginPage, type Asked, type PlainAnswer } from '../lying-server.test-support.ts';
import { OutsideProblem } from '../problem.ts';
import type { Written, WrittenEvent } from '../provider.ts';
import { soon } from './account.test-support.ts';
import { gone, multistatus, response, ScriptedCalendar } from './scripted-calendar.test-support.ts';

let one: ScriptedCalendar;
beforeEach(async () => {
  one = await ScriptedCalendar.start();
  one.lie = () => undefined;
});
afterEach(() => one.server.close());

const booked: WrittenEvent = {
  uid: 'b1@meet.lumen.example',
  sequence: 0,
  title: 'Demo',
  description: '',
  location: '',
  start: 29_990_400,
  end: 29_990_430,
  timeZone: 'Europe/Warsaw',
  changedAt: '2026-11-02T09:00:00.000Z',
};
const PLACE = '/c/b1-meet.lumen.example.ics';

const put = (event: WrittenEvent, known: Written | null) =>
  one.keeper.provider.put!(one.keeper.account, one.keeper.calendar, event, known, soon());
const remove = (known: Written) =>
  one.keeper.provider.remove!(one.keeper.account, one.keeper.calendar, known, soon());
const problem = (code: string) => (error: unknown) => error instanceof OutsideProblem && error.code === code;
const puts = () => one.server.asked.filter(({ method }) => method === 'PUT');

/** Stores, and answers in its own way. */
function storing(answer: (asked: Asked) => PlainAnswer, etag = '"kept"') {
  return (asked: Asked) => {
    if (asked.method !== 'PUT') return undefined;
    one.objects.set(asked.path, { etag, text: asked.body });
    return answer(asked);
  };
}

test('K3: 200, 201, 204 and 207 without a refusal are all a yes; without an ETag it is read back', async () => {
  const yes = [{ status: 200 }, { status: 201 }, { status: 204 }, multistatus(gone(PLACE, '201 Created'))];
  for (const answer of yes) {
    one.lie = storing(() => answer);
    assert.deepEqual(await put(booked, null), { href: PLACE, etag: '"kept"' });
  }
  one.lie = storing(() => ({ status: 201, headers: { etag: '"told"' } }));
  assert.deepEqual(await put(booked, null), { href: PLACE, etag: '"told"' });
});

test('K3: a refusal inside a 207, and a page for signing in, are no yes', async () => {
  const refused = [
    multistatus(gone(PLACE, '403 Forbidden')),
    multistatus(gone(PLACE, '507 Insufficient Storage')),
  ];
  for (const [at, code] of ['forbidden', 'server'].entries()) {
    one.lie = ({ method }) => (method === 'PUT' ? refused[at] : undefined);
    await assert.rejects(put(booked, null), problem(code));
  }
  one.lie = ({ method }) => (method === 'PUT' ? loginPage : undefined);
  await assert.rejects(put(booked, null), problem('no-calendar'));
});

test('what concerns this event is told apart from what concerns the calendar', async () => {
  const error = (condition: string) =>
    `<x:error xmlns:x="DAV:" xmlns:y="urn:ietf:params:xml:ns:caldav"><y:${condition}/></x:error>`;
  const refusals: [PlainAnswer, string][] = [
    [{ status: 403 }, 'forbidden'],
    [{ status: 405 }, 'forbidden'],
    [{ status: 403, body: error('max-resource-size') }, 'refused'],
    [{ status: 400 }, 'refused'],
    [{ status: 409 }, 'refused'],
    [{ status: 413 }, 'refused'],
    [{ status: 500 }, 'server'],
    [{ status: 503, headers: { 'retry-after': '7' } }, 'wait'],
  ];
  for (const [answer, code] of refusals) {
    one.lie = ({ method }) => (method === 'PUT' ? answer : undefined);
    await assert.rejects(put(booked, null), problem(code), `${answer.status} for ${code}`);
  }
  one.lie = ({ method }) => ({ status: method === 'PUT' ? 409 : 404 });
  await assert.rejects(put(booked, null), problem('gone'));
});

test('a weak ETag matches nothing, hence what stands there is looked at', async () => {
  const stores = storing(() => ({ status: 201 }), 'W/"kept"');
  one.lie = stores;
  const known = await put(booked, null);
  one.lie = (asked) => {
    if (asked.headers['if-match']) return { status: 412 };
    return asked.method === 'DELETE' ? { status: 204 } : stores(asked);
  };
  await put({ ...booked, sequence: 1, title: 'Renamed' }, known);
  assert.match(puts().at(-1)?.body ?? '', /Renamed/);
  await remove(known);
  await assert.rejects(remove({ href: PLACE, etag: 'W/"older"' }), problem('changed'));
});

test('taking out what is not there is done', async () => {
  const known = { href: PLACE, etag: '"1"' };
  for (const status of [200, 204, 404, 410, 412]) {
    one.lie = ({ method }) => (method === 'DELETE' ? { status } : undefined);
    await remove(known);
  }
  one.lie = ({ method }) => (method === 'DELETE' ? multistatus(gone(PLACE, '403 Forbidden')) : undefined);
  await assert.rejects(remove(known), problem('forbidden'));
});

test('one UID at another place is found by asking for it, whatever the refusal was', async () => {
  const theirs = '/c/theirs.ics';
  one.lie = storing(() => ({ status: 201 }));
  await put(booked, null);
  one.objects.set(theirs, one.objects.get(PLACE)!);
  one.objects.delete(PLACE);
  one.lie = (asked) => {
    if (asked.method === 'PUT') return { status: 400 };
    return asked.body.includes('calendar-query')
      ? multistatus(response(theirs, '<x:getetag>"kept"</x:getetag>'))
      : undefined;
  };
  assert.deepEqual(await put(booked, null), { href: theirs, etag: '"kept"' });
});
