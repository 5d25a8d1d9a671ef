import { dateOf, longDay, offsetOf, timeOf, timeRange, whenWords } from '#platform/messages/dates.ts';

import { translator } from '#platform/messages/messages.ts';
import type { Language, T } from '#platform/messages/messages.ts';
import { zoneWords } from '#platform/messages/zones.ts';
import type { Minute } from '#engine/minutes.ts';
import { instantOf, readerOf } from './meeting.ts';
import type { MailMeeting, MailReader, OwnReader } from './meeting.ts';
import { oneLine, shortened } from './typed.ts';

/** The words of one reader: their language, their wall clock. */
export interface Words {
  t: T;
  language: Language;
  /** 'Tuesday 1 December 2026', and below it '09:00 – 09:30, Paris time (GMT+1)'. */
  span: (start: Minute, end: Minute) => string;
  /** 'Tuesday 1 December at 09:00' */
  when: (minute: Minute) => string;
  /** The same after 'until': 'wtorku 1 grudnia, godz. 09:00' */
  until: (minute: Minute) => string;
  /** '09:00' when `minute` is on the same local day as the act, else null. */
  timeToday: (minute: Minute, stamp: number) => string | null;
  /** 'Anna Nowak and Bo Berg' */
  list: (names: string[]) => string;
}

export function wordsFor(person: MailReader): Words {
  const reader = readerOf(person);
  const { language, timeZone } = reader;
  const dateAt = (instant: string) => dateOf(instant, timeZone);
  return {
    t: translator(language),
    language,
    span: (start, end) => spanWords(person, start, end),
    when: (minute) => whenWords(instantOf(minute), reader).when,
    until: (minute) => whenWords(instantOf(minute), reader).until,
    timeToday: (minute, stamp) =>
      dateAt(instantOf(minute)) === dateAt(new Date(stamp).toISOString())
        ? timeOf(instantOf(minute), reader)
        : null,
    list: (names) => lists[language].format(names.map(nameLine)),
  };
}

const conjunction = (language: Language) => new Intl.ListFormat(language, { type: 'conjunction' });
const lists = { en: conjunction('en'), fr: conjunction('fr'), pl: conjunction('pl') };

/** A name in one line, short enough for a subject. */
export function nameLine(name: string): string {
  return shortened(oneLine(name), 60);
}

/** A title in one line, short enough for a subject that says more than it. */
export function titleLine(title: string): string {
  return shortened(oneLine(title), 80);
}

export function hostNames(words: Words, meeting: MailMeeting): string {
  return words.list(meeting.hosts.map((host) => host.name));
}

// One booking says the same span to visitor and hosts, in mails and calendar files.
const spans = new Map<string, string>();
const MOST_SPANS = 500;

function spanWords(person: MailReader, start: Minute, end: Minute): string {
  const reader = readerOf(person);
  const key = `${start} ${end} ${reader.language} ${reader.hour12} ${reader.timeZone}`;
  const known = spans.get(key) ?? newSpanWords(reader, start, end);
  if (spans.size > MOST_SPANS) spans.clear();
  spans.set(key, known);
  return known;
}

function newSpanWords(reader: OwnReader, start: Minute, end: Minute): string {
  const [from, to] = [instantOf(start), instantOf(end)];
  const day = longDay(dateOf(from, reader.timeZone), reader.language);
  const zone = zoneWords(reader.timeZone, reader.language).title;
  // A narrow screen breaks the line after the times, not within them.
  const times = timeRange(from, to, reader).replaceAll(' ', '\u00a0');
  const offset = zone.includes('UTC') ? '' : ` (${offsetOf(from, reader)})`;
  return `${day}\n${times}, ${zone}${offset}`;
}
