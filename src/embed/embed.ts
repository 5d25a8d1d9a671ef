/**
 * The script of websites that show a link: `<div data-rondo="https://…/firm/talk"></div>`. It keeps nothing (no
 * cookies, no storage), asks nobody but the house it came from, and shows no page of anybody else.
 */
import { closeDialog, openDialog } from './dialog.ts';
import { followScheme, show } from './frame.ts';
import { button, placeIn } from './look.ts';
import { pageAt } from './options.ts';
import type { Options } from './options.ts';
import { nameOf } from './words.ts';

const seen = new WeakSet<Element>();

if (!('Rondo' in window)) {
  Object.assign(window, { Rondo: { open: openPage, inline, close: closeDialog } });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look);
  look();
  watch();
}

/** Opens the page of a link in a dialog. Events are those of `options.element`, else of the body. */
function openPage(address: string, options: Options & { element?: Element } = {}): void {
  const { element = document.body, ...rest } = options;
  const page = pageAt(address);
  if (page) openDialog(page, rest, element);
}

/** Shows the page of a link within an element, in place of what stood there. */
function inline(element: Element, address: string, options: Options = {}): void {
  const page = pageAt(address);
  seen.add(element);
  if (page) show(placeIn(element), { by: element, page, mode: 'inline', options });
}

/** Elements that ask for an embed and have none yet. */
function look(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-rondo]')) {
    if (seen.has(element)) continue;
    seen.add(element);
    const { rondo = '', rondoMode, rondoTheme: theme, rondoLanguage: language, ...more } = element.dataset;
    const options = { theme, language, text: more['rondoText'], color: more['rondoColor'] };
    if (rondoMode === 'dialog' || rondoMode === 'float') offer(element, rondo, rondoMode, options);
    else inline(element, rondo, options);
  }
}

/** A button that opens the dialog; an element that shows something already is that button itself. */
function offer(element: HTMLElement, address: string, mode: string, options: Options): void {
  const page = pageAt(address);
  if (!page) return;
  let press: HTMLElement = element;
  if (mode === 'float' || element.textContent?.trim() === '') {
    const made = button('button', nameOf(options), options.color);
    if (mode === 'float') made.className = 'float';
    placeIn(element).append(made);
    press = made;
  }
  press.setAttribute('aria-haspopup', 'dialog');
  press.addEventListener('click', (event) => {
    // A link that is pressed with a key held goes where links go.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openDialog(page, options, element);
  });
}

/** Websites that build their pages as they go put elements in later, and change their colours. */
function watch(): void {
  let isDue = false;
  addEventListener('load', followScheme);
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      look();
      followScheme();
    });
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme', 'data-rondo'],
  });
}
