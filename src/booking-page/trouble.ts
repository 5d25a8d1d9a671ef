/** A slow or failing server: the page stays as it is, says so, and offers to try again. Runs in the browser. */
import { find } from './attend.ts';

/** No page of ours came, or one that says the server failed: `said` is what it says. */
export class Trouble extends Error {
  readonly said: { title: string; text: string } | undefined;
  constructor(page?: Document) {
    super('trouble');
    const title = page?.querySelector('#done')?.textContent ?? '';
    const text = page?.querySelector('#done + p')?.textContent ?? '';
    this.said = title === '' ? undefined : { title, text };
  }
}

/** The server cannot help now; a moment later it may. */
export function isTrouble(status: number): boolean {
  return status >= 500 || status === 429;
}

/** Says above the work what went wrong, takes the focus, and tries again when asked. */
export function tellTrouble(kind: 'visit' | 'send', problem: unknown, again: () => void): void {
  clearTrouble();
  const template = document.querySelector<HTMLTemplateElement>(`#trouble-${kind}`);
  const notice = template?.content.firstElementChild?.cloneNode(true);
  if (!(notice instanceof HTMLElement)) return;
  notice.id = 'trouble';
  const said = problem instanceof Trouble ? problem.said : undefined;
  write(notice, 'h2', said?.title);
  write(notice, 'p', said?.text);
  notice.querySelector('button')?.addEventListener('click', (event) => {
    (event.currentTarget as HTMLElement).setAttribute('aria-busy', 'true');
    again();
  });
  find('main')?.prepend(notice);
  notice.focus({ preventScroll: true });
  notice.scrollIntoView({ block: 'nearest' });
}

export function clearTrouble(): void {
  find('#trouble')?.remove();
}

function write(notice: HTMLElement, selector: string, words: string | undefined): void {
  const place = notice.querySelector(selector);
  if (place !== null && words) place.textContent = words;
}
