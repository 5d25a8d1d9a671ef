import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { cleanSlate, type CleanSlate } from '../../../demo/clean-slate.ts';
import { listen, type Listening } from './server.ts';

let slate: CleanSlate;
let listening: Listening;

before(async () => {
  slate = await cleanSlate();
  listening = await listen({ ...slate.platform.config, port: 0 }, slate.app.fetch);
});
after(async () => {
  await listening.close();
  await slate.close();
});

test('a request that does not say how long its body is, because it has none, is answered', async () => {
  assert.equal(await statusOf('DELETE /api/links/abc HTTP/1.1'), 401);
  assert.equal(await statusOf('POST /api/public/bookings/abc/verification HTTP/1.1'), 404);
});

test('a body in chunks is read, and refused when it grows too large (ABUSE 33)', async () => {
  const head = 'POST /api/setup HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked';
  assert.equal(await statusOf(head, chunk('{"token":"x"}') + LAST), 422);
  assert.equal(await statusOf(head, chunk('a'.repeat(300_000)) + LAST), 413);
});

const LAST = '0\r\n\r\n';

function chunk(body: string): string {
  return `${body.length.toString(16)}\r\n${body}\r\n`;
}

/** Written by hand: every client adds a Content-Length where it can. */
async function statusOf(head: string, body = ''): Promise<number> {
  const socket = connect(listening.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`${head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n${body}`);
  return Number((await text(socket)).split(' ')[1]);
}
