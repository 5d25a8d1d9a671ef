import { OutsideProblem } from '../problem.ts';

export interface CalendarFile {
  /** What stands at the head of the (first) calendar, by name in capitals. */
  properties: ReadonlyMap<string, string>;
  events: EventText[];
}

export interface EventText {
  /** Empty where the file forgets it. */
  uid: string;
  /** Whether it is one day of a recurring event, told anew. */
  isOverride: boolean;
  /** From BEGIN:VEVENT to END:VEVENT, with its line end. */
  text: string;
  /** The time zones that its calendar defines, by name. */
  zones: ReadonlyMap<string, string>;
}

const MOST_EVENTS = 50_000;

/**
 * Cuts a file into its events without reading what they say: that is done one by one, so that one damaged event harms
 * no other. A file that is not whole, from its first line to its last, is a problem, never a calendar with less in
 * it (A9).
 */
export function splitFile(text: string): CalendarFile {
  const whole = text.replace(FOLDS, '').replaceAll('\0', '');
  if (!STARTS.test(whole)) {
    throw new OutsideProblem('no-calendar', 'What comes from this address is no calendar file.');
  }
  const reader = new FileReader(whole);
  for (let at = 0; at < whole.length;) {
    const end = lineEnd(whole, at);
    reader.take(at, end);
    at = end;
  }
  return reader.finish();
}

/** RFC 5545, 3.1: a long line goes on where the next begins with a blank. */
const FOLDS = /\r?\n[ \t]/g;
const STARTS = /^\s*BEGIN:VCALENDAR\s/i;

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

interface Component {
  start: number;
  uid: string;
  tzid: string;
  isOverride: boolean;
}

/** Goes down the lines and remembers which components are open. */
class FileReader {
  readonly properties = new Map<string, string>();
  readonly events: EventText[] = [];
  private readonly text: string;
  private readonly open: string[] = [];
  private zones = new Map<string, string>();
  private inside: Component = { start: 0, uid: '', tzid: '', isOverride: false };

  constructor(text: string) {
    this.text = text;
  }

  take(at: number, end: number): void {
    // What lies deep says nothing here, unless it ends.
    if (this.open.length > 1 && !TELLING.has(this.text.charCodeAt(at) | 0x20)) return;
    const line = this.text.slice(at, end);
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    const capitals = name.toUpperCase();
    if (capitals === 'BEGIN') this.begin(value.trim().toUpperCase(), at);
    else if (capitals === 'END') this.close(value.trim().toUpperCase(), end);
    else if (this.open.length > 0) this.tell(capitals, value.trim());
    else if (line.trim()) throw damaged('text outside the calendar');
  }

  finish(): CalendarFile {
    if (this.open.length > 0) throw damaged('no END:VCALENDAR');
    return { properties: this.properties, events: this.events };
  }

  private begin(name: string, at: number): void {
    if ((this.open.length === 0) !== (name === 'VCALENDAR')) throw damaged(`BEGIN:${name}`);
    if (this.open.length === 0) this.zones = new Map();
    if (this.open.length === 1) this.inside = { start: at, uid: '', tzid: '', isOverride: false };
    this.open.push(name);
  }

  private close(name: string, end: number): void {
    if (this.open.pop() !== name) throw damaged(`END:${name}`);
    if (this.open.length !== 1) return;
    const { start, uid, tzid, isOverride } = this.inside;
    const text = this.text.slice(start, end);
    if (name === 'VTIMEZONE') this.zones.set(tzid, text);
    if (name === 'VEVENT') this.events.push({ uid, isOverride, text, zones: this.zones });
    if (this.events.length <= MOST_EVENTS) return;
    throw new OutsideProblem('too-large', `There are more than ${MOST_EVENTS} events.`);
  }

  private tell(name: string, value: string): void {
    if (this.open.length === 1 && !this.properties.has(name)) this.properties.set(name, value);
    if (this.open.length !== 2) return;
    if (name === 'UID') this.inside.uid = value;
    if (name === 'TZID') this.inside.tzid = value;
    if (name === 'RECURRENCE-ID') this.inside.isOverride = true;
  }
}

/** The first letters of BEGIN, END, UID, TZID, RECURRENCE-ID. */
const TELLING = new Set(['b', 'e', 'u', 't', 'r'].map((letter) => letter.charCodeAt(0)));
const LINE = /^([\w-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)/;

function damaged(what: string): OutsideProblem {
  return new OutsideProblem('no-calendar', `The calendar file is damaged or not whole: ${what}.`);
}
