import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika, type SharedLink, type Termika } from '../demo/open-termika.ts';
import { passwordLink } from '../src/people/reset-password.ts';
import { dump } from './dump.ts';

let house: Termika;
const ours = 'http://127.0.0.1:3000';

before(async () => {
  house = await openTermika(await cleanSlate());
  await liveALittle();
});
after(() => house.close());

/** Mails of every kind there is: asked to confirm, confirmed, booked, moved, cancelled, expired, invited. */
async function liveALittle(): Promise<void> {
  const never = await house.share({ slug: 'tour' });
  const unknown = await house.share({ slug: 'visit', verification: 'unknown' });
  const post = (link: SharedLink, day: number, email: string) =>
    house.book(link, `2026-12-0${day}T09:00:00Z`, { name: 'Marek Zieliński', email });
  const manage = async (day: number, what: string, body: unknown) => {
    const { body: booked } = await post(never, day, `visitor-${day}@mail.example`);
    const token = new URL(booked.manageUrl).pathname.split('/').at(-1);
    assert.equal((await house.call('POST', `/api/public/bookings/${token}/${what}`, body)).status, 200);
  };
  assert.equal((await post(never, 1, 'marek@mail.example')).status, 201);
  await manage(2, 'reschedule', { start: '2026-12-03T10:00:00Z' });
  await manage(4, 'cancellation', {});
  assert.equal((await post(unknown, 7, 'stranger@mail.example')).status, 201);
  await house.call('POST', '/api/members', {
    name: 'Ines Caron',
    email: 'ines@termika.example',
    timeZone: 'UTC',
  });
  await work();
}

async function work(): Promise<void> {
  const worker = house.work();
  await worker.drain();
  await worker.stop();
}

async function mailedLinks(): Promise<string[]> {
  const { body } = await house.call('GET', '/api/mail?limit=200');
  const said = body.items.flatMap((mail: { text: string; html: string; attachments: { text: string }[] }) => [
    mail.text,
    mail.html,
    ...mail.attachments.map(({ text }) => text.replaceAll(/\r\n[ \t]/g, '')),
  ]);
  const links = said.flatMap((text: string) => text.match(/http:\/\/127\.0\.0\.1:3000[^\s"<>\\]*/g) ?? []);
  return [...new Set<string>(links)].map((link) => link.replaceAll('&amp;', '&').slice(ours.length));
}

test('ABUSE 17: GET, HEAD and prefetch of every mailed link, and of every link on its page, change nothing', async () => {
  const links = await mailedLinks();
  const reset = await passwordLink(house.platform, house.bo.email);
  links.push(reset!.slice(ours.length));
  for (const kind of ['/bookings/', '/invitation?', '/reset-password?'])
    assert.ok(
      links.some((link) => link.startsWith(kind)),
      `no mail held ${kind}`,
    );
  const before = await dump(house.platform.db);
  assert.ok(before.bookings!.length >= 4 && before.mails!.length > 8, 'there is something to change');
  const seen = new Set(links);
  for (const link of links) for (const found of await lookAt(link)) seen.add(found);
  for (const link of [...seen].filter((one) => !links.includes(one)).slice(0, 400)) await lookAt(link);
  await work();
  assert.deepEqual(await dump(house.platform.db), before);
  assert.ok(seen.size > 50, `${seen.size} links`);
});

const eager = { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'x-moz': 'prefetch' };

/** Looks in every way a mail program, a scanner or a browser may; answers the links of the page. */
async function lookAt(link: string): Promise<string[]> {
  const head = await house.app.request(link, { method: 'HEAD' });
  assert.equal(await head.text(), '');
  await house.app.request(link, { headers: eager });
  await house.app.request(link, { method: 'OPTIONS' });
  const page = await house.app.request(link, { headers: { accept: 'text/html' } });
  assert.ok(page.status < 500, `${page.status} ${link}`);
  assert.equal(head.status, page.status, link);
  const text = await page.text();
  const found = text.matchAll(/\shref="(\/[^"#]*)/g);
  return [...found].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
