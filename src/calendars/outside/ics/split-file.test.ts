import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutsideProblem } from '../problem.ts';
import { splitFile } from './split-file.ts';

const WHOLE = [
  'BEGIN:VCALENDAR',
  'X-WR-CALNAME:Rota',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:STANDARD',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:one',
  'DESCRIPTION:Folded in the',
  '  middle',
  'BEGIN:VALARM',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:two',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

test('A9: a file that broke off anywhere is a problem, wherever that was', () => {
  for (let length = 0; length < WHOLE.length; length += 1) {
    const cut = WHOLE.slice(0, length);
    assert.throws(() => splitFile(cut), OutsideProblem, JSON.stringify(cut.slice(-30)));
  }
  assert.equal(splitFile(WHOLE).events.length, 2);
});

test('A9: a file with a hole of one line has both events, or is a problem', () => {
  const lines = WHOLE.split('\r\n');
  for (const [at, left] of lines.entries()) {
    const text = lines.toSpliced(at, 1).join('\r\n');
    if (!/^(BEGIN|END):/.test(left)) assert.equal(splitFile(text).events.length, 2, left);
    else assert.throws(() => splitFile(text), OutsideProblem, left);
  }
});

test('ABUSE 31: a hundred thousand nested components and a line of 8 MB take no time to speak of', () => {
  const nested = `BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(100_000)}`;
  assert.throws(() => splitFile(nested), OutsideProblem);
  const long = `BEGIN:VCALENDAR\r\nX-A${';P="'.repeat(2_000_000)}\r\nEND:VCALENDAR`;
  assert.equal(splitFile(long).events.length, 0);
});
