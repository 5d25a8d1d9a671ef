import { whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { page } from './layout.ts';
import { hiddenFields, html, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { reader, whenBlock } from './meeting.ts';
import { blocked, panel } from './panel.ts';
import type { Move } from './view.ts';

/** E8: the last step of moving: the old and the new time, one button. After a 409 the nearest times instead. */
export function movePage(view: Move): Html {
  return page(view.frame, (t) => ({
    title: `${t('page.move.ask')} · ${view.about.title}`,
    about: { about: view.about },
    work: work(t, view),
  }));
}

function work(t: T, view: Move): Html {
  const lost = view.panel !== undefined && view.panel.kind !== 'again';
  // Both in the zone that was chosen from, or they could not be compared.
  const now = { ...view.meeting, timeZone: view.timeZone };
  return html`<form class="form" id="form" method="post" action="${view.press.action}" data-send>
    ${blocked(lost)}${hiddenFields(fields(view, lost))}${lostPanel(t, view)}
    <h1 class="big" id="form-title" tabindex="-1">${t('page.move.ask')}</h1>
    <div class="moves">
      ${side(t('page.move.from'), whenBlock(view.frame, now, lost ? 'booked' : 'gone'))}
      ${lost ? '' : side(t('page.move.to'), whenBlock(view.frame, view))}
    </div>
    ${lost ? '' : button(t, view)}
  </form>`;
}

function side(label: string, when: Html): Html {
  return html`<div>
    <p class="small muted">${label}</p>
    ${when}
  </div>`;
}

function fields({ press, start, timeZone }: Move, lost: boolean): Record<string, string | undefined> {
  return { ...press.fields, timeZone, start: lost ? undefined : start };
}

function lostPanel(t: T, view: Move): Html | '' {
  const { panel: shown, frame, timeZone, start, back } = view;
  return shown ? panel(t, { panel: shown, frame, timeZone, start, all: back, keeps: 'meeting' }) : '';
}

function button(t: T, { start, timeZone, frame, back }: Move): Html {
  const { when } = whenWords(start, reader(frame, timeZone));
  return html`<div class="field">
    <p class="hint">${t('page.move.text')}</p>
    <div class="row">
      <button class="btn main"><span>${raised(t('page.move.press', { when }))}</span></button
      ><a class="btn" href="${back}" data-swap="back">${t('page.move.keepLooking')}</a>
    </div>
  </div>`;
}
