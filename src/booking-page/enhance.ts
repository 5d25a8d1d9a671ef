/**
 * The script of the public pages. Everything works without it. With it the same addresses are fetched and swapped,
 * the month is walked by arrows, and changes are said. It keeps nothing (no cookies, no storage), and whenever
 * something is not as expected it lets the browser go its ordinary way.
 */
import { arrangeDays, neighbour } from './month-keys.ts';

type Swap = 'day' | 'time' | 'month' | 'walk' | 'zone' | 'length' | 'back' | 'send' | 'history' | 'silent';

let shown = here();
let running: AbortController | undefined;
let typed: [string, FormDataEntryValue][] = [];

document.addEventListener('click', onClick);
document.addEventListener('submit', onSubmit);
document.addEventListener('keydown', onKey);
document.addEventListener('input', onInput);
addEventListener('popstate', () => {
  if (here() === shown) running?.abort();
  else void visit(location.href, 'history');
});
addEventListener('pageshow', (event) => event.persisted && release());
arrange();
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

/** Shows an address in place of this page; if that fails, goes there. */
async function visit(address: string, kind: Swap, from?: HTMLElement): Promise<void> {
  const wait = setTimeout(() => loading(from), 300);
  try {
    const { response, page } = await read(address);
    const landed = withoutFragment(response.url);
    if (kind === 'silent') history.replaceState(null, '', landed);
    else if (kind !== 'history') history.pushState(null, '', landed);
    show(page, kind, from?.id);
  } catch (problem) {
    const overtaken = problem instanceof DOMException && problem.name === 'AbortError';
    if (!overtaken && kind !== 'silent') location.assign(address);
  } finally {
    clearTimeout(wait);
  }
}

async function read(
  address: string,
  init: RequestInit = {},
): Promise<{ response: Response; page: Document }> {
  running?.abort();
  running = new AbortController();
  const response = await fetch(address, {
    ...init,
    headers: { accept: 'text/html' },
    signal: running.signal,
  });
  // Its colours have a nonce of their own, which this page's policy does not know; they are ours already.
  const text = (await response.text()).replace(/<style.*?<\/style>/s, '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (new URL(response.url).origin !== location.origin || page.querySelector('.page') === null)
    throw new Error('This is no page of ours.');
  return { response, page };
}

function show(page: Document, kind: Swap, from?: string): void {
  keepTyped();
  shown = here();
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  for (const part of ['.skip', '.page']) {
    const fresh = page.querySelector(part);
    if (fresh !== null) document.querySelector(part)?.replaceWith(fresh);
  }
  giveTypedBack();
  arrange();
  if (kind !== 'silent') attend(kind, from);
  tell(sentence(kind));
  leadOn(page);
}

/** After a booking the link may lead on to an https address of its own. */
function leadOn(page: Document): void {
  const onward = page.querySelector<HTMLMetaElement>('meta[http-equiv="refresh"]')?.content.split('url=')[1];
  if (onward?.startsWith('https://')) location.assign(onward);
}

// ——— focus and words ———

/** Where the focus goes after each kind of change. */
function attend(kind: Swap, from: string | undefined): void {
  const selectors: Record<Swap, string> = {
    day: '#times',
    time: '#form-title',
    month: `#${from ?? 'later'}[href]`,
    walk: '.days a[tabindex="0"]',
    zone: '#zone summary',
    length: '.length[aria-current]',
    back: '#times',
    send: '#wrongs, #panel, #done, #form-title',
    history: 'main',
    silent: 'main',
  };
  const place =
    find(selectors[kind]) ??
    (kind === 'month' || kind === 'walk' ? find('.step[href]') : null) ??
    find('main');
  place?.focus({ preventScroll: true });
  if (place !== null && outOfSight(place, kind))
    place.scrollIntoView({ block: kind === 'zone' ? 'nearest' : 'start' });
}

function outOfSight(place: HTMLElement, kind: Swap): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return top < 0 || top > innerHeight - 100 || (kind === 'day' && bottom > innerHeight);
}

function sentence(kind: Swap): string {
  const said = find('.pick')?.dataset;
  if (kind === 'day' || kind === 'back') return said?.['saidDay'] ?? '';
  if (kind === 'month' || kind === 'walk' || kind === 'length') return said?.['saidMonth'] ?? '';
  return kind === 'zone' ? (said?.['saidZone'] ?? '') : '';
}

/** One live region, outside of what is swapped. */
function tell(words: string): void {
  const region = find('#said');
  if (region !== null) region.textContent = words;
}

/** Only when it takes long: still shapes under the name of the month that is coming. */
function loading(from: HTMLElement | undefined): void {
  const words = from?.dataset['loading'];
  if (words === undefined) return;
  find('main')?.setAttribute('aria-busy', 'true');
  const title = find('#month');
  if (title !== null) title.textContent = from?.getAttribute('aria-label') ?? '';
  tell(words);
}

// ——— the zone of this browser, when the address names none ———

function meetZone(): void {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-zone]')) {
    if (select.value === 'UTC' && select.querySelector(`option[value="${CSS.escape(own)}"]`))
      select.value = own;
  }
  const address = new URL(location.href);
  const picker = document.querySelector<HTMLSelectElement>('#timeZone');
  if (!own || picker === null || picker.value === own || address.searchParams.has('timeZone')) return;
  address.searchParams.set('timeZone', own);
  void visit(legible(address), 'silent');
}

// ——— forms ———

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  if (form.dataset['native'] === 'yes') return;
  if (form.dataset['swap'] === 'zone') return ask(event, form);
  if (form.method !== 'post') return;
  if (form.querySelector('button[aria-busy]') !== null) return event.preventDefault();
  button?.setAttribute('aria-busy', 'true');
  if (!('send' in form.dataset)) return;
  event.preventDefault();
  void send(form, button);
}

function ask(event: SubmitEvent, form: HTMLFormElement): void {
  event.preventDefault();
  const address = new URL(form.action);
  address.search = new URLSearchParams([...new FormData(form)] as [string, string][]).toString();
  void visit(legible(address), 'zone', form);
}

/** One press, one post. If no page comes back, the browser posts it itself: the key in the form makes that safe. */
async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  try {
    const body = new URLSearchParams([...new FormData(form, button)] as [string, string][]);
    const { response, page } = await read(form.action, { method: 'POST', body });
    if (response.redirected) history.pushState(null, '', withoutFragment(response.url));
    show(page, 'send');
  } catch {
    release();
    form.dataset['native'] = 'yes';
    form.requestSubmit(button);
  }
}

function release(): void {
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
}

/** Once shown, a message goes when its field is right. */
function onInput(event: Event): void {
  const field = event.target instanceof Element ? event.target.closest('.bad') : null;
  const inputs = [...(field?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])];
  if (field === null || !inputs.every((input) => input.checkValidity())) return;
  field.classList.remove('bad');
  field.querySelector('.error')?.remove();
  for (const marked of [field, ...inputs]) marked.removeAttribute('aria-invalid');
}

/** A line of the summary leads into its field; of a group, to its first choice. */
function leadsToField(link: HTMLAnchorElement): boolean {
  if (!link.hash.startsWith('#f-') || !link.closest('#wrongs')) return false;
  const target = document.getElementById(link.hash.slice(1));
  const field = target?.matches('fieldset') ? target.querySelector('input') : target;
  field?.focus();
  return field !== null && field !== undefined;
}

/** What was typed stays while the visitor looks for another time: in memory only. */
function keepTyped(): void {
  const form = document.querySelector<HTMLFormElement>('#form');
  if (form !== null) typed = [...new FormData(form)];
}

function giveTypedBack(): void {
  const fields =
    find('#form')?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select') ?? [];
  for (const field of fields) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= values.includes(field.value);
    else if (field.value === '' && typeof values[0] === 'string') field.value = values[0];
  }
}

// ——— keys in the month ———

function arrange(): void {
  arrangeDays();
  const fold = location.hash === '#cancel' ? document.querySelector<HTMLDetailsElement>('#cancel') : null;
  if (fold !== null) fold.open = true;
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

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
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
