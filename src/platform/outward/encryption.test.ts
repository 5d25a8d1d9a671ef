import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { openOutward } from './open-outward.ts';
import { OutwardFault } from './outward.ts';
import { CERTIFICATE, KEY } from './own-certificate.test-support.ts';

let server: Server;
let port: number;
const names: (string | false)[] = [];

before(async () => {
  server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
    names.push((request.socket as TLSSocket & { servername: string | false }).servername);
    response.end('yes');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (host: string) =>
  openOutward({ privateHosts: [`${host}:${port}`] }, async () => ['127.0.0.1'])({
    method: 'GET',
    url: `https://${host}:${port}/`,
  });
const isUnsafe = (error: unknown) => error instanceof OutwardFault && error.kind === 'encryption';

test('ABUSE 30: a certificate must hold for the name, although the connection goes to an address', async (t) => {
  await assert.rejects(ask('cal.example'), isUnsafe, 'signed by nobody we trust');
  const usual = getCACertificates();
  t.after(() => setDefaultCACertificates(usual));
  setDefaultCACertificates([...usual, CERTIFICATE]);
  assert.equal((await ask('cal.example')).text, 'yes');
  assert.deepEqual(names, ['cal.example']);
  await assert.rejects(ask('other.example'), isUnsafe, 'made out for another name');
  await assert.rejects(ask('127.0.0.1'), isUnsafe, 'made out for a name');
});
