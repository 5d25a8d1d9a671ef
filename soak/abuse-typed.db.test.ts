import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { PASSWORD } from '../demo/cast.ts';
import { cleanSlate } from '../demo/clean-slate.ts';
import { newestToken } from '../demo/mailbox.ts';
import { openTermika, type SharedLink, type Termika } from '../demo/open-termika.ts';
import { holdsToTheRules } from '../src/booking-page/rules-of-pages.test-support.ts';
import { dump } from './dump.ts';

const NASTY = `<img src=x onerror=alert(1)> "><svg/onload=alert(1)> '-alert(1)-' {{7*7}} \${7*7} </script><!-- javascript:alert(1)`;
const ORIGIN = 'http://127.0.0.1:3000';
const BAIT = 'Win now: https://evil.example/prize www.evil.example call@evil.example';

let house: Termika;
let tour: SharedLink;
let visit: SharedLink;

/** Staff type too: a link whose every word is hostile. */
const words = {
  title: NASTY.slice(0, 190),
  description: `${NASTY}\n${BAIT}`,
  footer: NASTY,
  questions: [
    { id: 'text', label: NASTY.slice(0, 190), kind: 'text', required: false },
    {
      id: 'choice',
      label: 'Choose',
      kind: 'choice',
      required: false,
      choices: [NASTY.slice(0, 190), 'other'],
    },
    { id: 'long', label: 'Tell', kind: 'long-text', required: false },
    { id: 'phone', label: NASTY.slice(0, 190), kind: 'phone', required: false },
    { id: 'tick', label: NASTY.slice(0, 190), kind: 'checkbox', required: false },
  ],
  consents: [{ id: 'keep', text: NASTY, required: false }],
  location: { kind: 'address', value: NASTY },
  guests: { allowed: true, max: 3 },
};

before(async () => {
  house = await openTermika(await cleanSlate());
  await house.call('PATCH', '/api/workspace', { name: NASTY.slice(0, 110) });
  await house.call('PATCH', `/api/members/${house.anna.id}`, { name: `Anna ${NASTY.slice(0, 90)}` });
  tour = await house.share({ slug: 'tour', ...words });
  visit = await house.share({ slug: 'visit', verification: 'everyone', ...words });
});
after(() => house.close());

async function work(): Promise<void> {
  const worker = house.work();
  await worker.drain();
  await worker.stop();
}

/** Looks at a page as it came, held to the rules of all pages: nothing inline, nothing from elsewhere. */
async function page(path: string): Promise<string> {
  const answer = await house.app.request(path, { headers: { accept: 'text/html' } });
  const html = await answer.text();
  const seen = { status: answer.status, html, headers: answer.headers, location: '' };
  holdsToTheRules(path, seen, [house.anna.id, house.anna.email, house.bo.email]);
  isInert(html, path);
  return html;
}

function isInert(html: string, where: string): void {
  assert.doesNotMatch(html, /<img|<svg\/|<\/script><!--|[ "']49[ "'<]/i, where);
  assert.doesNotMatch(
    html,
    /href="(?!https:\/\/(calendar\.google|outlook\.office))[^"]*evil\.example/i,
    where,
  );
}

async function mailsTo(
  address: string,
): Promise<{ kind: string; subject: string; text: string; html: string }[]> {
  await work();
  return (await house.call('GET', `/api/mail?to=${encodeURIComponent(address)}`)).body.items;
}

test('ABUSE 23: hostile words of staff and of strangers are inert on every page of a booking’s life', async () => {
  await page('/termika/tour');
  await page(
    `/termika/tour?c=${encodeURIComponent(NASTY)}&language=${encodeURIComponent(NASTY)}&day=${encodeURIComponent(NASTY)}`,
  );
  const form = await page('/termika/tour?start=2026-12-01T09:00:00Z');
  assert.ok(form.includes('&lt;img src=x onerror=alert(1)&gt;'));
  const visitor = { name: NASTY, email: 'marek@piekarnia-zielinski.example' };
  const answers = { text: NASTY, choice: NASTY.slice(0, 190), long: NASTY };
  const utm = { source: NASTY, campaign: NASTY, term: '=HYPERLINK("https://evil.example")' };
  const more = { answers, guests: ['ola@mail.example'], consents: { keep: true }, utm };
  const booked = await house.book(tour, '2026-12-01T09:00:00Z', visitor, {
    ...more,
    visitor: { ...visitor, details: NASTY },
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const path = new URL(booked.body.manageUrl).pathname;
  for (const query of [
    '',
    '?new=1',
    '?moved=1',
    '?step=reschedule',
    '?step=reschedule&start=2026-12-02T09:00:00Z',
  ]) {
    await page(`${path}${query}`);
  }
  const cancelled = await house.call('POST', `/api/public${path}/cancellation`, { reason: NASTY });
  assert.equal(cancelled.status, 200);
  await page(path);
  for (const to of [visitor.email, house.anna.email, 'ola@mail.example']) {
    for (const mail of await mailsTo(to)) isInert(mail.html, `${mail.kind} to ${to}`);
  }
});

test('ABUSE 23: they are inert in a colleague’s preview, in the app’s own page, and in the file of leads', async () => {
  const given = { email: house.anna.email, password: PASSWORD };
  const { headers } = await house.call('POST', '/api/auth/sign-in/email', given, null, { origin: ORIGIN });
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  const app = await house.call('GET', '/admin', undefined, null, { cookie });
  assert.equal(app.status, 200);
  assert.match(String(app.body), /onerror/, 'the workspace’s name is in it');
  isInert(String(app.body), 'the app');
  for (const query of ['', '?start=2026-12-02T09:00:00Z']) {
    const { status, body } = await house.call('GET', `/admin/preview/${tour.id}${query}`);
    assert.equal(status, 200);
    isInert(body, `preview ${query}`);
  }
  const { body: file } = await house.call('GET', '/api/leads.csv');
  assert.match(file, /HYPERLINK/);
  const cells: string[] = parse(file, { bom: true }).flat();
  assert.deepEqual(
    cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    [],
  );
});

test('ABUSE 23: hostile words of a query come back on no page', async () => {
  for (const path of [
    '/termika/tour',
    '/sign-in',
    '/forgotten-password',
    '/setup',
    '/nothing',
    `/bookings/${'x'.repeat(43)}`,
  ]) {
    const bad = encodeURIComponent(NASTY);
    const answer = await house.app.request(
      `${path}?q=${bad}&utm_source=${bad}&utm_term=${bad}&language=${bad}&token=${bad}&next=${bad}&month=${bad}&${bad}=1`,
    );
    isInert(await answer.text(), path);
  }
});

test('ABUSE 13: the mail that asks to confirm holds nothing the stranger typed but its address', async () => {
  const victim = 'victim@mail.example';
  const visitor = { name: `Prize ${BAIT}`, email: victim, details: BAIT };
  const answers = { text: BAIT, long: `${NASTY} ${BAIT}` };
  const booked = await house.book(visit, '2026-12-03T09:00:00Z', visitor, { answers, visitor });
  assert.equal(booked.status, 201);
  const [mail] = await mailsTo(victim);
  assert.equal(mail!.kind, 'verification');
  for (const part of [mail!.subject, mail!.text, mail!.html.replaceAll('&#39;', "'")]) {
    for (const word of ['Prize', 'prize', 'Win now', 'call@']) assert.ok(!part.includes(word), word);
  }
});

test('ABUSE 13: later mails show what was typed with no address left to press', async () => {
  const token = await newestToken({ termika: house }, 'victim@mail.example');
  assert.equal((await house.call('POST', `/api/public/bookings/${token}/verification`)).status, 200);
  for (const to of ['victim@mail.example', house.anna.email]) {
    for (const mail of await mailsTo(to)) {
      assert.doesNotMatch(mail.html, /href="[^"]*evil/, `${mail.kind} to ${to}`);
      const typed = mail.text.split('\n').filter((line) => line.includes('Win now'));
      for (const line of typed)
        assert.doesNotMatch(line, /https:\/\/evil|www\.evil\.example|call@evil\.example/, line);
    }
  }
});

test('ABUSE 25: line breaks and ten thousand letters in names become one line, or 422', async () => {
  const names = ['Marek\r\nBcc: eve@evil.example', 'Marek\u2028Bcc: eve', 'Marek\u0085X', '\u202eMarek'];
  for (const [at, name] of names.entries()) {
    const email = `lines-${at}@mail.example`;
    const booked = await house.book(tour, `2026-12-0${7 + (at % 2)}T${10 + at}:00:00Z`, { name, email });
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    const mails = [...(await mailsTo(email)), ...(await mailsTo(house.anna.email))];
    for (const { subject } of mails) assert.doesNotMatch(subject, /[\r\n\u2028\u2029\u0085]/);
    const file = await house.call('GET', `/api/public${new URL(booked.body.manageUrl).pathname}/invite.ics`);
    const lines = file.body.split('\r\n');
    assert.ok(lines.every((line: string) => Buffer.byteLength(line) <= 75));
    assert.ok(!lines.some((line: string) => /^bcc/i.test(line)));
  }
  const long = await house.book(tour, '2026-12-09T09:00:00Z', {
    name: 'x'.repeat(10_000),
    email: 'a@mail.example',
  });
  assert.equal(long.status, 422);
});

test('ABUSE 27: words that other programs take for orders stay words; what is no text is refused', async () => {
  const literal = [
    "' OR 1=1--",
    '%_',
    '{"$ne":1}',
    '__proto__',
    'constructor',
    '=HYPERLINK("x")',
    '\u{1F9D1}\u200d\u{1F373}',
  ];
  for (const [at, name] of literal.entries()) {
    const start = `2026-12-1${4 + (at % 4)}T${String(9 + at).padStart(2, '0')}:00:00Z`;
    const booked = await house.book(
      tour,
      start,
      { name, email: `literal-${at}@mail.example` },
      { answers: { text: name } },
    );
    assert.equal(booked.status, 201, `${name} ${JSON.stringify(booked.body)}`);
    const { body } = await house.call('GET', `/api/bookings/${booked.body.id}`);
    assert.equal(body.visitor.name, name);
  }
  const before = await dump(house.platform.db, 'counters');
  const start = '2026-12-21T09:00:00Z';
  const refused = [
    '{"start":"2026-12-21T09:00:00Z","timeZone":"UTC","visitor":{"name":"\\ud800","email":"a@b.example"}}',
    '{"start":"2026-12-21T09:00:00Z","timeZone":"UTC","visitor":{"name":"a\\u0000b","email":"a@b.example"}}',
    '{"start":"2026-12-21T09:00:00Z","timeZone":"UTC","visitor":{"name":"a","email":"a@b.example"},"durationMinutes":1e999}',
    '{"start":{"$gt":""},"timeZone":"UTC","visitor":{"name":"a","email":"a@b.example"}}',
    '{"start":["2026-12-21T09:00:00Z"],"timeZone":"UTC","visitor":{"name":"a","email":"a@b.example"}}',
    '{"start":"2026-12-21T09:00:00Z","timeZone":"UTC","visitor":{"name":"a","email":"a@b.example"},"answers":{"text":{"a":1}}}',
    `{"start":"${start}","timeZone":"UTC","visitor":"__proto__"}`,
    `{"start":"${start}","timeZone":"UTC","visitor":{"name":"a","email":"a@b.example\\r\\nBcc: eve@x.example"}}`,
  ];
  for (const body of refused) {
    assert.equal((await house.call('POST', `${tour.path}/bookings`, body)).status, 422, body);
  }
  assert.deepEqual(await dump(house.platform.db, 'counters'), before);
});
