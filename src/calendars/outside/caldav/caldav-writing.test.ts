import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import type { Outward, OutwardRequest } from '#platform/outward/outward.ts';
import { OutwardFault } from '#platform/outward/outward.ts';
import { OutsideProblem } from '../problem.ts';
import type { RemoteCalendar, Written, WrittenEvent } from '../provider.ts';
import { accountAt, calendarAt, soon } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';
import { openRadicale, radicaleProgram, type Radicale } from './radicale.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;

let radicale: Radicale;
let calendar: RemoteCalendar;
/** What happens on the way there and back. */
let way: (request: OutwardRequest, go: Outward) => ReturnType<Outward>;
let made = 0;
before(async () => {
  if ('path' in program) radicale = await openRadicale(program.path);
});
after(() => radicale?.close());
beforeEach(async () => {
  way = (request, go) => go(request);
  if (!skip) calendar = calendarAt(await radicale.makeCalendar('anna', `writing-${++made}`));
});

const UID = '019b2f3a-1111-7000-8000-000000000001@meet.lumen.example';
const booked: WrittenEvent = {
  uid: UID,
  sequence: 0,
  title: 'Demo with Chloé',
  description: 'What it is about; and, more\nof it',
  location: 'https://video.example/demo',
  start: 29_990_400,
  end: 29_990_430,
  timeZone: 'Europe/Warsaw',
  changedAt: '2026-11-02T09:00:00.000Z',
};

function provider() {
  const open = openOutward({ privateHosts: [radicale.host] });
  return calDavProvider((request) => way(request, open));
}
const put = (event: WrittenEvent, known: Written | null) =>
  provider().put(accountAt(radicale.url), calendar, event, known, soon());
const remove = (known: Written) => provider().remove(accountAt(radicale.url), calendar, known, soon());
const standing = async () => [...(await radicale.list(calendar.remoteId)).values()];
const problem = (code: string) => (error: unknown) => error instanceof OutsideProblem && error.code === code;

/** The answer to the next such request is lost; the server has done what it was asked. */
function loseAnswerOf(method: string): void {
  let isLost = false;
  way = async (request, go) => {
    const answer = await go(request);
    if (isLost || request.method !== method) return answer;
    isLost = true;
    throw new OutwardFault('timeout', 'nothing came back');
  };
}

test(
  'K3: a booking is written once, follows its changes and goes, under a place made of its UID',
  { skip },
  async () => {
    const first = await put(booked, null);
    assert.equal(
      first.href,
      `/anna/writing-${made}/019b2f3a-1111-7000-8000-000000000001-meet.lumen.example.ics`,
    );
    assert.match((await standing()).join(), /SUMMARY:Demo with Chloé/);
    const later = {
      ...booked,
      sequence: 1,
      title: 'Second demo',
      start: booked.start + 60,
      end: booked.end + 60,
    };
    const second = await put(later, first);
    assert.equal(second.href, first.href);
    assert.notEqual(second.etag, first.etag);
    const [text = '', ...others] = await standing();
    assert.deepEqual([others, /SUMMARY:Second demo/.test(text)], [[], true]);
    await remove(second);
    await remove(second);
    assert.deepEqual(await standing(), []);
  },
);

test(
  'K3: a repeat after a lost answer meets what it wrote, at once or brought up to date',
  { skip },
  async () => {
    loseAnswerOf('PUT');
    await assert.rejects(put(booked, null), problem('timeout'));
    const again = await put(booked, null);
    assert.deepEqual(await put(booked, null), again);
    const renamed = {
      ...booked,
      sequence: 1,
      title: 'Renamed meanwhile',
      start: booked.start + 30,
      end: booked.end + 30,
    };
    await put(renamed, null);
    const texts = await standing();
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? '', /Renamed meanwhile/);
  },
);

test('A3: what its owner moved or took out is never written over', { skip }, async () => {
  const known = await put(booked, null);
  const [text = ''] = await standing();
  const moved = text
    .replace(/DTSTART:.*/, 'DTSTART:20270108T150000Z')
    .replace(/DTEND:.*/, 'DTEND:20270108T160000Z');
  await radicale.put(calendar.remoteId, known.href.split('/').at(-1) ?? '', moved);
  await assert.rejects(put({ ...booked, title: 'Ours' }, known), problem('changed'));
  await assert.rejects(put(booked, null), problem('changed'));
  await assert.rejects(remove(known), problem('changed'));
  assert.match((await standing()).join(), /20270108T150000Z/);
  await radicale.ask('DELETE', new URL(known.href, radicale.url).href);
  await assert.rejects(put(booked, known), problem('changed'));
  assert.deepEqual(await standing(), []);
});

test('two writers at once: one of them wins, the other is told', { skip }, async () => {
  const known = await put(booked, null);
  let isFirst = true;
  way = async (request, go) => {
    if (request.method !== 'PUT' || !isFirst) return go(request);
    isFirst = false;
    await put({ ...booked, sequence: 2, title: 'The other one' }, known);
    return go(request);
  };
  await assert.rejects(put({ ...booked, sequence: 1, title: 'Late' }, known), problem('changed'));
  assert.match((await standing()).join(), /The other one/);
});

test('what a mail program put there from the invitation is taken over, not doubled', { skip }, async () => {
  const written = await put(booked, null);
  const [text = ''] = await standing();
  await remove(written);
  await radicale.put(calendar.remoteId, 'from-the-mail.ics', text);
  const taken = await put({ ...booked, sequence: 1, title: 'Demo renamed' }, null);
  assert.match(taken.href, /from-the-mail\.ics$/);
  const texts = await standing();
  assert.equal(texts.length, 1);
  assert.match(texts[0] ?? '', /Demo renamed/);
});

test('what others added to it stays', { skip }, async () => {
  await put(booked, null);
  const [text = ''] = await standing();
  const known = await put(booked, null);
  const marked = text.replace(
    'END:VEVENT',
    'CATEGORIES:Important\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:Soon\r\nEND:VALARM\r\nEND:VEVENT',
  );
  await radicale.put(calendar.remoteId, known.href.split('/').at(-1) ?? '', marked);
  const fresh = await provider().readObject(accountAt(radicale.url), calendar, known.href, soon());
  await put({ ...booked, sequence: 1, title: 'Renamed' }, { href: known.href, etag: fresh?.etag ?? null });
  assert.match((await standing()).join(), /CATEGORIES:Important[^]*BEGIN:VALARM/);
  assert.match((await standing()).join(), /SUMMARY:Renamed/);
});

test('a calendar that is gone, a wrong password and a dead server say so', { skip }, async () => {
  const wrong = accountAt(radicale.url, { secret: 'wrong' });
  await assert.rejects(provider().put(wrong, calendar, booked, null, soon()), problem('sign-in'));
  await radicale.ask('DELETE', calendar.remoteId);
  await assert.rejects(put(booked, null), problem('gone'));
  await radicale.kill();
  await assert.rejects(put(booked, null), problem('unreachable'));
  await radicale.start();
});
