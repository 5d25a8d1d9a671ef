import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceWords } from './source-words.ts';
import en from './words/en.json' with { type: 'json' };
import type { CalendarSpan } from './week-query.ts';
import type { CalendarWords } from './words.ts';

const t = ((key: string, { name = '' }: { name?: string } = {}) =>
  (en.source as Record<string, string>)[key.replace('source.', '')]!.replace(
    '{{name}}',
    name,
  )) as CalendarWords;
const said = (span: Partial<CalendarSpan>) => sourceWords(span as CalendarSpan, 'Bo', t);

test('what takes a time names its source, a meeting booked through a link with a rotation both', () => {
  const sources: CalendarSpan['sources'] = [
    { kind: 'link', id: '1', name: 'Oven tour' },
    { kind: 'rotation', id: '2', name: 'North' },
  ];
  assert.equal(
    said({ kind: 'booked', sources }),
    'through the link “Oven tour”, through the rotation “North”',
  );
  assert.equal(said({ kind: 'held', sources: [{ kind: 'hand' }] }), 'written down by a colleague');
  assert.equal(
    said({ kind: 'busy', sources: [{ kind: 'record', name: 'Oven friends' }] }),
    'an event of Oven friends',
  );
  assert.equal(said({ kind: 'busy', sources: [{ kind: 'calendar' }] }), 'from the built-in calendar');
});

test('0013: of a colleague’s own matters it is told whose they are and no more', () => {
  assert.equal(said({ kind: 'busy' }), 'what it is stays with Bo');
});

test('closed time names its holiday list or absence; hours speak for themselves, and offers are told by their links', () => {
  const sources: CalendarSpan['sources'] = [{ kind: 'holidays', name: 'Poland' }];
  assert.equal(said({ kind: 'closed', why: 'holiday', sources }), 'from the holiday list “Poland”');
  assert.equal(said({ kind: 'closed', why: 'absence' }), 'an absence');
  assert.equal(said({ kind: 'closed', why: 'hours' }), '');
  assert.equal(said({ kind: 'offered', linkIds: ['1'] }), '');
});
