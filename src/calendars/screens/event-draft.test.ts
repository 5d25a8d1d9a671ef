import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningAt, draftFrom, type EventFields, fieldsFrom } from './event-draft.ts';

const zones = { reader: 'Europe/Warsaw', calendar: 'Asia/Kolkata' };
const lunch: EventFields = {
  title: 'Lunch',
  start: '2026-12-01T11:30:00Z',
  end: '2026-12-01T12:00:00Z',
  allDay: false,
  transparency: 'busy',
};

test('an event is written down in the reader’s wall times and comes back as it was', () => {
  const draft = draftFrom(lunch, zones);
  assert.deepEqual(
    [draft.from, draft.fromTime, draft.to, draft.toTime],
    ['2026-12-01', '12:30', '2026-12-01', '13:00'],
  );
  assert.deepEqual(fieldsFrom(draft, zones), lunch);
});

test('A3: whole days are those of the calendar’s own zone', () => {
  const fair = { ...lunch, allDay: true, start: '2026-12-07T18:30:00Z', end: '2026-12-09T18:30:00Z' };
  const draft = draftFrom(fair, zones);
  assert.deepEqual([draft.from, draft.to], ['2026-12-08', '2026-12-09']);
  assert.deepEqual(fieldsFrom(draft, zones), fair);
});

test('when the beginning moves, the end goes along, also over midnight', () => {
  const late = beginningAt(draftFrom(lunch, zones), { fromTime: '23:45' });
  assert.deepEqual([late.to, late.toTime], ['2026-12-02', '00:15']);
  assert.equal(beginningAt(late, { from: '2026-11-30' }).to, '2026-12-01');
});

test('A1: in the night of 28 March 2027 a time that never comes is the first after it', () => {
  const draft = {
    ...draftFrom(lunch, zones),
    from: '2027-03-28',
    fromTime: '01:30',
    to: '2027-03-28',
    toTime: '02:30',
  };
  const fields = fieldsFrom(draft, zones);
  assert.ok('start' in fields);
  assert.deepEqual([fields.start, fields.end], ['2027-03-28T00:30:00Z', '2027-03-28T01:00:00Z']);
});

test('an event without a title, or that ends before it begins, is none', () => {
  const draft = draftFrom(lunch, zones);
  assert.deepEqual(fieldsFrom({ ...draft, title: '  ' }, zones), { wrong: 'title' });
  assert.deepEqual(fieldsFrom({ ...draft, toTime: '12:30' }, zones), { wrong: 'end' });
});
