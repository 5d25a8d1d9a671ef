/**
 * In the frame of another website: tells the window that framed it how tall the page is and what happened, in times,
 * never in names. Who may frame a page is the business of its `frame-ancestors`. Runs in the browser.
 */

/** The website around this page, once it has said hello. */
let host: string | undefined;
let height = 0;
let happened = '';

/** Nothing on an ordinary page, and nothing before the window around this one has spoken. */
export function startFramed(): void {
  if (parent === window || !document.documentElement.classList.contains('framed')) return;
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || (host !== undefined && host !== origin)) return;
    const said = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
    if (said['rondo'] === 'hello') meet(origin);
    if (host !== undefined) wear(said['theme']);
  });
}

/** What happened last, once: a time was chosen, a meeting is booked. */
export function tellHost(): void {
  const { step, start, end, status, onward } = document.querySelector<HTMLElement>('.page')?.dataset ?? {};
  const now = step === undefined ? '' : [step, start, status].join(' ');
  if (host === undefined || now === happened) return;
  happened = now;
  if (step === 'time') say({ rondo: 'time', start });
  if (step === 'booked') say({ rondo: 'booked', start, end, status, onward });
}

/** The frame is as tall as the page, so only the website can scroll to where the focus went. */
export function tellPlace(place: HTMLElement | null): void {
  if (place !== null) say({ rondo: 'place', top: Math.round(place.getBoundingClientRect().top) });
}

function meet(origin: string): void {
  const isNew = host === undefined;
  host = origin;
  height = Math.ceil(document.body.getBoundingClientRect().height);
  // As tall as it needs to be from now on: a bar to scroll with would only flash up.
  document.documentElement.style.overflow = 'hidden';
  say({ rondo: 'ready', height });
  tellHost();
  if (!isNew) return;
  new ResizeObserver(tellHeight).observe(document.body);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) say({ rondo: 'close' });
  });
}

function tellHeight(): void {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now === height) return;
  height = now;
  say({ rondo: 'height', height });
}

function wear(theme: unknown): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  if (theme === 'auto') delete dataset['theme'];
}

function say(words: Record<string, unknown>): void {
  if (host !== undefined) parent.postMessage(words, host);
}
