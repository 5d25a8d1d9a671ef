import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contactCalled, type Known } from '../bookings/owner-first/owner-first.test-support.ts';
import { watch, NOTHING } from '../bookings/happenings.test-support.ts';
import { block, mailedTo, pressed, write, writtenOut } from '../emails/offers/mailed.test-support.ts';
import {
  hiddenFields,
  openPages,
  startsOn,
  typedIn,
  wordsOf,
  type Pages,
} from './open-pages.test-support.ts';

let house: Pages;
let ewa: Known;
let from: string;
let dealId: string;

before(async () => {
  house = await openPages();
  ewa = await contactCalled(house, 'Ewa Lis');
  dealId = (await house.call('POST', '/api/deals', { title: 'Heat', contactIds: [ewa.id] })).body.id;
  from = `/api/deals/${dealId}`;
});
after(() => house.close());

const spanAt = (start: string) => ({ start, end: new Date(Date.parse(start) + 2_700_000).toISOString() });
const offered = (day: string, more: object = {}) => {
  const starts = ['08:00', '09:00', '13:00'].map((at) => `${day}T${at}:00Z`);
  const settings = { kind: 'specific-times', title: 'Furnace', times: starts.map(spanAt), ...more };
  return house.share(settings).then((link) => ({ link, starts }));
};
/** The presses of the letter as Ewa has it, as paths of this house. */
async function mailed(link: { id: string }, starts: string[], to = [ewa.email], path = from) {
  const { status, body } = await write(house, path, { to, html: block(link.id, starts) });
  assert.equal(status, 201, JSON.stringify(body));
  const mail = await mailedTo(house, to[0]!);
  const paths = (urls: URL[]) => urls.map(({ pathname, search }) => pathname + search);
  return { html: paths(pressed(mail.html)), text: paths(writtenOut(mail.text)) };
}
const whole = async (start: string) => {
  const { items } = (await house.call('GET', '/api/bookings')).body;
  const found = items.find(
    (one: { start: string; status: string }) => one.start === start && one.status === 'scheduled',
  );
  return (await house.call('GET', `/api/bookings/${found.id}`)).body;
};

test('L4: a time pressed in the mail opens its form, which knows who asks; one press books for person and deal', async () => {
  const { link, starts } = await offered('2026-12-01');
  const { html, text } = await mailed(link, starts);
  assert.equal(text[1], html[1], 'the text leads where the button does');
  const form = await house.visit(html[1]!);
  assert.match(wordsOf(form.html), /Confirm your meeting Booking as Ewa Lis ewa\.lis@customer\.example/);
  assert.doesNotMatch(form.html, /<input[^>]*type="(text|email)"[^>]*name="(name|email)"/);
  const sent = await house.send(`/termika/${link.slug}`, hiddenFields(form.html));
  assert.equal(sent.status, 303, 'at once, and with nothing typed');
  const booking = await whole(starts[1]!);
  assert.deepEqual([booking.party.kind, booking.party.id], ['contact', ewa.id]);
  assert.deepEqual([booking.record.kind, booking.record.id], ['deal', dealId]);
  const timeline = (await house.call('GET', `${from}/timeline`)).body.items;
  assert.ok(
    timeline.some(
      ({ kind, data }: any) =>
        (kind.startsWith('booking') && data.bookingId === booking.id) || data.start === starts[1],
    ),
    JSON.stringify(timeline[0]),
  );
});

test('L4: “not you?” shows the same time to somebody else, who types who they are', async () => {
  const { link, starts } = await offered('2026-12-02');
  const { html } = await mailed(link, starts);
  const form = await house.visit(html[0]!);
  const [, other = ''] = /<a class="link small" href="([^"]*)">Not you\?/.exec(form.html) ?? [];
  assert.ok(!other.includes('c='));
  const empty = await house.visit(other.replaceAll('&amp;', '&'));
  assert.ok(!empty.html.includes('Ewa') && !empty.html.includes(ewa.email));
  assert.deepEqual([typedIn(empty.html, 'name'), typedIn(empty.html, 'email')], ['', '']);
  assert.equal(hiddenFields(empty.html).start, starts[0]);
});

test('L4: the form asks what is still needed, and says what is missing without forgetting who asks', async () => {
  const questions = [{ id: 'bread', label: 'Which bread?', kind: 'text', required: true }];
  const consents = [{ id: 'keep', text: 'You may keep this.', required: true }];
  const { link, starts } = await offered('2026-12-03', { questions, consents });
  const { html } = await mailed(link, starts);
  const form = await house.visit(html[0]!);
  assert.match(wordsOf(form.html), /Ewa Lis .*Which bread\?.*You may keep this/);
  const fields = hiddenFields(form.html);
  const wrong = await house.send(`/termika/${link.slug}`, fields);
  assert.equal(wrong.status, 422);
  assert.match(wordsOf(wrong.html), /Booking as Ewa Lis/);
  const [, tick = ''] = /name="consent\.keep"[^>]*value="([^"]*)"/.exec(wrong.html) ?? [];
  const given = { ...hiddenFields(wrong.html), 'answer.bread': 'Rye', 'consent.keep': tick || 'on' };
  assert.equal((await house.send(`/termika/${link.slug}`, given)).status, 303);
});

test('C4: a link with any time knows the name at its form, too', async () => {
  const general = await house.share({ title: 'Any time', horizon: { from: '2026-12-09', to: '2026-12-09' } });
  const { html } = await mailed(general, []);
  const page = await house.visit(html[0]!);
  const [time = ''] = page.html.match(/href="([^"]*[?;]start=[^"]*)"/)?.slice(1) ?? [];
  const form = await house.visit(time.replaceAll('&amp;', '&'));
  assert.match(wordsOf(form.html), /Booking as Ewa Lis/);
});

test('ABUSE 16, 20: a token that was altered, cut or is another link’s opens the ordinary page, which tells nothing', async () => {
  const [{ link, starts }, other] = [await offered('2026-12-04'), await offered('2026-12-04')];
  const [theirs, ours] = [await mailed(other.link, other.starts), await mailed(link, starts)];
  const tokenOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('c')!;
  const c = tokenOf(ours.html[0]!);
  const plain = await house.visit(ours.html[0]!.replace(`&c=${c}`, ''));
  const same = (html: string) => wordsOf(html).replaceAll(/\s+/g, ' ');
  const last = c.endsWith('A') ? 'B' : 'A';
  for (const forged of [
    c.slice(0, -1) + last,
    c.slice(0, -7),
    tokenOf(theirs.html[0]!),
    'A'.repeat(c.length),
    '',
    '%00',
  ]) {
    const page = await house.visit(ours.html[0]!.replace(c, forged));
    assert.equal(page.status, 200);
    assert.equal(same(page.html), same(plain.html));
    assert.ok(!page.html.includes('Ewa') && !page.html.includes(ewa.email));
  }
});

test('ABUSE 13: who changes the address on the form is not who the link was mailed to', async () => {
  const { link, starts } = await offered('2026-12-05');
  const { html } = await mailed(link, starts);
  const fields = hiddenFields((await house.visit(html[0]!)).html);
  house.clock.advance(1);
  const typed = { ...fields, name: '<b>Eve</b>', email: 'eve@else.example' };
  assert.equal((await house.send(`/termika/${link.slug}`, typed)).status, 303);
  const booking = await whole(starts[0]!);
  assert.equal(booking.record, null);
  assert.notEqual(booking.party.id, ewa.id);
  const { items } = (await house.call('GET', `${from}/timeline`)).body;
  assert.ok(!JSON.stringify(items).includes('eve@else.example'));
});

test('ABUSE 17: reading the mail’s addresses, however often and by whatever machine, changes nothing', async () => {
  const { link, starts } = await offered('2026-12-06');
  const { html } = await mailed(link, starts);
  const happened = await watch(house);
  for (const path of html) {
    for (const method of ['GET', 'HEAD'])
      assert.equal((await house.app.request(path, { method })).status, 200);
    await house.visit(path, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } });
  }
  assert.deepEqual(await happened(), NOTHING);
  assert.deepEqual((await house.call('GET', link.path)).status, 200);
});

test('L3, L4: of two who have the same offer the first to press has it; the other is told, with what is left', async () => {
  const kamil = await contactCalled(house, 'Kamil Far');
  const { link, starts } = await offered('2026-12-07', { singleUse: false });
  await write(house, from, { to: [ewa.email, kamil.email], html: block(link.id, starts) });
  const pathFor = async (email: string) => {
    const { pathname, search } = pressed((await mailedTo(house, email)).html)[0]!;
    return pathname + search;
  };
  const forms = [await house.visit(await pathFor(ewa.email)), await house.visit(await pathFor(kamil.email))];
  const answers = await Promise.all(
    forms.map(({ html }) => house.send(`/termika/${link.slug}`, hiddenFields(html))),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]));
  const lost = answers.find(({ status }) => status === 409)!;
  assert.deepEqual(
    startsOn(lost.html)
      .filter((start) => start !== starts[0])
      .toSorted(),
    starts.slice(1),
  );
  const late = await house.visit(await pathFor(kamil.email));
  assert.deepEqual([late.status, hiddenFields(late.html)], [200, {}]);
  const left = new Set(startsOn(late.html).filter((start) => start !== starts[0]));
  assert.deepEqual(left, new Set(starts.slice(1)));
  const [, next = ''] = late.html.match(/<a class="offer"[^>]*href="([^"]*)"/) ?? [];
  assert.match(wordsOf((await house.visit(next.replaceAll('&amp;', '&'))).html), /Booking as Kamil Far/);
});

test('L4: a time of a link with any time that is gone by now offers those near it, for who is known', async () => {
  const general = await house.share({ title: 'Any', horizon: { from: '2026-12-10', to: '2026-12-10' } });
  const [first, second] = await house.starts(general, '2026-12-10');
  const { html } = await mailed(general, [first!]);
  assert.match(wordsOf((await house.visit(html[0]!)).html), /Book Thursday 10 December/);
  assert.equal((await house.book(general, first!)).status, 201);
  const late = await house.visit(html[0]!);
  assert.match(wordsOf(late.html), /can no longer be booked/);
  const sent = await house.send(`/termika/${general.slug}`, { ...hiddenFields(late.html), start: second! });
  assert.equal(sent.status, 303);
  assert.equal((await whole(second!)).party.id, ewa.id);
});
