import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyOffice, firstRun, PASSWORD } from './office.test-support.ts';

test('over https the cookie is secure, and only the secure one counts', async () => {
  const secure = await emptyOffice({ PUBLIC_URL: 'https://meet.nordwind.example' });
  try {
    await secure.ask('POST', '/api/setup', firstRun);
    const body = { email: firstRun.owner.email, password: PASSWORD };
    const headers = { origin: 'https://meet.nordwind.example' };
    const answer = await secure.ask('POST', '/api/auth/sign-in/email', body, { headers });
    const [cookie] = answer.headers.getSetCookie();
    assert.match(cookie!, /^__Secure-rondo\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const pair = cookie!.split(';')[0]!;
    const ask = async (sent: string): Promise<number> =>
      (await secure.ask('GET', '/api/me', undefined, { headers: { cookie: sent } })).status;
    assert.equal(await ask(pair), 200);
    assert.equal(await ask(pair.replace('__Secure-', '')), 401);
  } finally {
    await secure.close();
  }
});
