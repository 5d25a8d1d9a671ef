import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika, type Termika } from '../demo/open-termika.ts';
import { listen, type Listening } from '../src/platform/http/server.ts';
import { ask } from './ask.ts';

const IMPATIENT = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 };

const houses: { termika: Termika; door: Listening; url: string }[] = [];

after(async () => {
  for (const { termika, door } of houses) {
    await door.close();
    await termika.close();
  }
});

/** Termika behind a real socket. */
async function open(env: Record<string, string>) {
  const termika = await openTermika(await cleanSlate(undefined, env));
  const config = { ...termika.platform.config, host: '127.0.0.1', port: 0 };
  const door = await listen(config, termika.app.fetch, IMPATIENT);
  const house = { termika, door, url: `http://127.0.0.1:${door.port}` };
  houses.push(house);
  await termika.share({ slug: 'tour' });
  return house;
}

/** The answers of `count` reads, each as if forwarded for an address of its own. */
async function reads(url: string, count: number, forwarded: (at: number) => string): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) {
    const headers = {
      'x-forwarded-for': forwarded(at),
      forwarded: `for=${forwarded(at)}`,
      'x-real-ip': forwarded(at),
    };
    statuses.push((await ask(`${url}/api/public/termika/tour`, { headers })).status);
  }
  return statuses;
}

test('ABUSE 11: X-Forwarded-For of a peer that is no trusted proxy is ignored', async () => {
  for (const trusted of ['', '10.0.0.0/8']) {
    const { url } = await open({ PUBLIC_RATE_LIMIT: '1', TRUSTED_PROXIES: trusted });
    const statuses = await reads(url, 12, (at) => `203.0.113.${at}`);
    assert.deepEqual(statuses, [...Array<number>(10).fill(200), 429, 429]);
  }
});

test('ABUSE 11: of a trusted proxy it counts, from the right up to the first stranger', async () => {
  const { url } = await open({ PUBLIC_RATE_LIMIT: '1', TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
  const each = await reads(url, 12, (at) => `203.0.113.${at}`);
  assert.deepEqual(new Set(each), new Set([200]), 'visitors behind the proxy are counted one by one');
  const spoofed = await reads(url, 12, (at) => `198.51.100.${at}, 203.0.113.77, 10.1.2.3`);
  assert.deepEqual(spoofed.slice(-2), [429, 429], 'what the visitor wrote in front is ignored');
  const odd = ['', ',', 'unknown', '"><script>', '::ffff:10.0.0.9', 'x'.repeat(4000), '10.0.0.1, 10.0.0.2'];
  for (const value of odd) {
    const { status } = await ask(`${url}/api/public/termika/tour`, { headers: { 'x-forwarded-for': value } });
    assert.ok(status === 200 || status === 429, value);
  }
  const neighbours = await reads(url, 12, (at) => `2001:db8:1:2::${at}`);
  assert.deepEqual(neighbours.slice(-2), [429, 429], 'one /64 is one visitor');
});

test('ABUSE 28: a forged Host changes no link in answers, pages or mails', async () => {
  const { termika, url } = await open({ PUBLIC_URL: 'https://meet.termika.example' });
  const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
  const visitor = { name: 'Chloé', email: 'chloe@girard-pains.example' };
  const wish = { start: '2026-12-01T09:00:00Z', timeZone: 'Europe/Paris', visitor };
  const booked = await ask(`${url}/api/public/termika/tour/bookings`, {
    method: 'POST',
    body: wish,
    headers: forged,
  });
  assert.equal(booked.status, 201);
  const said = [JSON.stringify(booked.body)];
  const manage = new URL(booked.body.manageUrl);
  assert.equal(manage.origin, 'https://meet.termika.example');
  for (const path of [
    '/termika/tour',
    manage.pathname,
    `${manage.pathname}?new=1`,
    `/api/public${manage.pathname}/invite.ics`,
    '/nothing',
  ])
    said.push(String((await ask(`${url}${path}`, { headers: forged })).body));
  await ask(`${url}/api/auth/request-password-reset`, {
    method: 'POST',
    body: { email: termika.anna.email },
    headers: { ...forged, origin: 'http://evil.example' },
  });
  const worker = termika.work();
  await worker.drain();
  await worker.stop();
  const mails = await termika.call('GET', '/api/mail');
  assert.ok(mails.body.items.length >= 2);
  said.push(JSON.stringify(mails.body));
  for (const text of said) assert.ok(!text.includes('evil.example'), text.slice(0, 300));
});

test('ABUSE 28: after booking the visitor is led on to the stored https address only', async () => {
  const { termika } = await open({});
  const bad = [
    'http://x.example',
    'javascript:alert(1)',
    '//evil.example',
    'https://a@evil.example',
    'https:evil.example',
    'data:,x',
  ];
  for (const redirectUrl of [...bad, 'https://x.example\\@evil.example', 'https://', ' https://x.example']) {
    const link = { kind: 'personal', title: 'x', timeZone: 'UTC', hostIds: [termika.anna.id], redirectUrl };
    assert.equal((await termika.call('POST', '/api/links', link)).status, 422, redirectUrl);
  }
  const thanks = 'https://termika.example/thanks?a=1&b="2"';
  const link = await termika.share({ slug: 'onward', redirectUrl: encodeURI(thanks) });
  const { body } = await termika.book(link, '2026-12-02T09:00:00Z');
  const path = new URL(body.manageUrl).pathname;
  const query = '?new=1&redirectUrl=https://evil.example&next=https://evil.example&url=//evil.example';
  const done = await (await termika.app.request(`${path}${query}`)).text();
  const onward = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(done)?.[1];
  assert.equal(onward, encodeURI(thanks).replaceAll('&', '&amp;'));
  assert.doesNotMatch(done, /(href|action|content)="(0; url=)?(https?:)?\/\/evil/);
  const later = await (await termika.app.request(path)).text();
  assert.doesNotMatch(later, /http-equiv="refresh"/);
});

test('ABUSE 33: a client that drips its headers or its body is told 408 or hung up on', async () => {
  const { door } = await open({});
  const body =
    'POST /api/setup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n';
  const answers = await Promise.all([
    drip(door.port, 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-A: 1\r\n'),
    drip(door.port, body, ' '),
    drip(
      door.port,
      'POST /termika/tour HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
      '1\r\na\r\n',
    ),
  ]);
  for (const { answer, ms } of answers) {
    assert.match(answer, /^$|^HTTP\/1\.1 408 /);
    assert.ok(ms < 4000, `${ms} ms`);
  }
  assert.equal((await ask(`http://127.0.0.1:${door.port}/healthz`)).status, 200);
});

function drip(port: number, begin: string, drop: string): Promise<{ answer: string; ms: number }> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(begin));
    const timer = setInterval(() => socket.write(drop), 50);
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ answer, ms: performance.now() - begun });
    });
  });
}
