import type { Minute } from '#engine/minutes.ts';
import { objectFrom as jsonFrom, problemOf, reasonOf } from '../oauth/answers.ts';
import { keptCursor, sinceOrAll, unseen } from '../oauth/since-or-all.ts';
import { OutsideProblem } from '../problem.ts';
import type { ChangePage, OpenAccount, Reading, RemoteCalendar } from '../provider.ts';
import { objectFrom, type GraphEvent } from './event.ts';
import { calendarPath, type Microsoft, type Page } from './microsoft.ts';
import { withMasters, type Series } from './series.ts';

/** A delta link tells changes of what its first question asked for: the window moves by reading everything anew. */
interface Cursor {
  deltaLink: string;
  from: Minute;
  to: Minute;
}

const MOST_PAGES = 2000;

/** Recurring events come as their occurrences, each an event of its own. */
export function readMicrosoftChanges(
  microsoft: Microsoft,
  account: OpenAccount,
  calendar: RemoteCalendar,
  reading: Reading,
): AsyncGenerator<ChangePage> {
  return sinceOrAll(keptCursor<Cursor>(reading), (cursor) =>
    readPages(microsoft, account, calendar, reading, cursor),
  );
}

/** Since `cursor`, or all; false when the service no longer knows the cursor. */
async function* readPages(
  microsoft: Microsoft,
  account: OpenAccount,
  calendar: RemoteCalendar,
  reading: Reading,
  cursor: Cursor | null,
): AsyncGenerator<ChangePage, boolean> {
  const window = cursor ?? reading.window;
  const series: Series = { microsoft, account, signal: reading.signal, window, masters: new Map() };
  const seen = new Set<string>();
  let url = cursor?.deltaLink ?? firstUrl(calendar, reading);
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await askForPage(microsoft, account, url, reading, cursor !== null);
    if (list === null) return false;
    const items = list.value ?? [];
    const changed = (await withMasters(series, items, cursor !== null)).map(objectFrom);
    for (const { href } of changed) seen.add(href);
    const deltaLink = list['@odata.deltaLink'];
    const next = list['@odata.nextLink'];
    const removed = items.filter((item) => item['@removed'] !== undefined).map(({ id }) => id);
    yield {
      changed,
      removed: cursor || next !== undefined ? removed : await unseen(seen, reading),
      cursor: next === undefined ? cursorText(deltaLink, window) : null,
      total: null,
    };
    if (next === undefined) return true;
    url = next;
  }
  throw new OutsideProblem('too-large', 'The calendar has no end.');
}

function firstUrl(calendar: RemoteCalendar, { window }: Reading): string {
  const query = new URLSearchParams({
    startDateTime: new Date(window.from * 60_000).toISOString(),
    endDateTime: new Date(window.to * 60_000).toISOString(),
  });
  return `${calendarPath(calendar)}/calendarView/delta?${query.toString()}`;
}

function cursorText(deltaLink: string | undefined, { from, to }: { from: Minute; to: Minute }): string {
  if (deltaLink !== undefined) return JSON.stringify({ deltaLink, from, to } satisfies Cursor);
  throw new OutsideProblem('server', 'The last page names neither a next page nor a delta link.');
}

/** Null: the delta link has run out, or the service asks for a new beginning. */
async function askForPage(
  microsoft: Microsoft,
  account: OpenAccount,
  url: string,
  { signal }: Reading,
  isDelta: boolean,
): Promise<Page<GraphEvent> | null> {
  const headers = { prefer: 'odata.maxpagesize=100' };
  const answer = await microsoft.send(account, { method: 'GET', url, headers }, signal);
  if (answer.status === 200) return jsonFrom<Page<GraphEvent>>(answer);
  const isOver = answer.status === 410 || /syncState|resync/i.test(reasonOf(answer));
  if (isDelta && isOver) return null;
  throw problemOf(answer);
}
