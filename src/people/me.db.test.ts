import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { staffedOffice } from './office.test-support.ts';
import { protect } from './two-factor.test-support.ts';

const office = await staffedOffice();
after(() => office.close());

test('me: all that a screen needs before it asks for more, in one answer', async () => {
  const { body } = await office.ask('GET', '/api/me', undefined, { key: office.bo.key });
  assert.deepEqual(
    [body.member.id, body.member.role, body.member.seat, body.member.timeZone, body.member.locale],
    [office.bo.id, 'member', true, 'Europe/Warsaw', 'en'],
  );
  const { name, slug, accent } = body.workspace;
  assert.deepEqual([name, slug, accent], ['Nordwind', 'nordwind', '#0e5f48']);
  assert.deepEqual([body.permissions, body.mailCaptured, body.twoFactor], [[], true, false]);
  assert.ok(body.feedUrl.startsWith(`${body.publicUrl}/calendars/feeds/`));
});

test('me: says whether a password alone is not enough', async () => {
  await protect(office, office.bo.email);
  const { body } = await office.ask('GET', '/api/me', undefined, { key: office.bo.key });
  assert.equal(body.twoFactor, true);
});
