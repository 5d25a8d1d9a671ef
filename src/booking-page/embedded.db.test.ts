import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenFields, openPages, type Pages, type Visited } from './open-pages.test-support.ts';

let house: Pages;

const SHOP = 'https://shop.example';
const WORKSHOPS = 'https://*.workshops.example';
const START = '2026-12-01T09:00:00Z';
const chloe = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };

before(async () => {
  house = await openPages({ SMTP_URL: 'smtp://127.0.0.1:9' });
  await house.share({ slug: 'tour', verification: 'never', embedOrigins: [SHOP, WORKSHOPS] });
  await house.share({ slug: 'shut', verification: 'never' });
  await house.share({ slug: 'asks', verification: 'everyone', embedOrigins: [SHOP] });
});
after(() => house.close());

/** Who may frame it: `frame-ancestors` of the policy, and whether the older header says no. */
function framers({ headers }: Visited): { by: string; denied: boolean } {
  const by =
    /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '(nobody said)';
  return { by, denied: headers.get('x-frame-options') === 'DENY' };
}

const ALLOWED = { by: `${SHOP} ${WORKSHOPS}`, denied: false };
const NOBODY = { by: "'none'", denied: true };

test('ABUSE 29, L5: only the websites of the link may frame its pages, and only in frame mode', async () => {
  for (const step of [
    '',
    '&month=2027-01',
    `&start=${START}&timeZone=Europe/Paris`,
    '&zones=1&timeZone=Asia/Kathmandu',
    '&timeZone=Mars/One',
  ])
    assert.deepEqual(framers(await house.visit(`/termika/tour?embed=inline${step}`)), ALLOWED, step);
  assert.deepEqual(framers(await house.visit('/termika/tour?embed=dialog&theme=dark')), ALLOWED);
  for (const path of [
    '/termika/tour',
    '/termika/tour?embed=',
    '/termika/tour?embed=yes',
    '/termika/tour?theme=dark',
  ])
    assert.deepEqual(framers(await house.visit(path)), NOBODY, path);
});

test('ABUSE 29: without websites nobody frames a link; what is no link is framed by nobody', async () => {
  const paths = [
    '/termika/shut',
    '/termika/never-was',
    '/book_appointment',
    '/bookings/x',
    '/sign-in',
    '/setup',
    '/forgotten-password',
    '/admin',
    '/',
  ];
  for (const path of paths) {
    const { headers } = await house.app.request(`${path}?embed=inline`);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
  }
});

test('L5: language, look and frame go along in every address and form; words of typing cannot ask for another', async () => {
  const asked = '/termika/tour?embed=inline&theme=light&language=fr&utm_source=letter';
  const month = await house.visit(asked);
  assert.match(month.html, /<html lang="fr" dir="ltr" class="framed" data-theme="light">/);
  const inside = [...month.html.matchAll(/<a [^>]*href="(\/termika\/tour[^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  assert.ok(inside.length > 10);
  for (const address of inside)
    for (const part of ['embed=inline', 'theme=light', 'language=fr', 'utm_source=letter'])
      assert.ok(address.includes(part), `${address} has no ${part}`);
  const zones = await house.visit(`${asked}&zones=1`);
  assert.match(
    zones.html,
    /<form method="get"[\s\S]*?name="embed" value="inline"[\s\S]*?name="theme" value="light"/,
  );
  const form = hiddenFields((await house.visit(`${asked}&start=${START}`)).html);
  assert.deepEqual(
    [form.embed, form.theme, form.language, form.utm_source],
    ['inline', 'light', 'fr', 'letter'],
  );
  const odd = await house.visit('/termika/tour?embed=inline&theme=%22%3E%3Cscript%3E');
  assert.match(odd.html, /<html lang="en" dir="ltr" class="framed"\s*>/);
});

test('L5: in a frame the head is short: no workspace, no languages, and search engines pass by', async () => {
  const { html } = await house.visit('/termika/tour?embed=dialog');
  assert.match(html, /class="framed in-dialog"/);
  assert.doesNotMatch(html, /class="(brand|foot)/);
  assert.match(html, /<meta name="robots" content="noindex" \/>/);
});

test('L5: a refused form comes back in its frame; what was booked stays there, too, and leads outside from there', async () => {
  const path = '/termika/tour?embed=inline&theme=dark';
  const wrong = await house.bookOnPage(path, START, { ...chloe, email: 'chloe' });
  assert.deepEqual([wrong.status, framers(wrong)], [422, ALLOWED]);
  const booked = await house.bookOnPage(path, START, chloe);
  assert.match(booked.location, /^\/bookings\/[\w-]{43}\?new=1&language=en&embed=inline&theme=dark$/);
  const done = await house.visit(booked.location);
  assert.deepEqual(framers(done), ALLOWED);
  assert.match(done.html, /class="framed" data-theme="dark"/);
  assert.match(
    done.html,
    /class="page"\s+data-step="booked" data-start="2026-12-01T09:00:00Z" data-end="2026-12-01T09:30:00Z" data-status="scheduled"/,
  );
  for (const [tag] of done.html.matchAll(/<a [^>]*href="(?!#)[^>]*>/g))
    assert.match(tag, /(?=.*target="_blank")(?=.*rel="[^"]*noreferrer)/);
  const own = booked.location.split('?')[0]!;
  for (const other of ['', '?embed=inline', '?moved=1&embed=inline', '?step=reschedule&embed=inline'])
    assert.deepEqual(framers(await house.visit(`${own}${other}`)), NOBODY, other);
});

test('ABUSE 29: a page that waits for confirming is framed by nobody: its button could be pressed unseen', async () => {
  const asked = await house.bookOnPage('/termika/asks?embed=inline', '2026-12-03T09:00:00Z', chloe);
  assert.deepEqual([asked.status, framers(asked)], [201, { by: SHOP, denied: false }]);
  assert.match(asked.html, /data-step="booked"[^>]*data-status="unverified"/);
  const mail = (await house.call('GET', `/api/mail?to=${chloe.email}`)).body.items[0];
  const own = /\/bookings\/[\w-]{43}/.exec(mail.text)?.[0];
  assert.ok(own);
  assert.deepEqual(framers(await house.visit(`${own}?new=1&embed=inline`)), NOBODY);
});

test('ABUSE 28: after booking only the address that stands on the link is told, and the frame itself goes nowhere', async () => {
  const link = await house.share({
    slug: 'onward',
    verification: 'never',
    embedOrigins: [SHOP],
    redirectUrl: 'https://shop.example/thanks',
  });
  const path = '/termika/onward?embed=inline&onward=https://evil.example&redirectUrl=https://evil.example';
  const booked = await house.bookOnPage(path, '2026-12-02T09:00:00Z', {
    ...chloe,
    onward: 'https://evil.example',
  });
  const done = await house.visit(`${booked.location}&onward=https://evil.example`);
  assert.match(done.html, /data-onward="https:\/\/shop.example\/thanks"/);
  assert.match(done.html, /<a class="link" href="https:\/\/shop.example\/thanks" target="_top">/);
  assert.doesNotMatch(done.html, /http-equiv="refresh"|evil/);
  for (const redirectUrl of [
    'javascript:alert(1)',
    '//evil.example',
    'http://shop.example',
    'https://a@shop.example',
    'data:text/html,x',
  ])
    assert.equal(
      (await house.call('PATCH', `/api/links/${link.id}`, { redirectUrl })).status,
      422,
      redirectUrl,
    );
});

test('ABUSE 29: whatever was kept as a website, only an origin reaches the header', async () => {
  const { framedBy } = await import('./embedded.ts');
  const kept = [
    SHOP,
    "'self'",
    '*',
    'https://*',
    'https://a.example; script-src *',
    'https://b.example/page',
    'null',
    'data:',
  ];
  assert.equal(framedBy({ mode: 'inline', path: '', origins: kept }), SHOP);
  assert.equal(framedBy({ mode: 'inline', path: '', origins: ['*'] }), "'none'");
});
