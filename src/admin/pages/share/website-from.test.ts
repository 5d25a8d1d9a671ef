import assert from 'node:assert/strict';
import { test } from 'node:test';
import { websiteFrom } from './website-from.ts';

for (const [typed, website] of [
  ['https://shop.example', 'https://shop.example'],
  [' shop.example ', 'https://shop.example'],
  ['Shop.Example/contact?from=mail#top', 'https://shop.example'],
  ['https://*.shop.example', 'https://*.shop.example'],
  ['http://localhost:5173/index.html', 'http://localhost:5173'],
  ['http://shop.example', null],
  ['*', null],
  ['*.example', null],
  ['https://anna:secret@shop.example', null],
  ['javascript:alert(1)', null],
  ['shop example', null],
  ['', null],
] as const)
  test(`L5: of "${typed}" the website is ${website ?? 'none'}`, () => {
    assert.equal(websiteFrom(typed), website);
  });
