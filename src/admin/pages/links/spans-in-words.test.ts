import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansInWords } from './spans-in-words.ts';

const on = (days: number[], start: string, end: string) => days.map((day) => ({ day, start, end }));
const said = (spans: ReturnType<typeof on>, language = 'en') =>
  spansInWords(spans, { language, clock: (time) => time });

test('A5: lost hours are told by the days that share them, in the reader’s language', () => {
  const lost = [
    ...on([1, 2, 3, 5], '09:30', '10:00'),
    ...on([1, 2, 3, 5], '17:00', '17:30'),
    ...on([6], '16:00', '16:30'),
  ];
  assert.equal(said(lost), 'Mon–Wed, Fri 09:30–10:00, 17:00–17:30; Sat 16:00–16:30');
  assert.equal(said(on([1, 2], '09:30', '10:00'), 'pl'), 'pon.–wt. 09:30–10:00');
  assert.equal(said([]), '');
});
