import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERMISSIONS } from '#platform/http/caller.ts';
import { permissionsOf, permissionsOfKey, roleOfKey } from './permission.ts';

test('N1: owners and admins hold every permission, members those given', () => {
  assert.deepEqual(permissionsOf('owner', []), [...PERMISSIONS]);
  assert.deepEqual(permissionsOf('admin', ['manage-links']), [...PERMISSIONS]);
  assert.deepEqual(permissionsOf('member', ['manage-links']), ['manage-links']);
});

test('N1: a key never holds more than its member, and loses the role with a limit', () => {
  assert.deepEqual(permissionsOfKey(['manage-links'], null), ['manage-links']);
  assert.deepEqual(permissionsOfKey(['manage-links'], ['manage-settings']), []);
  assert.equal(roleOfKey('owner', null), 'owner');
  assert.equal(roleOfKey('owner', [...PERMISSIONS]), 'member');
});
