import { foldAddress } from '#platform/fold.ts';
import { plainText, type Component, type ContentLine } from './content-lines.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';
import { lengthBetween, NO_LENGTH, ONE_DAY, readDuration, type Length } from './duration.ts';
import { readMoment, readMoments, readPeriods, type Reader } from './moments.ts';
import type { ExpandedObject } from './occurrence.ts';
import { readRule, type Rule } from './rule.ts';
import type { Moment } from './wall.ts';

/** A VEVENT, read: a series or one time, or with `replaces` one time of a series that differs. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  status: ExpandedObject['status'];
  title: string;
  busy: boolean;
  /** Null: nobody can tell when. */
  start: Moment | null;
  length: Length;
  rules: Rule[];
  added: { start: Moment; length: Length | null }[];
  removed: Moment[];
  /** RECURRENCE-ID. */
  replaces: Moment | null;
  /** RANGE=THISANDFUTURE: and all that come after it. */
  andFuture: boolean;
}

type Lines = ReadonlyMap<string, ContentLine[]>;

export function readEvent(
  { lines }: Component,
  reader: Reader & { ownAddresses: ReadonlySet<string> },
): CalendarEvent {
  const byName = Map.groupBy(lines, ({ name }) => name);
  const first = (name: string) => byName.get(name)?.[0];
  const wordOf = (name: string) => first(name)?.value.toUpperCase() ?? '';
  const replaces = readMoment(first('RECURRENCE-ID'), reader);
  const start = startOf(byName, replaces, reader);
  return {
    uid: plainText(first('UID')?.value ?? ''),
    sequence: /^\d{1,9}$/.test(wordOf('SEQUENCE')) ? Number(wordOf('SEQUENCE')) : 0,
    status: statusOf(wordOf('STATUS')),
    title: plainText(first('SUMMARY')?.value ?? ''),
    busy: !isFree(wordOf) && !isDeclined(byName.get('ATTENDEE') ?? [], reader.ownAddresses),
    start,
    length: lengthOf(start, byName, reader),
    rules: rulesOf(byName, reader),
    added: (byName.get('RDATE') ?? []).flatMap((line) => readPeriods(line, reader)),
    removed: (byName.get('EXDATE') ?? []).flatMap((line) => readMoments(line, reader)),
    replaces,
    andFuture: first('RECURRENCE-ID')?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
  };
}

function statusOf(word: string): ExpandedObject['status'] {
  if (word === 'CANCELLED') return 'cancelled';
  return word === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

/** A3: what a calendar program shows as free. Outlook's own word knows "working elsewhere". */
function isFree(wordOf: (name: string) => string): boolean {
  const outlook = wordOf('X-MICROSOFT-CDO-BUSYSTATUS');
  return wordOf('TRANSP') === 'TRANSPARENT' || outlook === 'FREE' || outlook === 'WORKINGELSEWHERE';
}

/** A3: declined by the owner, under every address of theirs that is invited. */
function isDeclined(attendees: ContentLine[], ownAddresses: ReadonlySet<string>): boolean {
  const own = attendees.filter((attendee) =>
    addressesOf(attendee).some((address) => ownAddresses.has(address)),
  );
  return own.length > 0 && own.every(({ params }) => params.get('PARTSTAT')?.toUpperCase() === 'DECLINED');
}

/** The value may be any URI; then EMAIL tells the address (RFC 7986). */
function addressesOf({ params, value }: ContentLine): string[] {
  return [value, params.get('EMAIL') ?? ''].map((text) => foldAddress(text.replace(/^\s*mailto:/i, '')));
}

/** Without a readable DTSTART: where it replaces one of a series, or the day before its end. */
function startOf(byName: Lines, replaces: Moment | null, reader: Reader): Moment | null {
  const start = readMoment(byName.get('DTSTART')?.[0], reader);
  if (start) return start;
  reader.oddities.add('unreadable-date');
  if (replaces) return replaces;
  const end = readMoment(byName.get('DTEND')?.[0], reader);
  return end && { ...end, wall: end.wall - SECONDS_PER_DAY };
}

/** An end that cannot be, or cannot be read, is a day later: rather too long than open. */
function lengthOf(start: Moment | null, byName: Lines, reader: Reader): Length {
  const [end, duration] = [byName.get('DTEND')?.[0], byName.get('DURATION')?.[0]];
  if (!start) return NO_LENGTH;
  if (!end && !duration) {
    if (!start.isDate) reader.oddities.add('no-end');
    return start.isDate ? ONE_DAY : NO_LENGTH;
  }
  const length = end ? lengthTo(start, readMoment(end, reader)) : durationOf(start, duration!.value);
  if (!length) reader.oddities.add('unreadable-date');
  return length ?? ONE_DAY;
}

function lengthTo(start: Moment, end: Moment | null): Length | null {
  if (!end) return null;
  const days = Math.ceil(end.wall / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  const wall = start.isDate ? days : end.wall;
  const length = lengthBetween(start, { ...(end.isDate || start.isDate ? start : end), wall });
  if ('days' in length || length.exact < 0) return null;
  // Some write the one day of a whole-day event as its end too.
  return length.exact === 0 && start.isDate ? ONE_DAY : length;
}

function durationOf(start: Moment, text: string): Length | null {
  const length = readDuration(text);
  if (!length || !start.isDate) return length;
  const days = length.days + Math.ceil(length.seconds / SECONDS_PER_DAY);
  return { days: Math.max(1, days), seconds: 0 };
}

/** EXRULE was abolished: what it would take away blocks, and is said. */
function rulesOf(byName: Lines, { oddities }: Reader): Rule[] {
  const read = (byName.get('RRULE') ?? []).slice(0, 20).map(({ value }) => readRule(value));
  const isOdd = read.some((found) => !found || found.doubtful) || byName.has('EXRULE');
  if (isOdd) oddities.add('unreadable-rule');
  return read.flatMap((found) => (found ? [found.rule] : []));
}
