import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawn, PICTURES } from '#people/branding/pictures.test-support.ts';
import { hiddenFields, openPages, wordsOf, type Fields, type Pages } from './open-pages.test-support.ts';

let house: Pages;
const START = '2026-12-01T09:00:00Z';
const CAME = 'utm_source=newsletter&utm_campaign=spring+%26+easter';
const UTM = { source: 'newsletter', campaign: 'spring & easter' };
const chloe = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };

before(async () => {
  house = await openPages();
});
after(() => house.close());

async function newest() {
  const { items } = (await house.call('GET', '/api/bookings?sort=-start')).body;
  return (await house.call('GET', `/api/bookings/${items[0].id}`)).body;
}

const put = (bytes: Buffer, type: string) =>
  house.app.request('/api/workspace/logo', {
    method: 'PUT',
    body: bytes as unknown as BodyInit,
    headers: { authorization: `Bearer ${house.anna.key}`, 'content-type': type },
  });
const logoOn = (html: string) => /<p class="brand break">[^]*?<\/p>/.exec(html)![0].replaceAll(/\s+/g, ' ');

test('what brought a visitor goes along every address of the pages and their forms, without script or cookie', async () => {
  const { slug } = await house.share({ durationsMinutes: [30, 60], verification: 'never' });
  const month = await house.visit(`/termika/${slug}?${CAME}&zones=1`);
  const links = [...month.html.matchAll(/href="(\/termika\/[^"#]*)/g)].map(([, to = '']) => to);
  assert.ok(links.length > 20);
  for (const to of links) assert.match(to, /utm_source=newsletter&amp;utm_campaign=spring\+%26\+easter/, to);
  assert.match(month.html, /<input type="hidden" name="utm_campaign" value="spring &amp; easter"/);
  assert.equal(month.headers.get('set-cookie'), null);
  const sent = await house.bookOnPage(`/termika/${slug}?${CAME}`, START, chloe);
  assert.equal(sent.status, 303);
  assert.deepEqual((await newest()).utm, UTM);
  assert.doesNotMatch(sent.location, /utm/);
});

test('a form that comes back keeps it; one that must be confirmed passes it on', async () => {
  const { slug } = await house.share({ verification: 'everyone' });
  const path = `/termika/${slug}?${CAME}`;
  const wrong = await house.bookOnPage(path, '2026-12-02T09:00:00Z', { ...chloe, email: 'x' });
  assert.equal(wrong.status, 422);
  assert.equal(hiddenFields(wrong.html).utm_campaign, 'spring & easter');
  assert.match(wrong.html, /hreflang="pl"/);
  const held = await house.bookOnPage(path, '2026-12-02T09:00:00Z', chloe);
  assert.match(wordsOf(held.html), /One step to go/);
  assert.match(held.html, /name="utm_source" value="newsletter"/);
});

test('ABUSE 23: an address with anything in it never breaks a page, and is cut and cleaned where it is kept', async () => {
  const { slug } = await house.share({ verification: 'never' });
  const nasty = `"><svg/onload=alert(1)>{{7*7}}\u0000\r\n\u202e<img src=x onerror=alert(1)>`;
  const query = new URLSearchParams({
    utm_source: nasty + 'x'.repeat(5_000),
    utm_term: 'see javascript:alert(1)',
  });
  const form = await house.visit(`/termika/${slug}?${query}`);
  assert.equal(form.status, 200);
  assert.doesNotMatch(form.html, /<img|<svg\/onload|href="javascript/);
  const sent = await house.bookOnPage(`/termika/${slug}?${query}`, '2026-12-03T09:00:00Z', chloe);
  assert.equal(sent.status, 303);
  const { utm } = await newest();
  assert.equal(utm.source.length, 200);
  assert.ok(utm.source.startsWith('"><svg/onload=alert(1)>{{7*7}} <img src=x onerror=alert(1)>xxx'));
  assert.equal((await house.visit(`/termika/${slug}?utm_source=%ff%00&utm_source=b&utm_x=1`)).status, 200);
});

test('B7: a tick is given to the wording on show: when it changes before the form is sent, the form asks again', async () => {
  const keep = { id: 'keep', text: 'We keep it for a year.', required: true };
  const link = await house.share({ verification: 'never', consents: [keep] });
  const path = `/termika/${link.slug}`;
  const form = await house.visit(`${path}?start=2026-12-04T09:00:00Z`);
  assert.doesNotMatch(form.html, /<input[^>]*\schecked\b/);
  const consents = [{ ...keep, text: 'We keep it for ever.' }];
  assert.equal((await house.call('PATCH', `/api/links/${link.id}`, { consents })).status, 200);
  house.clock.advance(1);
  const typed: Fields = { ...hiddenFields(form.html), ...chloe };
  const again = await house.send(path, { ...typed, 'consent.keep': 'v1' });
  assert.equal(again.status, 422);
  assert.match(wordsOf(again.html), /We keep it for ever\./);
  assert.doesNotMatch(again.html, /<input[^>]*\schecked\b/);
  assert.equal((await house.send(path, { ...typed, 'consent.keep': 'v2' })).status, 303);
  const [kept] = (await newest()).consents;
  assert.deepEqual([kept.text, kept.version, kept.given], ['We keep it for ever.', 2, true]);
});

test('L6: footer and consents are escaped; an https address in them can be followed in another tab, nothing else', async () => {
  const evil =
    '<img src=x onerror=alert(1)> javascript:alert(1) http://a.example //b.example https://u:p@c.example';
  const policy = 'See https://termika.example/privacy?a=1&b="2.';
  const { slug } = await house.share({
    verification: 'never',
    footer: `${evil}\n${policy}`,
    consents: [{ id: 'keep', text: `${evil} (https://termika.example/keep).`, required: false }],
  });
  const form = await house.visit(`/termika/${slug}?start=2026-12-07T09:00:00Z`);
  const outward = [...form.html.matchAll(/<a [^>]*target="_blank"[^>]*>/g)].map(([tag]) => tag);
  const rel = 'target="_blank" rel="noopener noreferrer nofollow"';
  assert.deepEqual(outward, [
    `<a href="https://termika.example/keep" ${rel}>`,
    `<a href="https://termika.example/privacy?a=1&amp;b=" ${rel}>`,
  ]);
  assert.ok(form.html.includes('&lt;img src=x onerror=alert(1)&gt; javascript:alert(1)'));
  assert.match(form.html, /c\.example<br \/>See /);
  const sent = await house.bookOnPage(`/termika/${slug}`, '2026-12-07T09:00:00Z', chloe);
  for (const path of [`/termika/${slug}`, sent.location, sent.location.split('?')[0]!])
    assert.doesNotMatch((await house.visit(path)).html, /privacy/, path);
  const worker = house.work();
  await worker.drain();
  await worker.stop();
  assert.doesNotMatch(JSON.stringify((await house.call('GET', '/api/mail')).body), /privacy/);
});

test('ABUSE 28: after booking only the https address of the link is gone to, named before, and not while it is held', async () => {
  const away = await openPages({ SMTP_URL: 'smtp://127.0.0.1:1' });
  const redirectUrl = 'https://termika.example/thanks?a=1&b=2';
  const { slug } = await away.share({ verification: 'never', redirectUrl });
  const form = await away.visit(`/termika/${slug}?start=${START}`);
  assert.match(wordsOf(form.html), /Once it is booked, you go on to termika\.example\./);
  const forged = { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } };
  const sent = await away.bookOnPage(
    `/termika/${slug}?redirectUrl=//evil.example&next=https://evil.example`,
    START,
    chloe,
    forged,
  );
  assert.match(sent.location, /^\/bookings\/[\w-]{43}\?/);
  const done = await away.visit(sent.location, forged);
  assert.match(
    done.html,
    /http-equiv="refresh" content="0; url=https:\/\/termika\.example\/thanks\?a=1&amp;b=2"/,
  );
  assert.doesNotMatch(done.html + sent.location, /evil/);
  const { slug: strict } = await away.share({ verification: 'everyone', redirectUrl });
  const held = await away.bookOnPage(`/termika/${strict}`, '2026-12-02T09:00:00Z', chloe, forged);
  assert.doesNotMatch(held.html, /http-equiv="refresh"/);
  const mails = (await away.call('GET', '/api/mail')).body.items;
  assert.ok(mails.length > 1);
  assert.doesNotMatch(JSON.stringify(mails), /evil\.example/);
  await away.close();
});

test('B7: the logo stands on every page in its own shape, with the name read once; in the dark on a plate if it needs one', async () => {
  const { slug } = await house.share({ verification: 'never' });
  const path = `/termika/${slug}`;
  assert.match(logoOn((await house.visit(path)).html), /<span class="mark" aria-hidden="true">T<\/span>/);
  await put(PICTURES.svg, 'image/svg+xml');
  const wide = logoOn((await house.visit(path)).html);
  assert.match(
    wide,
    /<img class="logo plate" src="\/logos\/[0-9a-f]{32}\.svg" width="100" height="25" alt="Termika" \/>/,
  );
  assert.doesNotMatch(wide, /<bdi/);
  await put(Buffer.from(drawn('').replace('0 0 4 1', '0 0 8 8')), 'image/svg+xml');
  assert.match(
    logoOn((await house.visit(path)).html),
    /alt="Termika" \/><bdi aria-hidden="true">Termika<\/bdi>/,
  );
  await put(PICTURES.jpg, 'image/jpeg');
  for (const page of [`${path}?start=${START}`, path, '/sign-in'])
    assert.match(logoOn((await house.visit(page)).html), /<img class="logo" src="\/logos\/\w+\.jpg"/, page);
  const { headers } = await house.visit(path);
  assert.match(headers.get('content-security-policy')!, /img-src 'self'/);
});
