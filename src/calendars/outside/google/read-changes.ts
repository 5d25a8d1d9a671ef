import type { Minute } from '#engine/minutes.ts';
import { objectFrom as jsonFrom, problemOf, reasonOf } from '../oauth/answers.ts';
import { keptCursor, sinceOrAll, unseen } from '../oauth/since-or-all.ts';
import { OutsideProblem } from '../problem.ts';
import type { ChangePage, OpenAccount, Reading, RemoteCalendar } from '../provider.ts';
import { EVENT_FIELDS, objectFrom, type GoogleEvent } from './event.ts';
import { eventsUrl, type Google } from './google.ts';

interface EventList {
  items?: GoogleEvent[];
  /** Of the calendar, as it is now. */
  timeZone?: string;
  nextPageToken?: string;
  nextSyncToken?: string;
}

/** A sync token tells changes of what its first question asked for: the window moves by reading everything anew. */
interface Cursor {
  /** Null: the service named none, and everything is read each time. */
  syncToken: string | null;
  to: Minute;
}

const PAGE = '1000';
const MOST_PAGES = 500;
const WHOLE = { singleEvents: 'true', maxResults: PAGE, maxAttendees: '1' };
const FIELDS = `items(${EVENT_FIELDS}),timeZone,nextPageToken,nextSyncToken`;

/** Recurring events come as their instances, each an event of its own. */
export function readGoogleChanges(
  google: Google,
  account: OpenAccount,
  calendar: RemoteCalendar,
  reading: Reading,
): AsyncGenerator<ChangePage> {
  return sinceOrAll(cursorFrom(reading), (cursor) => readPages(google, account, calendar, reading, cursor));
}

function cursorFrom(reading: Reading): Cursor | null {
  const kept = keptCursor<Cursor>(reading);
  return kept?.syncToken == null ? null : kept;
}

/** Since `cursor`, or all; false when the service no longer knows the cursor. */
async function* readPages(
  google: Google,
  account: OpenAccount,
  calendar: RemoteCalendar,
  reading: Reading,
  cursor: Cursor | null,
): AsyncGenerator<ChangePage, boolean> {
  const seen = new Set<string>();
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await askForPage(google, account, calendar, reading, { cursor, pageToken });
    if (list === null) return false;
    const { changed, cancelled } = sorted(list, calendar);
    for (const { href } of changed) seen.add(href);
    pageToken = list.nextPageToken;
    const isLast = pageToken === undefined;
    if (isLast) refuseHalf(list, cursor);
    yield {
      changed,
      removed: cursor
        ? await withInstances(cancelled, seen, reading)
        : isLast
          ? await unseen(seen, reading)
          : [],
      cursor: isLast ? cursorText(list.nextSyncToken ?? null, cursor?.to ?? reading.window.to) : null,
      total: null,
    };
    if (isLast) return true;
  }
  throw new OutsideProblem('too-large', 'The calendar has no end.');
}

/** Whatever the service leaves out, every list of events names the calendar's zone; changes name what follows them. */
function refuseHalf({ timeZone, nextSyncToken }: EventList, cursor: Cursor | null): void {
  if (timeZone !== undefined && (nextSyncToken !== undefined || cursor === null)) return;
  throw new OutsideProblem('server', 'The last page is not whole.');
}

function cursorText(syncToken: string | null, to: Minute): string {
  return JSON.stringify({ syncToken, to } satisfies Cursor);
}

/** Null: 410, the token has run out. */
async function askForPage(
  google: Google,
  account: OpenAccount,
  calendar: RemoteCalendar,
  { window, signal }: Reading,
  { cursor, pageToken }: { cursor: Cursor | null; pageToken: string | undefined },
): Promise<EventList | null> {
  const from: Record<string, string> = cursor
    ? { syncToken: cursor.syncToken! }
    : { timeMin: isoOf(window.from), timeMax: isoOf(window.to) };
  const query = { ...WHOLE, fields: FIELDS, ...from, ...(pageToken !== undefined && { pageToken }) };
  const url = eventsUrl(google, calendar, '', query);
  const answer = await google.send(account, { method: 'GET', url }, signal);
  if (answer.status === 200) return jsonFrom<EventList>(answer);
  if (cursor && (answer.status === 410 || /fullSyncRequired|updatedMinTooLongAgo/.test(reasonOf(answer)))) {
    return null;
  }
  throw problemOf(answer);
}

function isoOf(minute: Minute): string {
  return new Date(minute * 60_000).toISOString();
}

function sorted(list: EventList, calendar: RemoteCalendar) {
  const timeZone = list.timeZone ?? calendar.timeZone ?? 'UTC';
  const items = list.items ?? [];
  return {
    changed: items.filter(({ status }) => status !== 'cancelled').map((event) => objectFrom(event, timeZone)),
    cancelled: items.filter(({ status }) => status === 'cancelled').map(({ id }) => id),
  };
}

/** A series that is cancelled as a whole takes its instances with it, whose ids begin with its own. */
async function withInstances(
  cancelled: string[],
  seen: ReadonlySet<string>,
  { known }: Reading,
): Promise<string[]> {
  if (cancelled.length === 0) return [];
  const gone = new Set(cancelled);
  const instances = [...(await known()).keys()].filter(
    (href) => !seen.has(href) && gone.has(href.replace(/_[^_]+$/, '')),
  );
  return [...new Set([...cancelled, ...instances])];
}
