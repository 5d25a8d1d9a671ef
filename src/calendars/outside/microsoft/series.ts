import type { Minute } from '#engine/minutes.ts';
import { objectFrom as jsonFrom, problemOf } from '../oauth/answers.ts';
import { OutsideProblem } from '../problem.ts';
import type { OpenAccount } from '../provider.ts';
import { EVENT_FIELDS, type GraphEvent } from './event.ts';
import type { Microsoft, Page } from './microsoft.ts';

/** What one reading knows of the recurring events it meets; null: such a master is no longer there. */
export interface Series {
  microsoft: Microsoft;
  account: OpenAccount;
  signal: AbortSignal;
  window: { from: Minute; to: Minute };
  masters: Map<string, GraphEvent | null>;
}

/** The service takes four requests of one mailbox at a time. */
const AT_ONCE = 4;
const MOST_PAGES = 100;

/**
 * The events of a page, each whole. A delta tells of an occurrence nothing but its time: whether it blocks stands in
 * its master, which may come along, or come later, or not at all. Of a series that changed all occurrences are asked
 * for: what its master says now holds for those too that the delta leaves out.
 */
export async function withMasters(
  series: Series,
  items: readonly GraphEvent[],
  hasChanged: boolean,
): Promise<GraphEvent[]> {
  const events = items.filter((item) => item['@removed'] === undefined);
  const masters = events.filter(({ type }) => type === 'seriesMaster');
  for (const master of masters) series.masters.set(master.id, master);
  await askForMasters(series, events);
  const whole = events.filter(({ type }) => type !== 'seriesMaster').map((event) => completed(series, event));
  if (!hasChanged) return whole;
  const instances: GraphEvent[] = [];
  for (const { id } of masters) instances.push(...(await askForInstances(series, id)));
  return [...whole, ...instances];
}

function isShort(event: GraphEvent): boolean {
  return event.type === 'occurrence' && event.showAs === undefined && Boolean(event.seriesMasterId);
}

/** With no master to ask, an occurrence blocks. */
function completed({ masters }: Series, event: GraphEvent): GraphEvent {
  const master = isShort(event) ? masters.get(event.seriesMasterId!) : undefined;
  return master ? { ...master, ...event } : event;
}

async function askForMasters(series: Series, events: readonly GraphEvent[]): Promise<void> {
  const missing = events.filter(isShort).map(({ seriesMasterId }) => seriesMasterId!);
  const ids = [...new Set(missing)].filter((id) => !series.masters.has(id));
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const found = await Promise.all(some.map((id) => askForMaster(series, id)));
    for (const [index, id] of some.entries()) series.masters.set(id, found[index]!);
  }
}

async function askForMaster({ microsoft, account, signal }: Series, id: string): Promise<GraphEvent | null> {
  const url = `/me/events/${encodeURIComponent(id)}?$select=${EVENT_FIELDS}`;
  const answer = await microsoft.send(account, { method: 'GET', url }, signal);
  if (answer.status === 200) return jsonFrom<GraphEvent>(answer);
  if (answer.status === 404) return null;
  throw problemOf(answer);
}

async function askForInstances(series: Series, id: string): Promise<GraphEvent[]> {
  const { microsoft, account, signal, window } = series;
  const query = new URLSearchParams({
    startDateTime: new Date(window.from * 60_000).toISOString(),
    endDateTime: new Date(window.to * 60_000).toISOString(),
    $select: EVENT_FIELDS,
    $top: '500',
  });
  const found: GraphEvent[] = [];
  let url: string | undefined = `/me/events/${encodeURIComponent(id)}/instances?${query.toString()}`;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list: Page<GraphEvent> = await microsoft.get(account, url, signal);
    found.push(...(list.value ?? []));
    url = list['@odata.nextLink'];
    if (url === undefined) return found;
  }
  throw new OutsideProblem('too-large', 'The series has no end.');
}
