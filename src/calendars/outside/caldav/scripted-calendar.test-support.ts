import { openOutward } from '#platform/outward/open-outward.ts';
import { startLyingServer, type Answer, type Asked, type PlainAnswer } from '../lying-server.test-support.ts';
import { accountAt, calendarAt, calendarText, event, Keeper } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';

/** A CalDAV server in a few lines: honest, until a test makes it lie about one thing. */
export class ScriptedCalendar {
  readonly objects = new Map<string, { etag: string; text: string }>();
  ctag: string | null = 'c1';
  token: string | null = 't1';
  /** What sync-collection tells after each token: names, and null for what is gone. */
  readonly since = new Map<string, string[]>();
  /** Tried first for every request. */
  lie: (asked: Asked) => Answer | undefined = () => undefined;
  readonly server: Awaited<ReturnType<typeof startLyingServer>>;
  readonly keeper: Keeper;

  static async start(): Promise<ScriptedCalendar> {
    return new ScriptedCalendar(await startLyingServer());
  }

  private constructor(server: ScriptedCalendar['server']) {
    this.server = server;
    const provider = calDavProvider(openOutward({ privateHosts: [server.host] }));
    this.keeper = new Keeper(provider, accountAt(server.url), calendarAt(`${server.url}/c/`));
    server.on('*', (asked, response) => {
      const answer = this.lie(asked) ?? this.honest(asked);
      return typeof answer === 'function' ? answer(asked, response) : answer;
    });
    for (const name of ['a', 'b', 'c']) this.put(name);
  }

  put(name: string, title = 'Dentist'): void {
    const etag = `"${name}${title.length}"`;
    this.objects.set(`/c/${name}.ics`, { etag, text: calendarText(event(name, title)) });
  }

  private honest(asked: Asked): PlainAnswer {
    const { method, path, headers, body } = asked;
    if (method === 'PROPFIND' && path === '/c/') return headers.depth === '1' ? this.listing() : this.state();
    if (method === 'REPORT' && body.includes('calendar-multiget')) return this.many(hrefsOf(body));
    if (method === 'REPORT' && body.includes('sync-collection')) return this.changes(body);
    const object = this.objects.get(path);
    if (method !== 'GET' || !object) return { status: 404 };
    return { headers: { 'content-type': 'text/calendar', etag: object.etag }, body: object.text };
  }

  private state(): PlainAnswer {
    const token = this.token === null ? '' : `<x:sync-token>${this.token}</x:sync-token>`;
    const ctag = this.ctag === null ? '' : `<z:getctag>${this.ctag}</z:getctag>`;
    return multistatus(response('/c/', token + ctag));
  }

  private listing(): PlainAnswer {
    const own = response('/c/', '<x:resourcetype><x:collection/></x:resourcetype>');
    return multistatus(own, ...[...this.objects].map(([path, { etag }]) => listed(path, etag)));
  }

  many(paths: string[]): PlainAnswer {
    return multistatus(...paths.map((path) => whole(path, this.objects.get(path))));
  }

  private changes(body: string): PlainAnswer {
    const names = this.since.get(/sync-token>([^<]*)</.exec(body)?.[1] ?? '');
    if (!names) return { status: 403, body: '<x:error xmlns:x="DAV:"><x:valid-sync-token/></x:error>' };
    const told = names.map((path) => {
      const object = this.objects.get(path);
      return object ? listed(path, object.etag) : gone(path);
    });
    return multistatus(...told, `<x:sync-token>${this.token}</x:sync-token>`);
  }
}

export function multistatus(...inside: string[]): PlainAnswer {
  const spaces =
    'xmlns:x="DAV:" xmlns:y="urn:ietf:params:xml:ns:caldav" xmlns:z="http://calendarserver.org/ns/"';
  const body = `<?xml version="1.0"?><x:multistatus ${spaces}>${inside.join('')}</x:multistatus>`;
  return { status: 207, headers: { 'content-type': 'text/xml' }, body };
}

export function response(href: string, props: string, status = '200 OK'): string {
  return `<x:response><x:href>${href}</x:href><x:propstat><x:prop>${props}</x:prop><x:status>HTTP/1.1 ${status}</x:status></x:propstat></x:response>`;
}

export function gone(href: string, status = '404 Not Found'): string {
  return `<x:response><x:href>${href}</x:href><x:status>HTTP/1.1 ${status}</x:status></x:response>`;
}

export function listed(path: string, etag: string): string {
  return response(path, `<x:getetag>${etag}</x:getetag><x:resourcetype/>`);
}

function whole(path: string, object: { etag: string; text: string } | undefined): string {
  if (!object) return gone(path);
  return response(
    path,
    `<x:getetag>${object.etag}</x:getetag><y:calendar-data>${object.text}</y:calendar-data>`,
  );
}

export function hrefsOf(body: string): string[] {
  return [...body.matchAll(/href>([^<]+)</g)].map(([, href]) => href ?? '');
}
