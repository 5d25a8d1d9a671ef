/** A property as it stands in the text, unfolded. `value` is raw: not yet unescaped. */
export interface ContentLine {
  /** Upper case. */
  name: string;
  /** By names in upper case, without the quotes. */
  params: ReadonlyMap<string, string>;
  value: string;
}

/** An event, or one set of rules of a zone (STANDARD, DAYLIGHT), or the zone itself. */
export interface Component {
  name: string;
  lines: ContentLine[];
}

export interface ZoneText {
  zone: Component;
  observances: Component[];
}

export interface CalendarLines {
  events: Component[];
  zones: ZoneText[];
  /** Something that was begun was not ended, or the reverse. */
  damaged: boolean;
  /** It holds what takes no time, such as a task. */
  others: boolean;
}

/** What decides when time is taken; the rest, often most of the text, is not even unfolded. */
const NAMES = new Set(
  [
    ['UID', 'SEQUENCE', 'SUMMARY', 'STATUS', 'TRANSP', 'ATTENDEE', 'X-MICROSOFT-CDO-BUSYSTATUS'],
    ['DTSTART', 'DTEND', 'DURATION', 'RECURRENCE-ID', 'RRULE', 'EXRULE', 'RDATE', 'EXDATE'],
    ['TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'X-LIC-LOCATION'],
  ].flat(),
);
const OTHERS = new Set(['VTODO', 'VJOURNAL', 'VFREEBUSY', 'VAVAILABILITY']);
const DEEPEST = 10;

/**
 * The events and zones of an iCalendar text; null when it is none. Written here because ical.js gives up the whole
 * object at its first damaged line, and what can be read has to block all the same (ABUSE 32). Every step is linear.
 */
export function readCalendar(text: string): CalendarLines | null {
  const read: CalendarLines = { events: [], zones: [], damaged: false, others: false };
  const open: Component[] = [];
  let begun = false;
  for (const [name, line] of unfolded(text)) {
    if (name === 'BEGIN') begin(read, open, nameIn(line));
    else if (name === 'END') end(read, open, nameIn(line));
    else if (NAMES.has(name)) open.at(-1)?.lines.push(contentLine(name, line));
    begun ||= open[0]?.name === 'VCALENDAR';
  }
  if (open.length > 0) read.damaged = true;
  return begun ? read : null;
}

function begin(read: CalendarLines, open: Component[], name: string): void {
  const component: Component = { name, lines: [] };
  const isPart = name === 'STANDARD' || name === 'DAYLIGHT';
  const isWhole = name === 'VCALENDAR' || name === 'VEVENT' || name === 'VTIMEZONE';
  const depth = name === 'VCALENDAR' ? 0 : 1;
  // An event within another one: the first was never ended.
  const isTooDeep = isWhole ? open.length > depth : open.length >= DEEPEST;
  if (isTooDeep) read.damaged = true;
  if (isWhole && isTooDeep) open.length = depth;
  if (open.length < DEEPEST) open.push(component);
  if (name === 'VEVENT') read.events.push(component);
  if (OTHERS.has(name)) read.others = true;
  if (name === 'VTIMEZONE') read.zones.push({ zone: component, observances: [] });
  if (isPart) read.zones.at(-1)?.observances.push(component);
}

function end(read: CalendarLines, open: Component[], name: string): void {
  const at = open.findLastIndex((component) => component.name === name);
  if (at !== open.length - 1 || at === -1) read.damaged = true;
  if (at !== -1) open.length = at;
}

function nameIn(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase();
}

/** Whole lines with their names. A line ends with CR LF, LF or CR; one that begins with a blank goes on. */
function* unfolded(text: string): Generator<[name: string, line: string]> {
  let name = '';
  let pieces: string[] = [];
  for (const [line] of text.replace(/^\uFEFF/, '').matchAll(/[^\r\n]+/g)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (name !== '') pieces.push(line.slice(1));
      continue;
    }
    if (name !== '') yield [name, pieces.join('')];
    name = nameOf(line);
    pieces = [line];
  }
  if (name !== '') yield [name, pieces.join('')];
}

/** Empty for a line nobody here asks for. */
function nameOf(line: string): string {
  const name = /^[A-Za-z-]{3,30}(?=[;:])/.exec(line)?.[0].toUpperCase() ?? '';
  return name === 'BEGIN' || name === 'END' || NAMES.has(name) ? name : '';
}

function contentLine(name: string, line: string): ContentLine {
  const params = new Map<string, string>();
  const param = /;([^=;:"]+)=("[^"]*"|[^;:"]*)/y;
  param.lastIndex = name.length;
  let at = name.length;
  for (let found = param.exec(line); found; found = param.exec(line)) {
    params.set(found[1]!.trim().toUpperCase(), found[2]!.replaceAll('"', '').trim());
    at = param.lastIndex;
  }
  const colon = line.indexOf(':', at);
  return { name, params, value: colon === -1 ? '' : line.slice(colon + 1).trim() };
}

/** TEXT, unescaped, on one line, without what no database and no screen takes. */
export function plainText(value: string): string {
  return value
    .slice(0, 1000)
    .replace(/\\([\\;,nN])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? ' ' : mark))
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 300)
    .toWellFormed();
}
