import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigProblem, readConfig } from './config.ts';

const GOOGLE = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const MICROSOFT = { MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' };

test('A service without a client is none; with one it is reached where it is', () => {
  assert.deepEqual([readConfig({}).google, readConfig({}).microsoft], [undefined, undefined]);
  assert.deepEqual(readConfig(GOOGLE).google, {
    id: 'id',
    secret: 'secret',
    apiUrl: 'https://www.googleapis.com/calendar/v3',
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    revokeUrl: 'https://oauth2.googleapis.com/revoke',
  });
  const { microsoft } = readConfig({ ...MICROSOFT, MICROSOFT_TENANT: 'firm.example' });
  assert.equal(microsoft?.apiUrl, 'https://graph.microsoft.com/v1.0');
  assert.equal(microsoft?.tokenUrl, 'https://login.microsoftonline.com/firm.example/oauth2/v2.0/token');
});

test('Half a client, a tenant that is a path, an address that is none: each is said in a sentence', () => {
  const wrong = [
    [{ GOOGLE_CLIENT_ID: 'id' }, /Set both GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET/],
    [{ MICROSOFT_CLIENT_SECRET: 'secret' }, /Set both MICROSOFT_CLIENT_ID/],
    [{ ...MICROSOFT, MICROSOFT_TENANT: '../evil' }, /MICROSOFT_TENANT must be/],
    [{ ...GOOGLE, GOOGLE_API_URL: 'nowhere' }, /GOOGLE_API_URL must be a whole address/],
  ] as const;
  for (const [env, sentence] of wrong) {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof ConfigProblem && sentence.test(error.message),
    );
  }
});
