import assert from 'node:assert/strict';
import test from 'node:test';
import { isoFromMinute } from '#engine/minutes.ts';
import { axisOf } from './axis.ts';
import { BAND, extended, type Ground, moved, type Place, settled, stretchBetween, timeAt } from './cursor.ts';
import { narrowDays } from './days.ts';
import { beginCarry, beginPick, beginPull, changes, followed, landing } from './gesture.ts';
import { carried, dropped, stretched } from './grasp.ts';
import type { GridSpan } from './grid-props.ts';
import { layOut, minuteOf } from './lay-out.ts';
import { noteAt, spanBeside, spansAt } from './spans-at.ts';
import { stepsOf } from './steps.ts';

const anna = { id: 'anna', name: 'Anna Nowak', shortName: 'Anna', initials: 'AN', tint: 1 };
const bo = { id: 'bo', name: 'Bo Lindqvist', shortName: 'Bo', initials: 'BL', tint: 4 };

function span(id: string, kind: GridSpan['kind'], start: string, end: string, personId = 'anna'): GridSpan {
  return { id, kind, personId, start: `${start}:00Z`, end: `${end}:00Z`, label: id };
}

function groundOf(days: string[], spans: GridSpan[] = [], people = [anna, bo]): Ground {
  const axis = axisOf('Europe/Warsaw', days);
  const lanes = layOut(axis, people, spans);
  const hasBand = lanes.some(({ allDay }) => allDay.length > 0);
  return { axis, steps: stepsOf(axis, 15), people: people.length, lanes, hasBand };
}

const at = (column: number, person: number, hour: number): Place => ({ column, person, step: hour * 4 });
const iso = ({ start, end }: { start: number; end: number }) =>
  `${isoFromMinute(start)}/${isoFromMinute(end)}`;

test('left and right go through lanes and on to the next day; by day they keep the person', () => {
  const ground = groundOf(['2026-12-01', '2026-12-02']);
  assert.deepEqual(moved(ground, at(0, 0, 9), 'right'), at(0, 1, 9));
  assert.deepEqual(moved(ground, at(0, 1, 9), 'right'), at(1, 0, 9));
  assert.deepEqual(moved(ground, at(0, 1, 9), 'day-on'), at(1, 1, 9));
  assert.deepEqual(moved(ground, at(1, 1, 9), 'right'), at(1, 1, 9));
  assert.deepEqual(moved(ground, at(0, 0, 0), 'up'), at(0, 0, 0));
});

test('the cursor steps over the hour that never comes, and beside it lands after it', () => {
  const ground = groundOf(['2027-03-27', '2027-03-28']);
  assert.deepEqual(moved(ground, { column: 1, person: 0, step: 7 }, 'down'), at(1, 0, 3));
  assert.deepEqual(moved(ground, at(1, 0, 3), 'up'), { column: 1, person: 0, step: 7 });
  assert.deepEqual(moved(ground, { column: 0, person: 0, step: 9 }, 'day-on'), at(1, 0, 3));
});

test('both hours of the doubled 02:00 can be reached and are different times', () => {
  const ground = groundOf(['2026-10-25']);
  assert.equal(isoFromMinute(timeAt(ground, at(0, 0, 2)).start), '2026-10-25T00:00:00Z');
  assert.equal(isoFromMinute(timeAt(ground, at(0, 0, 3)).start), '2026-10-25T01:00:00Z');
  assert.equal(isoFromMinute(timeAt(ground, at(0, 0, 4)).start), '2026-10-25T02:00:00Z');
});

test('a stretch picked over the spring change is an hour shorter than its clock times say', () => {
  const ground = groundOf(['2027-03-28']);
  const stretch = stretchBetween(ground, at(0, 0, 1), { column: 0, person: 0, step: 15 });
  assert.equal(iso(stretch), '2027-03-28T00:00:00Z/2027-03-28T02:00:00Z');
});

test('home and end find the first and last open step of the day', () => {
  const closed = [
    span('a', 'closed', '2026-11-30T23:00', '2026-12-01T08:00'),
    span('b', 'closed', '2026-12-01T16:00', '2026-12-01T23:00'),
  ];
  const ground = groundOf(['2026-12-01'], closed);
  assert.deepEqual(moved(ground, at(0, 0, 12), 'first'), at(0, 0, 9));
  assert.deepEqual(moved(ground, at(0, 0, 12), 'last'), { column: 0, person: 0, step: 17 * 4 - 1 });
  assert.deepEqual(moved(ground, at(0, 1, 12), 'first'), at(0, 1, 0));
});

test('selecting stays with the person and reaches over days; the band of whole days keeps to itself', () => {
  const allDay = { ...span('trip', 'busy', '2026-11-30T23:00', '2026-12-01T23:00'), allDay: true };
  const ground = groundOf(['2026-12-01', '2026-12-02'], [allDay]);
  assert.deepEqual(extended(ground, at(0, 1, 9), 'right'), at(1, 1, 9));
  assert.deepEqual(extended(ground, at(0, 0, 0), 'up'), at(0, 0, 0));
  assert.deepEqual(moved(ground, at(0, 0, 0), 'up'), { column: 0, person: 0, step: BAND });
  assert.equal(spansAt(ground, { column: 0, person: 0, step: BAND }, null)[0]?.id, 'trip');
  assert.deepEqual(settled(groundOf(['2026-12-01']), { column: 6, person: 4, step: BAND }), at(0, 1, 0));
});

test('a carried span keeps its length, also over the change of clocks; between steps it finds the next', () => {
  const ground = groundOf(['2027-03-27', '2027-03-28']);
  const grasp = {
    column: 0,
    person: 0,
    start: minuteOf('2027-03-27T00:40:00Z'),
    end: minuteOf('2027-03-27T01:10:00Z'),
  };
  assert.equal(iso(carried(ground, grasp, 'down')), '2027-03-27T00:45:00Z/2027-03-27T01:15:00Z');
  assert.equal(iso(carried(ground, grasp, 'up')), '2027-03-27T00:30:00Z/2027-03-27T01:00:00Z');
  assert.equal(iso(carried(ground, grasp, 'day-on')), '2027-03-28T00:40:00Z/2027-03-28T01:10:00Z');
  assert.equal(carried(ground, grasp, 'right').person, 1);
  assert.equal(carried(ground, grasp, 'left'), grasp);
  const late = dropped(ground, grasp, { column: 1, person: 1, step: 12 });
  assert.equal(iso(late), '2027-03-28T01:00:00Z/2027-03-28T01:30:00Z');
});

test('a stretched span never shrinks to nothing and ends with its day', () => {
  const ground = groundOf(['2026-12-01']);
  const grasp = {
    column: 0,
    person: 0,
    start: minuteOf('2026-12-01T22:30:00Z'),
    end: minuteOf('2026-12-01T22:45:00Z'),
  };
  assert.equal(stretched(ground, grasp, 'up'), grasp);
  const longer = stretched(ground, grasp, 'down');
  assert.equal(iso(longer), '2026-12-01T22:30:00Z/2026-12-01T23:00:00Z');
  assert.equal(stretched(ground, longer, 'down'), longer);
});

test('a drag over empty time picks from step to step, upwards as well as downwards', () => {
  const ground = groundOf(['2026-12-01']);
  const began = beginPick(ground, { column: 0, person: 0, position: 9 * 60 + 7 });
  const down = followed(ground, began, { column: 0, person: 1, position: 9 * 60 + 44 });
  assert.equal(iso(landing(ground, down)), '2026-12-01T08:00:00Z/2026-12-01T08:45:00Z');
  const up = followed(ground, began, { column: 0, person: 0, position: 8 * 60 + 50 });
  assert.equal(iso(landing(ground, up)), '2026-12-01T07:45:00Z/2026-12-01T08:15:00Z');
});

test('a dragged span snaps to steps, follows to other days and people, and a nudge changes nothing', () => {
  const ground = groundOf(['2026-12-01', '2026-12-02']);
  const from = {
    column: 0,
    person: 0,
    start: minuteOf('2026-12-01T08:10:00Z'),
    end: minuteOf('2026-12-01T08:40:00Z'),
  };
  const began = beginCarry(ground, 'demo', from, { column: 0, person: 0, position: 9 * 60 + 20 });
  assert.equal(changes(followed(ground, began, { column: 0, person: 0, position: 9 * 60 + 24 })), false);
  const far = followed(ground, began, { column: 1, person: 1, position: 11 * 60 + 12 });
  assert.deepEqual(
    [iso(landing(ground, far)), landing(ground, far).person],
    ['2026-12-02T10:00:00Z/2026-12-02T10:30:00Z', 1],
  );
  const beside = followed(ground, began, { column: 1, person: 0, position: 9 * 60 + 20 });
  assert.equal(iso(landing(ground, beside)), '2026-12-02T08:10:00Z/2026-12-02T08:40:00Z');
});

test('an edge that is pulled stops one step from the other', () => {
  const ground = groundOf(['2026-12-01']);
  const from = {
    column: 0,
    person: 0,
    start: minuteOf('2026-12-01T08:00:00Z'),
    end: minuteOf('2026-12-01T08:30:00Z'),
  };
  const end = followed(ground, beginPull('demo', 'end', from), {
    column: 0,
    person: 0,
    position: 9 * 60 + 50,
  });
  assert.equal(iso(landing(ground, end)), '2026-12-01T08:00:00Z/2026-12-01T09:00:00Z');
  const past = followed(ground, beginPull('demo', 'end', from), { column: 0, person: 0, position: 60 });
  assert.equal(changes(past), false);
});

test('closed stretches that touch are one, say their reason, and days closed throughout are narrow', () => {
  const days = ['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'];
  const spans = [
    span('sat', 'closed', '2026-12-04T23:00', '2026-12-05T10:00'),
    { ...span('sat2', 'closed', '2026-12-05T10:00', '2026-12-05T23:00'), title: 'Absent' },
  ];
  const ground = groundOf(days, spans, [anna]);
  assert.deepEqual(ground.lanes[2]!.closed, [{ top: 0, bottom: 1440 }]);
  assert.equal(noteAt(ground, at(2, 0, 13)), 'sat2');
  assert.equal(noteAt(ground, at(2, 0, 3)), null);
  assert.deepEqual(narrowDays(ground.lanes, 4, 1440), [false, false, true, false]);
  assert.deepEqual(narrowDays(ground.lanes, 4, 1440, 2), [false, false, false, false]);
});

test('the next and the last span of a person are found over all days', () => {
  const spans = [
    span('one', 'busy', '2026-12-01T08:00', '2026-12-01T09:00'),
    span('two', 'booked', '2026-12-02T08:00', '2026-12-02T09:00'),
    span('bo', 'busy', '2026-12-01T12:00', '2026-12-01T13:00', 'bo'),
  ];
  const ground = groundOf(['2026-12-01', '2026-12-02'], spans);
  const first = spanBeside(ground, at(0, 0, 0), null, 1);
  assert.deepEqual(first, { place: at(0, 0, 9), id: 'one' });
  assert.equal(spanBeside(ground, first.place, 'one', 1)?.id, 'two');
  assert.equal(spanBeside(ground, at(1, 0, 9), 'two', 1), null);
  assert.equal(spanBeside(ground, at(0, 0, 20), null, -1)?.id, 'one');
});
