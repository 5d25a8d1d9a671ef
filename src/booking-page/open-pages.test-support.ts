import { cleanSlate, type CleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Termika } from '../../demo/open-termika.ts';
import { holdsToTheRules } from './rules-of-pages.test-support.ts';

/** A page as it came, or where it sent the visitor instead. */
export interface Visited {
  status: number;
  html: string;
  headers: Headers;
  /** Where a redirect leads; '' on a page. */
  location: string;
}

export interface Visiting {
  /** Accept-Language. */
  language?: string;
  /** More headers. */
  headers?: Record<string, string>;
  /** The network address the request comes from. */
  from?: string;
}

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

export type Fields = Record<string, string>;

/** Visits pages as a browser without script does. Every page that comes is held to the rules of all pages. */
export interface Browser {
  visit: (path: string, how?: Visiting) => Promise<Visited>;
  /** Posts a form. */
  send: (path: string, fields: Fields, how?: Visiting) => Promise<Visited>;
}

export interface Pages extends Termika, Browser {
  /** Opens the form of a start, waits as long as a person reads, fills it in and sends it. */
  bookOnPage(path: string, start: string, typed: Fields, how?: Visiting): Promise<Visited>;
}

export async function openPages(env?: Record<string, string>, now?: string): Promise<Pages> {
  const termika = await openTermika(await cleanSlate(now, env));
  const { anna, bo, workspaceId } = termika;
  const { visit, send } = browse(termika, [anna.id, anna.email, bo.id, bo.email, workspaceId]);
  const bookOnPage: Pages['bookOnPage'] = async (path, start, typed, how) => {
    const [address = '', query = ''] = path.split('?');
    const asked = new URLSearchParams(query);
    asked.set('start', start);
    const form = await visit(`${address}?${asked}`, how);
    termika.clock.advance(1);
    return send(address, { ...hiddenFields(form.html), ...typed }, how);
  };
  return { ...termika, visit, send, bookOnPage };
}

/** `hidden` stands on no page that is public. */
export function browse({ app }: Pick<CleanSlate, 'app'>, hidden: string[]): Browser {
  const ask = async (path: string, init: Sent, { language, headers, from = '' }: Visiting) => {
    const sent = { accept: 'text/html', ...(language && { 'accept-language': language }), ...headers };
    const peer = { incoming: { socket: { remoteAddress: from } } };
    const answer = await app.request(path, { ...init, headers: { ...init.headers, ...sent } }, peer);
    const html = await answer.text();
    const location = answer.headers.get('location') ?? '';
    const visited = { status: answer.status, html, headers: answer.headers, location };
    holdsToTheRules(path, visited, hidden);
    return visited;
  };
  return {
    visit: (path, how = {}) => ask(path, {}, how),
    send: (path, fields, how = {}) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return ask(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }, how);
    },
  };
}

/** The hidden fields of the form called `form`, as a browser would send them. */
export function hiddenFields(html: string): Fields {
  const form = /<form[^>]*id="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, asText(value)]));
}

/** The starts that buttons or links of a page name, in their order. */
export function startsOn(html: string): string[] {
  const links = [...html.matchAll(/href="[^"]*[?;]start=([^"&#]+)/g)].map(([, start = '']) => start);
  const buttons = [...html.matchAll(/<button[^>]*name="start" value="([^"]+)"/g)].map(([, at = '']) => at);
  return [...links, ...buttons];
}

/** Free days of the month on show. */
export function daysOn(html: string): string[] {
  return [...html.matchAll(/data-date="([\d-]+)"/g)].map(([, day = '']) => day);
}

/** What stands in a field of a form that came back. */
export function typedIn(html: string, name: string): string {
  const field = name.replaceAll('.', '\\.');
  const long = new RegExp(`<textarea[^>]*name="${field}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)?.[1];
  const line = new RegExp(`<input[^>]*name="${field}"[^>]*?value="([^"]*)"`).exec(html)?.[1];
  return asText(long ?? line ?? '');
}

/** Words without their markup. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return asText(body.replaceAll(/<(select|svg)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  );
}

function asText(html: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => names[name] ?? whole);
}
