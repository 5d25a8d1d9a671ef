/** Where the focus goes after each change, and what is said about it. Runs in the browser. */

export type Swap =
  | 'day'
  | 'time'
  | 'month'
  | 'walk'
  | 'zone'
  | 'zones'
  | 'length'
  | 'who'
  | 'back'
  | 'send'
  | 'history'
  | 'silent';

/** Answers what has the focus now. */
export function attend(kind: Swap, from: string | undefined): HTMLElement | null {
  const place =
    find(places[kind] || `#${from ?? 'later'}[href]`) ??
    (kind === 'month' || kind === 'walk' ? find('.step[href]') : null) ??
    find('main');
  place?.focus({ preventScroll: true });
  if (place && outOfSight(place, kind))
    place.scrollIntoView({ block: kind.startsWith('zone') ? 'nearest' : 'start' });
  return place;
}

const places: Record<Swap, string> = {
  day: '#times',
  time: '#form-title',
  month: '',
  walk: '.days a[tabindex="0"]',
  zone: '#zone-change',
  zones: '#timeZone, #zone:not(:has(#timeZone)) a',
  length: '#lengths + ul [aria-current]',
  who: '#who [aria-current], #done, #form-title',
  back: '#times',
  send: '#wrongs, #panel, #done, #form-title',
  history: 'main',
  silent: 'main',
};

function outOfSight(place: HTMLElement, kind: Swap): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return top < 0 || top > innerHeight - 100 || (kind === 'day' && bottom > innerHeight);
}

/** A change nobody asked for leaves the focus where it was. */
export function keepPlace(): () => void {
  const here = document.activeElement;
  const date = here instanceof HTMLElement ? here.dataset['date'] : undefined;
  const within = here?.closest('.page') ? here : null;
  const selector = date === undefined ? within?.id && `#${CSS.escape(within.id)}` : `[data-date="${date}"]`;
  return () => {
    if (within !== null) (selector ? find(selector) : find('main'))?.focus({ preventScroll: true });
  };
}

/** What the page itself says about its day, month or zone. */
export function sentence(kind: Swap): string {
  const said = find('.pick')?.dataset;
  if (kind === 'day' || kind === 'back') return said?.['saidDay'] ?? '';
  if (kind === 'month' || kind === 'walk' || kind === 'length') return said?.['saidMonth'] ?? '';
  if (kind === 'who' || kind === 'send') return said?.['saidWho'] ?? '';
  return kind === 'zone' ? (said?.['saidZone'] ?? '') : '';
}

/** One live region, outside of what is swapped. */
export function tell(words: string): void {
  const region = find('#said');
  if (region !== null) region.textContent = words;
}

/**
 * Only when it takes long: still shapes in place of what is coming, under the name of its month. Gives the way
 * back to what stood there.
 */
export function loading(kind: Swap, from: HTMLElement | undefined): () => void {
  const place = kind === 'day' ? find('#times') : kind === 'time' ? from : find('main');
  const title = kind === 'month' || kind === 'walk' ? find('#month') : null;
  const before = title?.textContent ?? '';
  place?.setAttribute('aria-busy', 'true');
  if (title !== null) title.textContent = from?.getAttribute('aria-label') ?? before;
  tell(from?.dataset['loading'] ?? find('#said')?.dataset['loading'] ?? '');
  return () => {
    place?.removeAttribute('aria-busy');
    if (title !== null) title.textContent = before;
    tell('');
  };
}

export function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}
