import { randomBytes } from 'node:crypto';
import type { Asked, Reply } from '../oauth/consent-server.test-support.ts';
import type { GraphEvent } from './event.ts';
import { keep, NEW, type Kept, type Mailbox } from './microsoft-server.test-support.ts';

type Calendar = Mailbox['calendars'] extends Map<string, infer C> ? C : never;

/** What Graph answers about calendars and events. */
export function answer(mailbox: Mailbox, asked: Asked): Reply {
  if (!/IdType="ImmutableId"/.test(asked.headers.prefer?.toString() ?? ''))
    return failed(400, 'ErrorNoPreference');
  const path = asked.url.pathname.replace('/v1.0/me/', '').split('/').map(decodeURIComponent);
  if (path[0] === 'events') return answerMailbox(mailbox, asked, path);
  if (path[1] === undefined) return listed(mailbox, asked);
  const calendar = mailbox.calendars.get(path[1]);
  if (!calendar) return failed(404, 'ErrorItemNotFound');
  if (path[2] === undefined) return { status: 200, body: calendar.listed };
  if (path[2] === 'calendarView') return delta(mailbox, calendar, asked);
  if (path[3] === undefined) {
    return asked.method === 'POST' ? post(mailbox, calendar, asked) : found(calendar, asked);
  }
  return answerOne(mailbox, calendar, asked, path[3]);
}

function listed({ calendars, pageSize, url }: Mailbox, asked: Asked): Reply {
  return paged(
    [...calendars.values()].map((one) => one.listed),
    pageSize,
    url,
    asked,
  );
}

/** Events of any calendar: one, or the occurrences of a series. */
function answerMailbox({ calendars, pageSize, url }: Mailbox, asked: Asked, path: string[]): Reply {
  const all = [...calendars.values()].flatMap(({ events }) => [...events.values()]);
  const event = all.find(({ id, isDeleted }) => id === path[1] && !isDeleted);
  if (!event) return failed(404, 'ErrorItemNotFound');
  if (path[2] !== 'instances') return { status: 200, body: shown(event) };
  const query = asked.url.searchParams;
  const range = { from: query.get('startDateTime')!, to: query.get('endDateTime')! };
  const instances = all.filter(
    (one) => one.seriesMasterId === event.id && !one.isDeleted && meets(one, range),
  );
  return paged(instances.map(shown), pageSize, url, asked);
}

function answerOne(mailbox: Mailbox, calendar: Calendar, asked: Asked, id: string): Reply {
  const event = calendar.events.get(id);
  if (!event || event.isDeleted) return failed(404, 'ErrorItemNotFound');
  if (asked.method === 'GET') return { status: 200, body: shown(event) };
  const match = asked.headers['if-match'];
  if (match !== undefined && match !== event['@odata.etag']) return failed(412, 'ErrorIrresolvableConflict');
  if (asked.method === 'PATCH') {
    const changes = JSON.parse(asked.text) as Partial<GraphEvent>;
    return { status: 200, body: shown(keep(mailbox, calendar.events, { ...event, ...changes })) };
  }
  keep(mailbox, calendar.events, event, true);
  return { status: 204 };
}

/** A second request with one `transactionId` is the first one again; of a deleted event it is refused. */
function post(mailbox: Mailbox, { events }: Calendar, { text }: Asked): Reply {
  const given = JSON.parse(text) as GraphEvent;
  const same = [...events.values()].find(({ transactionId }) => transactionId === given.transactionId);
  if (same?.isDeleted) return failed(409, 'ErrorDuplicateTransactionId');
  if (same) return { status: 201, body: shown(same) };
  const id = `AAMk-${randomBytes(9).toString('base64')}`;
  return {
    status: 201,
    body: shown(keep(mailbox, events, { ...NEW, iCalUId: `${id}-outlook`, ...given, id })),
  };
}

/** The one filter that we ask with. */
function found({ events }: Calendar, { url }: Asked): Reply {
  const filter = url.searchParams.get('$filter') ?? '';
  const parts = /Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']+)'\)/.exec(filter);
  if (!parts) return failed(400, 'ErrorInvalidUrlQueryFilter');
  const value = [...events.values()].filter(
    ({ isDeleted, singleValueExtendedProperties: properties }) =>
      !isDeleted && properties?.some((one) => one.id === parts[1] && one.value === parts[2]),
  );
  return { status: 200, body: { value } };
}

interface Range {
  from: string;
  to: string;
}

/** All of a range, or what changed in it since a link. The links carry the range and the place. */
function delta(mailbox: Mailbox, { events }: Calendar, asked: Asked): Reply {
  const query = asked.url.searchParams;
  const since = Number(query.get('$deltatoken') ?? 0);
  if (query.has('$deltatoken') && since < mailbox.oldestLink) return failed(410, 'SyncStateNotFound');
  if (query.has('$select')) return failed(400, 'ErrorInvalidUrlQuery');
  const range = { from: query.get('startDateTime')!, to: query.get('endDateTime')! };
  const told = [...events.values()]
    .filter((event) => event.revision > since && !(mailbox.hidesMasters && event.type === 'seriesMaster'))
    .filter((event) => since > 0 || (!event.isDeleted && meets(event, range)));
  const link = new URL(asked.url);
  for (const name of ['$skip', '$deltatoken']) link.searchParams.delete(name);
  link.searchParams.set('$deltatoken', String(mailbox.revision));
  const items = told.map((event) => inDelta(event, range));
  return paged(items, mailbox.pageSize, mailbox.url, asked, link.href);
}

/** Outside the range is as good as deleted; of an occurrence a delta tells only when it is. */
function inDelta(event: Kept, range: Range): unknown {
  const { id, type, start, end, seriesMasterId } = event;
  if (event.isDeleted || !meets(event, range)) return { id, '@removed': { reason: 'deleted' } };
  if (type !== 'occurrence') return shown(event);
  return { id, type, start, end, seriesMasterId, '@odata.etag': event['@odata.etag'] };
}

function meets({ start, end, type }: Kept, { from, to }: Range): boolean {
  const at = (time: GraphEvent['start']): number => Date.parse(`${time?.dateTime.slice(0, 19)}Z`);
  return type === 'seriesMaster' || (at(end) > Date.parse(from) && at(start) < Date.parse(to));
}

function shown({ revision: _r, isDeleted: _d, ...event }: Kept): unknown {
  return event;
}

/** The last page alone has a delta link. */
function paged(items: unknown[], pageSize: number, url: string, asked: Asked, deltaLink?: string): Reply {
  const from = Number(asked.url.searchParams.get('$skip') ?? 0);
  const preferred = /odata.maxpagesize=(\d+)/.exec(asked.headers.prefer?.toString() ?? '')?.[1];
  const size = Math.min(pageSize, Number(asked.url.searchParams.get('$top') ?? preferred ?? 10));
  const next = new URL(asked.url.pathname + asked.url.search, url);
  next.searchParams.set('$skip', String(from + size));
  const rest =
    from + size < items.length
      ? { '@odata.nextLink': next.href }
      : { ...(deltaLink !== undefined && { '@odata.deltaLink': deltaLink }) };
  return { status: 200, body: { value: items.slice(from, from + size), ...rest } };
}

export function failed(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { error: { code, message: 'It says what went wrong.' } } };
}
