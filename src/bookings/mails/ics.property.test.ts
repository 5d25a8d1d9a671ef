import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText } from './ics.ts';
import { anna, chloe, meeting } from './meeting.test-support.ts';
import { lines, oneLine, typedLine, typedText } from './typed.ts';
import { nameLine } from './words.ts';

/** Every kind of character, and more often those that calendars stumble over. */
const nasty = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('\r\n', '\u2028', ';', ',', ':', '\\', '\\n', '"', '^n', "^'", '^', '\t', 'é'.repeat(40)),
    fc.constantFrom('\r\nEND:VEVENT', '👩‍👩‍👧', '😀'.repeat(30), '\ud800', '\u202e', '\u0000', 'https://x.yz'),
  ),
  { maxLength: 8 },
);
const words = nasty.map((parts) => parts.join(''));

const ofHost = { method: 'REQUEST', for: 'host' } as const;

test('ABUSE 25: lines end with CRLF, hold at most 75 octets and no half character, whatever was typed', () => {
  fc.assert(
    fc.property(words, words, words, (title, name, details) => {
      const text = calendarText(meeting({ title, details, visitor: { ...chloe, name } }), ofHost);
      assert.ok(text.endsWith('END:VCALENDAR\r\n') && text.isWellFormed());
      for (const line of text.slice(0, -2).split('\r\n')) {
        assert.doesNotMatch(line, /[\r\n\u2028\u2029\u0085\u0000]/);
        assert.ok(Buffer.byteLength(line) <= 75, line);
      }
      assert.equal(text.match(/^BEGIN:VEVENT\r$/gm)?.length, 1);
      assert.equal(text.match(/^END:VEVENT\r$/gm)?.length, 1);
    }),
    { numRuns: 300, seed: 2026 },
  );
});

test('K5: what was written is what a calendar program reads back', () => {
  fc.assert(
    fc.property(words, words, words, words, (title, name, details, place) => {
      const facts = {
        title,
        details,
        visitor: { ...chloe, name: `V${name}` },
        hosts: [{ ...anna, name: `H${place}` }],
      };
      const location = { kind: 'address', value: `A${place}` } as const;
      const event = parsed(calendarText(meeting({ ...facts, location, answers: [] }), ofHost));
      const visitor = typedLine(`V${name}`, 60);
      assert.equal(event.getFirstPropertyValue('summary'), `${oneLine(title)}: ${visitor}`);
      assert.equal(event.getFirstPropertyValue('location'), oneLine(`A${place}`));
      const people = event.getAllProperties('attendee').map((person) => person.getFirstParameter('cn'));
      const names = [visitor, nameLine(`H${place}`)].map((cn) =>
        cn.replaceAll('"', "'").replaceAll('\\', '/'),
      );
      assert.deepEqual(people.slice(0, 2), names);
      const written = String(event.getFirstPropertyValue('description'));
      assert.ok(written.includes(typedText(details).replaceAll('\n', ', ')));
      assert.equal(written, lines(written));
    }),
    { numRuns: 300, seed: 2026 },
  );
});

function parsed(text: string): ICAL.Component {
  return new ICAL.Component(
    ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0],
  ).getFirstSubcomponent('vevent')!;
}
