import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCampaign } from './campaign.ts';

const address = 'https://meet.termika.example/termika/talk';

test('an address without a campaign stays as it is', () => {
  assert.equal(withCampaign(address, { source: '  ' }), address);
});

test('where visitors come from travels with the address, whatever signs it has', () => {
  const given = { source: 'Śniadanie & co', medium: 'print', campaign: 'a=b#c?d' };
  const { searchParams } = new URL(withCampaign(address, given));
  assert.deepEqual(Object.fromEntries(searchParams), {
    utm_source: 'Śniadanie & co',
    utm_medium: 'print',
    utm_campaign: 'a=b#c?d',
  });
  assert.equal(
    new URL(withCampaign(address, { source: 'x'.repeat(300) })).searchParams.get('utm_source')?.length,
    200,
  );
});
