import { page } from './layout.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame } from './view.ts';

const AGAIN_SECONDS = 10;

/** B7: a conference that the host's calendar has not opened yet. Nothing else of the meeting is told. */
export function roomPage(frame: Frame, host: string | undefined): Html {
  return page(frame, (t) => {
    const title = t('page.room.title');
    const work = html`<div class="say">
      <h1 id="done" tabindex="-1">${title}</h1>
      <p>${t('page.room.text')}</p>
      <p>${host ? t('page.room.host', { host }) : t('page.room.plain')}</p>
    </div>`;
    return { title: `${title} · ${frame.workspace.name}`, about: {}, work, again: AGAIN_SECONDS };
  });
}
