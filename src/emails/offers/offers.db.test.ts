import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { openContact } from '#bookings/owner-first/contact-token.ts';
import { contactCalled } from '#bookings/owner-first/owner-first.test-support.ts';
import { block, mailedTo, pressed, write, writtenOut } from './mailed.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const worker = t.work();
const TIMES = ['2026-12-01T08:00:00Z', '2026-12-01T13:00:00Z', '2026-12-02T09:30:00Z'];
const spans = TIMES.map((start) => ({ start, end: new Date(Date.parse(start) + 2_700_000).toISOString() }));
const offer = () => t.share({ kind: 'specific-times', title: 'Furnace', times: spans, singleUse: true });
const person = await contactCalled(t, 'Ewa Lis');
const deal = (await t.call('POST', '/api/deals', { title: 'Heat', contactIds: [person.id] })).body;
const from = `/api/deals/${deal.id}`;
const tokenIn = (url: URL) => url.searchParams.get('c');
const wordsIn = (link: { id: string }, c: string | null) =>
  openContact(t.platform, { workspaceId: t.workspaceId, id: link.id }, c ?? '');

test('L4: chosen times stand in the mail to be pressed, and as text each with its address', async () => {
  const link = await offer();
  const html = `<p>Dear Ewa,</p>${block(link.id, TIMES.slice(0, 2))}<p>Anna</p>`;
  assert.equal((await write(t, from, { to: [person.email], html })).status, 201);
  const mail = await mailedTo(t, person.email);
  const presses = pressed(mail.html);
  assert.deepEqual(
    presses.map((url) => url.searchParams.get('start')),
    [...TIMES.slice(0, 2), null],
  );
  const [first] = presses;
  assert.equal(`${first!.origin}${first!.pathname}`, link.url);
  assert.deepEqual(
    [first!.searchParams.get('timeZone'), first!.searchParams.get('duration')],
    ['Europe/Paris', '45'],
  );
  assert.match(mail.html, /Tuesday 1 December.*09:00.*14:00.*Paris time/s);
  assert.match(mail.html, /Dear Ewa,<\/p><table.*<\/table><p>Anna/s);
  assert.doesNotMatch(mail.html, /<img|<script|<form|url\(|data-rondo/);
  assert.match(
    mail.text,
    /Dear Ewa,\s+Furnace, 45 min\s+Tuesday 1 December, 09:00\nhttp.*\n\nTuesday 1 December, 14:00\nhttp/,
  );
  assert.deepEqual(writtenOut(mail.text).map(String), presses.map(String));
});

test('L4, C4: each copy names its own recipient and the record it was written from; a stranger’s names nobody', async () => {
  const link = await offer();
  const far = await contactCalled(t, 'Kamil Far');
  const to = [person.email, far.email];
  await write(t, from, { to, cc: ['nobody@new.example'], html: block(link.id, TIMES) });
  for (const one of [person, far]) {
    const tokens = new Set(pressed((await mailedTo(t, one.email)).html).map(tokenIn));
    assert.equal(tokens.size, 1);
    assert.deepEqual(wordsIn(link, [...tokens][0]!), {
      proof: 'sent',
      email: one.email,
      record: { kind: 'deal', id: deal.id },
      person: { kind: 'contact', id: one.id },
    });
  }
  const plain = await mailedTo(t, 'nobody@new.example');
  assert.deepEqual(new Set(pressed(plain.html).map(tokenIn)), new Set([null]));
  await write(t, '/api', { to: [person.email], html: block(link.id, TIMES) });
  const without = wordsIn(link, tokenIn(pressed((await mailedTo(t, person.email)).html)[0]!));
  assert.deepEqual(without?.proof === 'sent' && without.record, { kind: 'contact', id: person.id });
});

test('L4: a link alone is one press; linkIds stand below the text unless the text has them', async () => {
  const [general, link] = [await t.share({ title: 'Any time' }), await offer()];
  const html = `${block(general.id)}<p>Yours</p>`;
  await write(t, from, { to: [person.email], html, linkIds: [general.id, link.id, link.id] });
  const mail = await mailedTo(t, person.email);
  assert.deepEqual(
    pressed(mail.html).map((url) => `${url.origin}${url.pathname}`),
    [general.url, link.url],
  );
  assert.match(mail.html, /Choose a time.*Yours.*Furnace/s);
  const starts = await t.starts(general, '2026-12-01');
  await write(t, from, { to: [person.email], html: block(general.id, [starts[0]!]) });
  const [press] = pressed((await mailedTo(t, person.email)).html);
  assert.deepEqual(
    [press!.searchParams.get('start'), press!.searchParams.get('duration')],
    [starts[0], '30'],
  );
});

test('C4: what is kept and shown in histories has the times and no token', async () => {
  const link = await offer();
  const { body } = await write(t, from, { to: [person.email], html: block(link.id, TIMES) });
  const seen = [
    JSON.stringify(body),
    JSON.stringify((await t.call('GET', `/api/emails/${body.id}`)).body),
    JSON.stringify((await t.call('GET', `${from}/emails`)).body),
    JSON.stringify((await t.call('GET', `${from}/timeline`)).body),
    JSON.stringify(await t.platform.db.read.selectFrom('emails').selectAll().execute()),
    t.logged.join(''),
  ];
  const c = tokenIn(pressed((await mailedTo(t, person.email)).html)[0]!)!;
  for (const text of seen) assert.ok(!text.includes(c) && !text.includes('?c=') && !text.includes('&c='));
  assert.match(body.html, /Tuesday 1 December: 09:00, 14:00.*Wednesday 2 December: 10:30/s);
  assert.match(body.text, /Furnace, 45 min .*- Tuesday 1 December: 09:00, 14:00/s);
});

test('L4: in the language of its writer, in the zone of the link, which is named', async () => {
  await t.call('PATCH', `/api/members/${t.bo.id}`, { locale: 'pl', timeZone: 'America/New_York' });
  const link = await offer();
  const lone = await contactCalled(t, 'Jan Kos', { ownerId: t.bo.id });
  await write(t, `/api/contacts/${lone.id}`, { to: [lone.email], html: block(link.id, TIMES) }, t.bo);
  const { html, text } = await mailedTo(t, lone.email);
  assert.match(html, /wtorek, 1 grudnia.*09:00.*czas paryski.*Zobacz wszystkie terminy/s);
  assert.match(text, /środa, 2 grudnia, 10:30\nhttp/);
});

test('L4: links that are not here, closed or another’s workspace, and times that are not theirs: refused with the place', async () => {
  const [link, general] = [await offer(), await t.share()];
  const past = await t.share({ kind: 'specific-times', times: [{ start: TIMES[0]!, end: spans[0]!.end }] });
  const refused = async (given: object) => {
    const { status, body } = await write(t, from, { to: [person.email], ...given });
    return [status, body.errors?.[0].path];
  };
  const unknown = '018f0000-0000-7000-8000-000000000000';
  assert.deepEqual(await refused({ linkIds: [link.id, unknown] }), [422, 'linkIds.1']);
  assert.deepEqual(await refused({ html: block(unknown) }), [422, 'html']);
  assert.deepEqual(await refused({ html: block('"><img src=x>') }), [422, 'html']);
  assert.deepEqual(await refused({ html: block(link.id, ['2026-12-01T08:30:00Z']) }), [422, 'html']);
  assert.deepEqual(await refused({ html: block(general.id, ['2026-12-01T08:02:00Z']) }), [422, 'html']);
  assert.deepEqual(await refused({ html: block(general.id, ['soon']) }), [422, 'html']);
  assert.deepEqual(
    await refused({ html: block(general.id, ['2026-11-23T07:55:00Z']) }),
    [422, 'html'],
    'past',
  );
  assert.deepEqual(await refused({ html: block(link.id).repeat(11) }), [422, 'html']);
  await t.call('PATCH', `/api/links/${link.id}`, { active: false }, t.anna, {
    'if-match': `"${link.version}"`,
  });
  assert.deepEqual(await refused({ linkIds: [link.id] }), [422, 'linkIds.0']);
  await t.call('DELETE', `/api/links/${past.id}`);
  assert.deepEqual(await refused({ html: block(past.id, [TIMES[0]!]) }), [422, 'html']);
  assert.deepEqual(await refused({ linkIds: [general.id] }), [201, undefined]);
});

test('L4: what leaves later is written when it leaves; of a link removed meanwhile it says so', async () => {
  const [link, gone] = [await offer(), await offer()];
  const html = `<p>Hello</p>${block(link.id, TIMES)}${block(gone.id, TIMES)}`;
  const sendAt = '2026-12-01T12:00:00Z';
  await write(t, from, { to: ['later@new.example'], html, sendAt });
  await t.call('DELETE', `/api/links/${gone.id}`);
  t.clock.set('2026-12-01T12:00:30Z');
  await worker.drain();
  const mail = await mailedTo(t, 'later@new.example');
  const starts = pressed(mail.html).map((url) => url.searchParams.get('start'));
  assert.deepEqual(starts, [...TIMES.slice(1), null], 'those to come, of the one that is there');
  assert.match(mail.html, /This offer has ended/);
  assert.match(mail.text, /This offer has ended/);
});

test('L3, L4: of times that their owner took away meanwhile nothing leaves', async () => {
  const times = ['2027-01-11', '2027-01-12'].map((day) => ({
    start: `${day}T09:00:00Z`,
    end: `${day}T09:45:00Z`,
  }));
  const link = await t.share({ kind: 'specific-times', title: 'Furnace', times });
  const html = block(
    link.id,
    times.map(({ start }) => start),
  );
  const sendAt = '2026-12-15T09:00:00Z';
  await write(t, from, { to: ['moved@new.example'], html, sendAt });
  const changed = await t.call('PATCH', `/api/links/${link.id}`, { times: times.slice(1) });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  t.clock.set('2026-12-15T09:00:30Z');
  await worker.drain();
  const mail = await mailedTo(t, 'moved@new.example');
  const starts = pressed(mail.html).map((url) => url.searchParams.get('start'));
  assert.deepEqual(starts, [times[1]!.start, null]);
});

test('L3, L8: a used link and a closed one are refused when written, and said to have ended when they leave', async () => {
  const times = [{ start: '2027-01-13T09:00:00Z', end: '2027-01-13T09:45:00Z' }];
  const [used, closed] = [
    await t.share({ kind: 'specific-times', times, singleUse: true }),
    await t.share({ title: 'Any time' }),
  ];
  const html = `${block(used.id)}${block(closed.id)}`;
  const later = async (to: string, sendAt: string) => {
    assert.equal((await write(t, from, { to: [to], html, sendAt })).status, 201);
  };
  const leaves = async (to: string, at: string) => {
    t.clock.set(at);
    await worker.drain();
    return mailedTo(t, to);
  };
  await later('one@ended.example', '2026-12-16T09:00:00Z');
  await later('two@ended.example', '2026-12-17T09:00:00Z');
  assert.equal((await t.book(used, times[0]!.start)).status, 201);
  const refused = await write(t, from, { to: [person.email], linkIds: [used.id] });
  assert.deepEqual([refused.status, refused.body.errors?.[0].path], [422, 'linkIds.0']);
  const one = await leaves('one@ended.example', '2026-12-16T09:00:30Z');
  assert.equal(one.text.match(/This offer has ended/g)?.length, 1);
  assert.deepEqual(
    pressed(one.html).map(({ pathname }) => pathname),
    [new URL(closed.url).pathname],
  );
  const plan = (given: object) =>
    t.call('PATCH', '/api/workspace', { plan: { name: 'P', generalLinksPerMember: null, ...given } });
  await plan({ scheduler: false });
  const shut = await write(t, from, { to: [person.email], linkIds: [closed.id] });
  assert.deepEqual([shut.status, shut.body.errors?.[0].path], [422, 'linkIds.0']);
  const two = await leaves('two@ended.example', '2026-12-17T09:00:30Z');
  assert.equal(two.text.match(/This offer has ended/g)?.length, 2);
  await plan({});
});

test('L4: a letter costs one look at each link, and none when it names too many', async () => {
  const link = await t.share();
  const cost = async (html: string) => (await write(t, from, { to: [person.email], html })).statements;
  assert.equal(await cost(block(link.id).repeat(10)), await cost(block(link.id)));
  assert.ok((await cost(block(link.id).repeat(11))) < (await cost(block('x'))) + 1);
});

test('ABUSE 23: a title, a placeholder and a block within a block do nothing', async () => {
  const title = '<img src=x onerror=alert(1)> {{contact.name}} $& {{me.name}}';
  const link = await t.share({
    kind: 'specific-times',
    title,
    times: [{ start: '2027-02-01T09:00:00Z', end: '2027-02-01T09:30:00Z' }],
  });
  const nested = `<div data-rondo-offer="${link.id}"><script>1</script>${block(link.id)}<b>x</b></div>`;
  const html = `${nested}<a href="https://x.example/" title='${block(link.id)}'>a</a>`;
  const { status, body } = await write(t, from, { to: [person.email], html });
  assert.equal(status, 201);
  const mail = await mailedTo(t, person.email);
  for (const shown of [mail.html, body.html]) {
    assert.ok(!shown.includes('<img') && !shown.includes('<script'), shown);
    assert.ok(shown.includes('{{contact.name}} $&#38; {{me.name}}'), shown);
  }
  assert.ok(mail.text.includes('{{contact.name}} $& {{me.name}}'));
});
