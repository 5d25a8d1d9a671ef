import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivate, outwardAddress } from './outward-address.ts';

const resolve = (addresses: string[]) => async () => addresses;

test('ABUSE 30: loopback, private, link-local and metadata addresses are private, in every form', () => {
  const inside =
    '127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 ' +
    '::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::7f00:1 64:ff9b::7f00:1 fe80::1 fec0::1 fd00::1 ff02::1 2002:7f00:1::';
  for (const address of inside.split(' ')) assert.ok(isPrivate(address), address);
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8']) {
    assert.ok(!isPrivate(address), address);
  }
});

test('ABUSE 30: a name with one private address is refused, unless the operator lists host and port', async () => {
  const mixed = resolve(['8.8.8.8', '127.0.0.1']);
  await assert.rejects(outwardAddress('mail.example', 993, [], mixed), /private network/);
  await assert.rejects(outwardAddress('mail.example', 993, ['mail.example:143'], mixed), /private network/);
  assert.equal(await outwardAddress('mail.example', 993, ['mail.example:993'], mixed), '8.8.8.8');
  assert.equal(await outwardAddress('mail.example', 993, [], resolve(['8.8.4.4'])), '8.8.4.4');
});

test('ABUSE 30: decimal and hexadecimal forms resolve to what they are', async () => {
  for (const host of ['2130706433', '0x7f000001', '127.1', 'localhost', '127.0.0.1', '::1']) {
    await assert.rejects(outwardAddress(host, 993, []), /private network|cannot be found/, host);
  }
});
