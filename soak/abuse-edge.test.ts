import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { ask } from './ask.ts';
import { openGround, type Ground } from './ground.ts';
import { openOffice, type Office } from './office.ts';

const MEGABYTE = 1024 * 1024;

let ground: Ground;
let office: Office;
let link: string;

before(async () => {
  ground = await openGround({}, 'sqlite', 1);
  office = await openOffice(ground);
  link = await office.share({ hostIds: [office.ownerId] });
});
after(async () => {
  agent.destroy();
  await ground.close();
});

const url = (): string => ground.servers[0]!.url;
const port = (): number => Number(new URL(url()).port);
const bookings = async (): Promise<number> => (await office.call('GET', '/api/bookings')).body.items.length;

test('ABUSE 33: a body of 100 MB is 413 at once, said or unsaid how long it is, and memory stays flat', async () => {
  const { bytes: before } = await ground.servers[0]!.usage();
  for (const path of [`${link}/bookings`, '/api/setup', '/api/auth/sign-in/email', '/termika/anna-nowak']) {
    for (const length of [{ 'content-length': String(100 * MEGABYTE) }, null]) {
      const { status, took } = await pour(path, { ...length }, 100 * MEGABYTE);
      assert.equal(status, 413, path);
      assert.ok(took < 8 * MEGABYTE, `${path} took ${took} bytes`);
    }
  }
  const { bytes: after } = await ground.servers[0]!.usage();
  assert.ok(after - before < 60 * MEGABYTE, `${(after - before) / MEGABYTE} MB more`);
});

test('ABUSE 33: JSON nested 100,000 deep is 400, in objects, in lists, closed or not', async () => {
  const deep = [
    '['.repeat(100_000),
    '['.repeat(100_000) + ']'.repeat(100_000),
    '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000),
    `{"visitor":${'['.repeat(100_000)}`,
  ];
  for (const body of deep) {
    const answer = await raw(post(`${link}/bookings`, 'application/json', body));
    assert.match(answer, /^HTTP\/1\.1 400 /);
  }
});

test('ABUSE 33: a form with 10,000 fields is read or refused, quickly', async () => {
  const fields = Array.from({ length: 10_000 }, (_, at) => `field${at}=x`).join('&');
  const begun = performance.now();
  const answer = await raw(post('/termika/anna-nowak', 'application/x-www-form-urlencoded', fields));
  assert.match(answer, /^HTTP\/1\.1 4(22|13) /);
  assert.ok(performance.now() - begun < 1000);
});

test('ABUSE 33: bytes that are no UTF-8, bodies that are not what they say, are 4xx', async () => {
  const sent: [type: string, body: Buffer | string, status: RegExp][] = [
    ['application/json', Buffer.from('{"name":"\xff\xfe"}', 'latin1'), /400/],
    ['application/json', '{"start":', /400/],
    ['application/json', '', /422/],
    ['application/json; charset=utf-16', '{}', /4\d\d/],
    ['text/plain', '{}', /415/],
    ['application/x-www-form-urlencoded', 'start=1', /415/],
    ['multipart/form-data; boundary=x', '--x--', /415/],
    ['application/xml', '<a/>', /415/],
    ['', '{}', /4\d\d/],
  ];
  for (const [type, body, status] of sent) {
    const answer = await raw(post(`${link}/bookings`, type, body));
    assert.match(answer.slice(9, 12), status, `${type} ${String(body)}`);
    assert.doesNotMatch(answer, /\.ts:|node_modules|at Object/);
  }
  assert.equal(await bookings(), 0);
});

test('ABUSE 33: broken percent signs and bytes in paths and queries are 4xx, never 5xx', async () => {
  const broken = ['%', '%E0%A4%A', '%ff%fe', '%00', '..%2f..%2fetc', '%c0%ae', 'a%0d%0aSet-Cookie:x=1'];
  for (const one of broken) {
    for (const path of [
      `/${one}`,
      `/termika/${one}`,
      `/bookings/${one}`,
      `/assets/${one}`,
      `/api/public/bookings/${one}`,
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 4(00|04) /, path);
      assert.doesNotMatch(answer, /^set-cookie/im, path);
    }
    for (const path of [
      `/termika/anna-nowak?timeZone=${one}`,
      `${link}/slots?from=${one}&to=${one}&timeZone=${one}`,
    ]) {
      assert.match(
        await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
        /^HTTP\/1\.1 422 /,
        path,
      );
    }
  }
});

test('ABUSE 33: what is no HTTP, or too much of it, is refused by status or by hanging up', async () => {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('');
  const end = 'Connection: close\r\n\r\n';
  const odd: [text: string, answer: RegExp][] = [
    [`GET /a?${'x=1&'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n${end}`, /431/],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n${end}`, /431/],
    [`GET / HTTP/1.1\r\nHost: x\r\n${lines(3000, (at) => `X${at}: 1\r\n`)}${end}`, /431/],
    [`GET / HTTP/1.1\r\n${end}`, /400/],
    [`GET / HTTP/1.1\r\nHost: a b<>"\r\n${end}`, /400/],
    [`OPTIONS * HTTP/1.1\r\nHost: x\r\n${end}`, /400/],
    [`TRACE / HTTP/1.1\r\nHost: x\r\n${end}`, /404/],
    [`POST /api/setup HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n${end}{}`, /400/],
    [
      `POST /api/setup HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n${end}0\r\n\r\n`,
      /400/,
    ],
    ['\u0000\u0001\u0002\r\n\r\n', /400/],
  ];
  for (const [text, answer] of odd) assert.match((await raw(text)).slice(9, 12), answer, text.slice(0, 60));
  assert.equal((await ask(`${url()}/healthz`)).status, 200, 'and all is well afterwards');
});

test('ABUSE 21: methods that are not asked for change nothing, whatever their headers claim', async () => {
  const wish = JSON.stringify({
    start: '2026-12-01T09:00:00Z',
    timeZone: 'UTC',
    visitor: { name: 'A', email: 'a@b.example' },
  });
  for (const method of ['PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PURGE', 'PROPFIND']) {
    const { status } = await pour(`${link}/bookings`, overridden, 0, method, wish);
    assert.ok(status >= 400 && status < 500, `${method} ${status}`);
  }
  assert.equal(await bookings(), 0);
});

const overridden = {
  'x-http-method-override': 'POST',
  'x-http-method': 'POST',
  'content-type': 'application/json',
};

function post(path: string, type: string, body: Buffer | string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (type) head.push(`Content-Type: ${type}`);
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

/** Writes bytes as they are; answers what came back until the other side hung up. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port(), '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

// As browsers do: whoever asks to be hung up on may be, before the answer is read.
const agent = new Agent({ keepAlive: true });

/** Pours a body out until it is all gone or the server has had enough; `took` is what could be written. */
function pour(
  path: string,
  headers: Record<string, string>,
  size: number,
  method = 'POST',
  body = '',
): Promise<{ status: number; took: number }> {
  return new Promise((resolve, reject) => {
    let took = 0;
    let status = 0;
    const type = {
      'content-type': path.startsWith('/api') ? 'application/json' : 'application/x-www-form-urlencoded',
    };
    const sent = request(
      `${url()}${path}`,
      { method, agent, headers: { ...type, ...headers } },
      (response) => {
        status = response.statusCode!;
        response.resume().on('end', () => (sent.destroy(), resolve({ status, took })));
      },
    );
    sent.on('error', (error) => (status ? resolve({ status, took }) : reject(error)));
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const more = (): void => {
      while (took < size && !status) {
        took += chunk.length;
        if (!sent.write(chunk)) return void sent.once('drain', more);
      }
      if (!status) sent.end(body);
    };
    more();
  });
}
