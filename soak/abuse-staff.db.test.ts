import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES } from '../checks/access-pages.ts';
import { ACCESS } from '../checks/access.ts';
import { PASSWORD, visitors } from '../demo/cast.ts';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika, type SharedLink, type Termika } from '../demo/open-termika.ts';
import { dump } from './dump.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const EVIL = `</script><script>alert(1)</script><!--  "'\`$& $' \${7*7} é\u202e\u{1F9D1}`;

let house: Termika;
let tour: SharedLink;
/** Of Anna's browser. */
let cookie: string;

before(async () => {
  house = await openTermika(await cleanSlate());
  tour = await house.share({ slug: 'tour', title: `Tour ${EVIL}`, verification: 'never' });
  const given = { email: house.anna.email, password: PASSWORD };
  const { headers } = await house.call('POST', '/api/auth/sign-in/email', given, null, { origin: ORIGIN });
  cookie = headers.getSetCookie()[0]!.split(';')[0]!;
});
after(() => house.close());

const inBrowser = (
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
) => house.app.request(path, { ...init, headers: { cookie, ...init.headers } });

test('ABUSE 21: no change of any kind comes from another website, whatever it says it is', async () => {
  const rows = [...Object.keys(ACCESS), ...PAGES].filter(
    (row) => !row.startsWith('GET ') && !row.includes(' /api/public/'),
  );
  await inBrowser('/api/me');
  const stood = await dump(house.platform.db);
  for (const row of rows) {
    const [method = '', pattern = ''] = row.split(' ');
    const path = pattern.replaceAll(/\{\w+\}|:\w+/g, house.bo.id);
    const headers = { 'content-type': 'text/plain', 'x-http-method-override': 'GET' };
    const froms: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${ORIGIN}.evil.example` },
      { origin: `${ORIGIN}@evil.example` },
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      {},
    ];
    for (const from of froms) {
      const answer = await inBrowser(path, { method, headers: { ...headers, ...from }, body: '{}' });
      assert.equal(answer.status, 403, `${row} from ${from.origin}`);
    }
  }
  assert.deepEqual(await dump(house.platform.db), stood);
});

test('ABUSE 23: what members are called cannot end the page that holds it, and comes back whole', async () => {
  await house.call('PATCH', `/api/members/${house.anna.id}`, { name: `Anna ${EVIL}` });
  await house.call('PATCH', '/api/workspace', { name: `T ${EVIL}` });
  const answer = await inBrowser('/admin/bookings?q=</script><script>alert(2)</script>');
  const html = await answer.text();
  assert.equal(answer.status, 200, 'the app must be built: node_modules/.bin/vite build');
  assert.doesNotMatch(html, /<script>alert|<!--  /);
  const boot = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)![1]!;
  assert.equal(JSON.parse(boot).me.member.name, `Anna ${EVIL}`.replace(/\s+/g, ' '));
  const policy = answer.headers.get('content-security-policy')!;
  assert.doesNotMatch(policy, /unsafe|\*|http/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('content-encoding'), null, 'no length tells what a page of ours holds');
  const nonces = await Promise.all(
    [1, 2].map(async () => (await inBrowser('/admin')).headers.get('content-security-policy')),
  );
  assert.notEqual(nonces[0], nonces[1]);
});

test('the door of the app: nobody, keys, odd paths and files that are none', async () => {
  const places = [
    '/admin',
    '/admin/',
    '/admin//evil.example',
    '/admin/%0d%0aSet-Cookie:x=y',
    '/admin/a?b=https://evil.example',
  ];
  const nobodies: Record<string, string>[] = [
    {},
    { authorization: `Bearer ${house.anna.key}` },
    { cookie: 'rondo.session_token=x.y' },
  ];
  for (const path of places) {
    for (const headers of nobodies) {
      const answer = await house.app.request(path, { headers });
      assert.equal(answer.status, 303);
      const to = new URL(answer.headers.get('location')!, ORIGIN);
      assert.deepEqual([to.origin, to.pathname], [ORIGIN, '/sign-in']);
      assert.equal(answer.headers.get('set-cookie'), null);
    }
  }
  const names = [
    '..%2fapp.html',
    '..%2f..%2f.env',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '%00',
    '%e0%a4%a',
    '__proto__',
    'x.constructor',
    `${'a'.repeat(5000)}.js`,
    'x.js.br',
  ];
  for (const name of names) {
    const answer = await house.app.request(`/admin/assets/${name}`);
    assert.equal(answer.status, 404, name);
    assert.equal(answer.headers.get('cache-control'), 'no-store', name);
  }
});

test('files of the app come packed only as the browser takes them', async () => {
  const html = await (await inBrowser('/admin')).text();
  const path = /\/admin\/assets\/[\w.-]+\.js/.exec(html)![0];
  const packed = async (accept: string) =>
    (await house.app.request(path, { headers: { 'accept-encoding': accept } })).headers.get(
      'content-encoding',
    );
  assert.equal(await packed('gzip, br'), 'br');
  assert.equal(await packed('br;q=0, gzip'), 'gzip');
  assert.equal(await packed('gzip;q=0, br;q=0'), null);
  assert.equal(await packed(''), null);
});

test('ABUSE 28: after signing in one is led to the staff app and nowhere else', async () => {
  const wanted = [
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example',
    '/admin/..//evil.example',
    '/admin\\..\\..\\evil.example',
    '/admin/%2e%2e//evil.example',
    '\t//evil.example',
    '/adminevil.example',
    'javascript:alert(1)//admin',
    '/admin@evil.example',
    '/admin/\r\nSet-Cookie: a=b',
  ];
  for (const next of wanted) {
    const body = new URLSearchParams({ email: house.anna.email, password: PASSWORD, next }).toString();
    const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await house.app.request('/sign-in', { method: 'POST', headers, body });
    assert.equal(answer.status, 303, next);
    const location = answer.headers.get('location')!;
    assert.match(location, /^\/admin($|\/)/, next);
    assert.equal(new URL(location, ORIGIN).origin, ORIGIN);
    assert.doesNotMatch(location, /[\r\n\\]/);
    const page = await (await house.app.request(`/sign-in?${new URLSearchParams({ next })}`)).text();
    assert.doesNotMatch(page, /value="[^"]*evil\.example/, next);
  }
});

test('ABUSE 23: a mail shown in the app runs, loads, sends and frames nothing, and no program keeps it', async () => {
  const visitor = {
    name: `<meta http-equiv=refresh content="0;url=//evil.example">${EVIL}`,
    email: 'eve@mail.example',
  };
  await house.book(tour, '2026-12-01T09:00:00Z', visitor, {
    visitor: {
      ...visitor,
      details: `<form action=//evil.example><iframe src=//evil.example></iframe><base href=//evil.example>${EVIL}`,
    },
  });
  const { body } = await house.call('GET', '/api/mail?limit=200');
  const told = body.items.filter((mail: { kind: string }) => /confirmation|host/.test(mail.kind));
  assert.ok(told.length >= 2);
  for (const { id } of told) {
    const answer = await inBrowser(`/api/mail/${id}/page`);
    const html = await answer.text();
    assert.doesNotMatch(html, /<(script|form|iframe|base|object|embed|meta http-equiv=refresh|img)\b/i);
    assert.doesNotMatch(html, /(href|src)="[^"]*evil/i);
    const policy = answer.headers.get('content-security-policy')!;
    assert.match(policy, /sandbox$/);
    assert.doesNotMatch(policy, /script-src|allow-|\*/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  }
});

test('what staff read is kept by no browser and no proxy', async () => {
  const window = 'from=2026-12-01T00:00:00Z&to=2026-12-08T00:00:00Z';
  const paths = [
    '/api/home',
    '/api/me',
    '/api/views',
    '/api/mail',
    '/api/mail/counts',
    '/api/search?q=a',
    `/api/calendar?memberIds=${house.anna.id}&${window}`,
    `/api/links/${tour.id}/shares?${window}`,
    '/api/auth/sessions',
    '/api/auth/two-factor',
  ];
  for (const path of paths) {
    const answer = await inBrowser(path);
    assert.deepEqual([answer.status, answer.headers.get('cache-control')], [200, 'no-store'], path);
  }
});

test('a packed body is not unpacked', async () => {
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    authorization: `Bearer ${house.anna.key}`,
  };
  for (const path of ['/api/bookings/counts', '/api/views', '/api/links/preview']) {
    const answer = await house.app.request(path, { method: 'POST', headers, body: '\u001f\u008b\b\u0000' });
    assert.ok([400, 415, 422].includes(answer.status), `${path} ${answer.status}`);
  }
});

test('dates at the ends of the calendar are answered or refused, in every zone', async () => {
  const ends = [
    ['0000-01-01T00:00:00Z', '0000-02-01T00:00:00Z'],
    ['1900-01-01T00:00:00Z', '1900-01-08T00:00:00Z'],
    ['2199-12-01T00:00:00Z', '2199-12-31T23:59:00Z'],
    ['9999-12-01T00:00:00Z', '9999-12-31T23:59:00Z'],
    ['1969-12-31T23:00:00Z', '1970-01-01T01:00:00Z'],
  ];
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await house.call('PATCH', `/api/members/${house.anna.id}`, { timeZone: zone });
    for (const [from = '', to = ''] of ends) {
      const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
      const paths = [
        `/api/calendar?memberIds=${house.anna.id},${house.bo.id}&from=${from}&to=${to}&offered=true`,
        `/api/home?date=${first}`,
        `/api/home?date=${last}`,
        `/api/links/${tour.id}/shares?from=${from}&to=${to}`,
        `/api/links/${tour.id}/explanation?start=${from}`,
        `/api/links/${tour.id}/slots?from=${first}&to=${last}&timeZone=${zone}`,
        `/api/bookings?from=${from}&to=${to}`,
        `/api/mail?since=${first}T00:00:00-12:00`,
      ];
      for (const path of paths) {
        const { status, body } = await house.call('GET', path);
        assert.ok([200, 422].includes(status), `${zone} ${path} ${status} ${JSON.stringify(body)}`);
      }
      const asked = {
        id: tour.id,
        link: { horizon: { from: first, to: last } },
        from: first,
        to: last,
        timeZone: zone,
      };
      assert.ok((await house.call('POST', '/api/links/preview', asked)).status <= 422);
    }
  }
});

test('B8: a link that is open until 2199 asks for the holidays of as many years as an import takes', async () => {
  const { body: list } = await house.call('POST', '/api/holiday-lists', {
    name: 'Ours',
    days: [{ date: '2026-12-25', name: 'x' }],
  });
  await house.share({
    slug: 'for-ever',
    holidayListId: list.id,
    horizon: { from: '2026-12-01', to: '2199-12-31' },
  });
  const { body } = await house.call('GET', '/api/home');
  const [ends] = body.attention.filter(({ code }: { code: string }) => code === 'holidays-end');
  assert.deepEqual(ends.missingYears, [2027, 2028, 2029, 2030, 2031]);
});

test('ABUSE 25, 27: names of three hundred characters, from right to left, or no text at all', async () => {
  const save = (name: unknown, filter: unknown = {}) =>
    house.call('POST', '/api/views', { list: 'leads', name, filter });
  assert.equal((await save('x'.repeat(300))).status, 422);
  assert.equal((await save('a\u0000b')).status, 422);
  assert.equal(
    (await house.call('POST', '/api/views', '{"list":"leads","name":"\\ud800","filter":{}}')).status,
    422,
  );
  assert.equal((await save('x', { q: '\u0000' })).status, 422);
  assert.equal((await save('x', { 'a.b': 'x' })).status, 422);
  const proto = '{"list":"leads","name":"x","filter":{"__proto__":"x"}}';
  assert.deepEqual((await house.call('POST', '/api/views', proto)).body.filter, {});
  const rtl = await save('  ירושלים \u202e\r\n abc ', { q: 'שלום' });
  assert.deepEqual([rtl.status, rtl.body.name, rtl.body.filter], [201, 'ירושלים \u202e abc', { q: 'שלום' }]);
  const made = await house.call('POST', '/api/leads', { name: 'ش'.repeat(150) });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(
    (await house.call('GET', `/api/search?q=${encodeURIComponent('ش'.repeat(140))}`)).body.leads.length,
    1,
  );
  for (const q of ['%', '_', '\\', '%'.repeat(200), "' OR 1=1--", '\u200b', '*', '(', '\ufdfa'.repeat(200)]) {
    const { status, body } = await house.call('GET', `/api/search?q=${encodeURIComponent(q)}`);
    assert.equal(status, 200, q);
    if (/^[%_\\'*(]/.test(q) && !EVIL.includes(q)) assert.deepEqual(body.leads, [], q);
  }
  assert.equal((await house.call('GET', `/api/search?q=${visitors.chloe.name}%00`)).status, 422);
  assert.equal((await house.call('GET', `/api/search?q=${'a'.repeat(201)}`)).status, 422);
});
