import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SharedLink } from '../../demo/open-termika.ts';
import { NOTHING, watch } from '../bookings/happenings.test-support.ts';
import {
  hiddenFields,
  openPages,
  startsOn,
  typedIn,
  wordsOf,
  type Pages,
} from './open-pages.test-support.ts';

let house: Pages;
let link: SharedLink;

before(async () => {
  house = await openPages();
  link = await house.share({ slug: 'tour', cutOffMinutes: 1440 });
});
after(() => house.close());

/** A meeting at a start; answers the path of its page. */
async function meet(start: string, at = link): Promise<string> {
  const { status, body } = await house.book(at, start);
  assert.equal(status, 201, JSON.stringify(body));
  return new URL(body.manageUrl).pathname;
}

test('E7: the visitor’s page says when, with whom and until when it can be moved; looking changes nothing', async () => {
  const path = await meet('2026-12-01T09:00:00Z');
  const happened = await watch(house);
  const page = await house.visit(path);
  assert.equal(page.status, 200);
  const words = wordsOf(page.html);
  assert.match(words, /Tuesday 1 December 2026 10:00 – 10:30.*With Anna Nowak/);
  assert.match(words, /Monday 30 November at 10:00/);
  assert.match(page.html, new RegExp(`href="${path}\\?step=reschedule"`));
  assert.match(page.html, new RegExp(`href="/api/public${path}/invite.ics" download`));
  for (const query of ['?new=1', '?moved=1', '?step=reschedule', '?step=nonsense', '?language=pl']) {
    assert.equal((await house.visit(`${path}${query}`)).status, 200, query);
  }
  assert.deepEqual(await happened(), NOTHING);
});

test('E7: cancelling is a post, keeps the reason, and the time is free at once', async () => {
  const start = '2026-12-02T09:00:00Z';
  const path = await meet(start);
  const [booked] = (await house.call('GET', `/api/bookings?from=${start}`)).body.items;
  const gone = await house.send(`${path}/cancellation`, { reason: 'Oven\u0000 broke <b>' });
  assert.equal(gone.status, 303);
  const page = await house.visit(gone.location);
  assert.match(wordsOf(page.html), /cancelled/i);
  assert.match(page.html, /href="\/termika\/tour"/);
  const { body } = await house.call('GET', `/api/bookings/${booked.id}`);
  assert.equal(body.status, 'cancelled');
  assert.match(JSON.stringify(body.history), /Oven broke <b>/);
  assert.ok((await house.starts(link, '2026-12-02')).includes(start));
  const again = await house.send(`${path}/cancellation`, {});
  assert.ok([303, 409].includes(again.status), 'a second press changes nothing');
});

test('E8: moving shows the month, then the old and the new time, then is said once', async () => {
  const path = await meet('2026-12-03T09:00:00Z');
  const month = await house.visit(`${path}?step=reschedule&day=2026-12-04&timeZone=Europe/Warsaw`);
  const [start = ''] = startsOn(month.html);
  assert.equal(start, '2026-12-04T08:00:00Z');
  const ask = await house.visit(`${path}?step=reschedule&start=${start}&timeZone=Europe/Warsaw`);
  assert.match(wordsOf(ask.html), /10:00 – 10:30.*09:00 – 09:30/);
  const happened = await watch(house);
  const moved = await house.send(`${path}/reschedule`, hiddenFields(ask.html));
  assert.equal(moved.status, 303);
  assert.match(wordsOf((await house.visit(moved.location)).html), /Friday 4 December 2026 09:00/);
  const { mails, calendar } = await happened();
  assert.equal(mails.length, 2);
  assert.deepEqual(
    calendar.toSorted(),
    ['+ Anna 2026-12-04T08:00:00Z', '- Anna 2026-12-03T09:00:00Z'].toSorted(),
  );
});

test('E8: a meeting may move onto its own time and its neighbour', async () => {
  const path = await meet('2026-12-08T09:00:00Z');
  const month = await house.visit(`${path}?step=reschedule&day=2026-12-08`);
  assert.ok(startsOn(month.html).includes('2026-12-08T09:00:00Z'), 'its own time does not stand in its way');
});

test('E8: a time taken meanwhile: 409, the meeting stands, the nearest times are buttons of the same form', async () => {
  const path = await meet('2026-12-09T09:00:00Z');
  const wanted = '2026-12-09T11:00:00Z';
  const ask = await house.visit(`${path}?step=reschedule&start=${wanted}&timeZone=Europe/Paris`);
  await meet(wanted);
  const happened = await watch(house);
  const lost = await house.send(`${path}/reschedule`, hiddenFields(ask.html));
  assert.equal(lost.status, 409);
  assert.match(wordsOf(lost.html), /12:00 was just taken/);
  assert.deepEqual(await happened(), NOTHING);
  const [near = ''] = startsOn(lost.html);
  const moved = await house.send(`${path}/reschedule`, { ...hiddenFields(lost.html), start: near });
  assert.equal(moved.status, 303);
});

test('E7: after the cut-off moving is gone and the page says whom to ask; cancelling stays until the start', async () => {
  const talk = await house.share({ slug: 'phone', location: { kind: 'phone', value: '+33 4 65 71 00 12' } });
  const path = await meet('2026-12-15T09:00:00Z', talk);
  house.clock.set('2026-12-14T12:00:00Z');
  const late = await house.visit(path);
  assert.doesNotMatch(late.html, /step=reschedule/);
  assert.match(late.html, /href="tel:\+33465710012"/);
  const still = await house.visit(`${path}?step=reschedule`);
  assert.doesNotMatch(still.html, /data-date=/, 'nor by the address');
  const moved = await house.send(`${path}/reschedule`, {
    start: '2026-12-16T09:00:00Z',
    timeZone: 'Europe/Paris',
  });
  assert.equal(moved.status, 409);
  assert.equal((await house.send(`${path}/cancellation`, {})).status, 303);
});

test('E7: once the meeting has begun the page offers nothing any more', async () => {
  const path = await meet('2026-12-17T09:00:00Z');
  house.clock.set('2026-12-17T09:00:00Z');
  const page = await house.visit(path);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.html, /<form|step=reschedule/);
  assert.equal((await house.send(`${path}/cancellation`, {})).status, 409);
});

test('a post that makes no sense is refused in words and changes nothing', async () => {
  const path = await meet('2026-12-21T09:00:00Z');
  const happened = await watch(house);
  const odd = [{}, { start: 'x' }, { start: '2026-12-22T09:00:00Z', timeZone: 'X/Y' }];
  for (const fields of odd) {
    const answer = await house.send(`${path}/reschedule`, fields as Record<string, string>);
    assert.equal(answer.status, 422, JSON.stringify(fields));
  }
  for (const start of [
    '2026-12-22T09:07:00Z',
    '2026-12-20T09:00:00Z',
    '2020-01-01T09:00:00Z',
    '2199-12-31T23:30:00Z',
  ]) {
    const answer = await house.send(`${path}/reschedule`, { start, timeZone: 'Europe/Paris' });
    assert.ok([409, 422].includes(answer.status), `${start} ${answer.status}`);
  }
  assert.deepEqual(await happened(), NOTHING);
});

test('B6: the page of a meeting lives on when its link is off or deleted, without a way to new times', async () => {
  const gone = await house.share({ slug: 'gone' });
  const path = await meet('2026-12-29T09:00:00Z', gone);
  assert.equal((await house.call('DELETE', `/api/links/${gone.id}`)).status, 204);
  const page = await house.visit(path);
  assert.equal(page.status, 200);
  assert.match(wordsOf(page.html), /Anna Nowak/);
  const cancelled = await house.send(`${path}/cancellation`, { reason: '' });
  assert.equal(cancelled.status, 303);
  assert.doesNotMatch((await house.visit(path)).html, /href="\/termika\/gone"/);
});

test('what the visitor typed is theirs to see, inert, on their own page only', async () => {
  const visitor = { name: '<img src=x onerror=alert(1)>', email: 'marek@piekarnia-zielinski.example' };
  const typed = '"><svg/onload=alert(1)> {{7*7}} javascript:alert(1)';
  const asking = await house.share({
    slug: 'asking',
    questions: [{ id: 'q', label: 'Anything?', kind: 'long-text', required: false }],
  });
  const { body } = await house.book(asking, '2026-12-23T09:00:00Z', visitor, { answers: { q: typed } });
  const page = await house.visit(new URL(body.manageUrl).pathname);
  assert.match(page.html, /&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.match(page.html, /&lt;svg\/onload=alert\(1\)&gt; \{\{7\*7\}\}/);
  assert.doesNotMatch(page.html, /<img|<svg\/onload|[ "']49[ "'<]/);
  assert.equal(typedIn(page.html, 'reason'), '');
});
