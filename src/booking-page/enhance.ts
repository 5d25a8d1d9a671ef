/**
 * The script of the public pages. Everything works without it. With it the same addresses are fetched and swapped,
 * the month is walked by arrows, and changes are said. It keeps nothing (no cookies, no storage), and a page that
 * is none of ours is left to the browser.
 */
import { attend, find, keepPlace, loading, sentence, tell } from './attend.ts';
import type { Swap } from './attend.ts';
import { arrangeDays, neighbour } from './month-keys.ts';
import { leadsOnTo } from './leads-on.ts';
import { startFramed, tellHost, tellPlace } from './framed.ts';
import { clearTrouble, isTrouble, tellTrouble, Trouble } from './trouble.ts';
import { clearWhenRight, giveTypedBack, keepTyped, leadsToField } from './typed-words.ts';

const LOADING_AFTER_MS = 300;
const TROUBLE_AFTER_MS = 20_000;
/** Sent sooner after its page was made, a form is taken for a robot's. */
const FORM_RIPENS_MS = 2_100;

let shown = here();
let running: AbortController | undefined;
/** The zone of this browser, while its times are on their way. */
let ownZone: string | undefined;
let newest = { token: '', since: 0 };

document.addEventListener('click', onClick);
document.addEventListener('submit', onSubmit);
document.addEventListener('keydown', onKey);
document.addEventListener('input', clearWhenRight);
addEventListener('hashchange', unfold);
addEventListener('popstate', () => {
  if (here() === shown) running?.abort();
  else void visit(location.href, 'history');
});
addEventListener('pageshow', (event) => event.persisted && release());
arrange();
startFramed();
meetZone();

// ——— going somewhere ———

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const kind = link.dataset['swap'] as Swap | undefined;
  if (leadsToField(link) || (kind !== undefined && link.origin === location.origin)) event.preventDefault();
  if (kind !== undefined && link.origin === location.origin) void visit(link.href, kind, link);
}

/** Shows an address in place of this page. If nothing comes this page stays, and says so. */
async function visit(address: string, kind: Swap, from?: HTMLElement): Promise<void> {
  let undo: (() => void) | undefined;
  const wanted = kind === 'zone' || kind === 'history' ? address : inOwnZone(address);
  const wait = setTimeout(() => {
    if (kind !== 'silent') undo = loading(kind, from);
  }, LOADING_AFTER_MS);
  try {
    const { response, page } = await read(wanted);
    if (kind === 'silent' && !response.ok) return;
    ownZone = undefined;
    const landed = withoutFragment(response.url);
    if (kind === 'silent') history.replaceState(null, '', landed);
    else if (kind !== 'history') history.pushState(null, '', landed);
    show(page, kind, from?.id);
  } catch (problem) {
    undo?.();
    if (problem instanceof NotOurs) location.assign(wanted);
    else if (kind !== 'silent' && !isOvertaken(problem))
      tellTrouble('visit', problem, () => void visit(wanted, kind, from));
  } finally {
    clearTimeout(wait);
  }
}

class NotOurs extends Error {}

const isOvertaken = (problem: unknown): boolean =>
  problem instanceof DOMException && problem.name === 'AbortError';

async function read(
  address: string,
  init: RequestInit = {},
): Promise<{ response: Response; page: Document }> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const late = setTimeout(() => mine.abort(new Trouble()), TROUBLE_AFTER_MS);
  try {
    const headers = { accept: 'text/html' };
    const response = await fetch(address, { ...init, headers, signal: mine.signal });
    // Its colours have a nonce of their own, which this page's policy does not know; they are ours already.
    const text = (await response.text()).replace(/<style.*?<\/style>/s, '');
    const page = new DOMParser().parseFromString(text, 'text/html');
    const isOurs = new URL(response.url).origin === location.origin && page.querySelector('.page') !== null;
    if (isTrouble(response.status)) throw new Trouble(isOurs ? page : undefined);
    if (!isOurs) throw new NotOurs();
    return { response, page };
  } finally {
    clearTimeout(late);
  }
}

function show(page: Document, kind: Swap, from?: string): void {
  keepTyped();
  const giveBackPlace = keepPlace();
  shown = here();
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  for (const part of ['.skip', '.page']) {
    const fresh = page.querySelector(part);
    if (fresh !== null) document.querySelector(part)?.replaceWith(fresh);
  }
  giveTypedBack();
  arrange();
  if (kind === 'silent') giveBackPlace();
  else tellPlace(attend(kind, from));
  tellHost();
  tell(sentence(kind));
  leadOn(page);
}

/** After a booking the link may lead on to an https address of its own. */
function leadOn(page: Document): void {
  const onward = leadsOnTo(page.querySelector<HTMLMetaElement>('meta[http-equiv="refresh"]')?.content);
  if (onward !== undefined) location.assign(onward);
}

// ——— the zone of this browser, when the address names none ———

function meetZone(): void {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-zone]')) {
    if (select.value === 'UTC' && select.querySelector(`option[value="${CSS.escape(own)}"]`))
      select.value = own;
  }
  const inForm = document.querySelector<HTMLInputElement>('#form [name=timeZone]')?.value;
  const inWords = find('#zone')?.dataset['shown'] ?? inForm ?? own;
  if (!own || own === inWords || new URL(location.href).searchParams.has('timeZone')) return;
  ownZone = own;
  void visit(location.href, 'silent');
}

/** Whoever chooses something before their own times have come gets it in their own zone. */
function inOwnZone(address: string): string {
  if (ownZone === undefined) return address;
  const url = new URL(address);
  url.searchParams.set('timeZone', ownZone);
  return legible(url);
}

// ——— forms ———

function onSubmit(event: SubmitEvent): void {
  const sent = event.target as HTMLFormElement;
  if (sent.dataset['swap'] === 'zone') return ask(event, sent);
  if (sent.method !== 'post') return;
  if (sent.querySelector('button[aria-busy]') !== null) return event.preventDefault();
  event.submitter?.setAttribute('aria-busy', 'true');
  if (!('send' in sent.dataset)) return;
  event.preventDefault();
  void send(sent, event.submitter);
}

function ask(event: SubmitEvent, picker: HTMLFormElement): void {
  event.preventDefault();
  const address = new URL(picker.action);
  address.search = new URLSearchParams([...new FormData(picker)] as [string, string][]).toString();
  void visit(legible(address), 'zone', picker);
}

/** One press, one post. If no answer comes, the same form may go again: the key in it makes that safe. */
async function send(sent: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const body = new URLSearchParams([...new FormData(sent, button)] as [string, string][]);
  try {
    await ripe(sent);
    const { response, page } = await read(sent.action, { method: 'POST', body });
    if (response.redirected) history.pushState(null, '', withoutFragment(response.url));
    show(page, 'send');
    // A form may lead to times that nobody has chosen a zone for.
    if (response.redirected) meetZone();
  } catch (problem) {
    release();
    if (!isOvertaken(problem)) tellTrouble('send', problem, () => press(sent, button));
  }
}

function press(sent: HTMLFormElement, button: HTMLElement | null): void {
  clearTrouble();
  sent.requestSubmit(button);
}

/** A browser that fills everything in at once waits the moment that the form must be old. */
async function ripe(sent: HTMLFormElement): Promise<void> {
  const token = new FormData(sent).get('form');
  if (token !== newest.token) return;
  const rest = newest.since + FORM_RIPENS_MS - performance.now();
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
}

function release(): void {
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
}

// ——— the month, and what is new on a page ———

function arrange(): void {
  arrangeDays();
  unfold();
  const token = document.querySelector<HTMLInputElement>('#form [name=form]')?.value;
  if (token !== undefined && token !== newest.token) newest = { token, since: performance.now() };
}

function unfold(): void {
  if (location.hash === '#cancel') find('#cancel')?.setAttribute('open', '');
}

function onKey(event: KeyboardEvent): void {
  const day = event.target instanceof HTMLElement ? event.target.closest<HTMLAnchorElement>('.days a') : null;
  if (day === null || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'PageUp' || event.key === 'PageDown')
    return turn(event, event.key === 'PageUp' ? 'earlier' : 'later');
  const next = neighbour(day, event.key);
  if (next === undefined) return;
  event.preventDefault();
  day.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function turn(event: KeyboardEvent, way: string): void {
  event.preventDefault();
  const arrow = document.querySelector<HTMLAnchorElement>(`#${way}`);
  if (arrow === null) return;
  if (arrow.href === '') tell(arrow.getAttribute('aria-label') ?? '');
  else void visit(arrow.href, 'walk', arrow);
}

function here(): string {
  return location.pathname + location.search;
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address;
}

/** Slashes and colons may stand in a query: zones stay readable in the address. */
function legible(address: URL): string {
  return address.href.replaceAll('%2F', '/').replaceAll('%3A', ':');
}
