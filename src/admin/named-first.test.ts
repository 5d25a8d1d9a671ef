import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedFirst } from './named-first.ts';

const command = (label: string) => ({ key: label, label, onSelect: () => {} });

test('what is called exactly as was typed comes first, within its group and with it', () => {
  const deeds = { key: 'deeds', label: 'Do', items: ['Write mail', 'New mail'].map(command) };
  const places = { key: 'places', label: 'Go', items: ['Mail import', 'Mail'].map(command) };
  const names = (typed: string) =>
    namedFirst([deeds, places], (label) => label === typed).map(({ items }) =>
      items.map(({ label }) => label),
    );
  assert.deepEqual(names('Mail'), [
    ['Mail', 'Mail import'],
    ['Write mail', 'New mail'],
  ]);
  assert.deepEqual(names('mai'), [
    ['Write mail', 'New mail'],
    ['Mail import', 'Mail'],
  ]);
});
