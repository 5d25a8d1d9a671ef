import { whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { addToCalendar } from './add-to-calendar.ts';
import { optional } from './fields.ts';
import { page } from './layout.ts';
import { hiddenFields, html, raised, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { hero, pairs, reader } from './meeting.ts';
import type { Cancelled, Manage } from './view.ts';

/** E7: the visitor's own page. Moving until the cut-off, cancelling until the start, both by posts. */
export function managePage(view: Manage): Html {
  const { frame, about, meeting, doors } = view;
  const over = doors.cancel === null;
  return page(frame, (t) => {
    const title = t(over ? 'page.manage.over' : 'page.manage.title');
    const work = html`<div class="say">
      <h1 id="done" tabindex="-1">${title}</h1>
      ${over ? html`<p>${begun(t, view)}</p>` : ''}${hero(frame, meeting)}${pairs(t, meeting)}${over ? '' : change(t, view)}
    </div>`;
    return { title: `${title} · ${about.title}`, about: { about }, work };
  });
}

/** It is cancelled, now or earlier; the time is free again. */
export function cancelledPage({ frame, about, meeting, again }: Cancelled): Html {
  return page(frame, (t) => ({
    title: `${t('page.cancelled.title')} · ${about.title}`,
    about: { about },
    work: html`<div class="say">
      <h1 id="done" tabindex="-1">${t('page.cancelled.title')}</h1>
      <p>${t('page.cancelled.text')}</p>
      ${hero(frame, meeting, 'gone')}
      ${again ? html`<div class="row"><a class="btn main" href="${again}">${t('page.cancelled.again')}</a></div>` : ''}
    </div>`,
  }));
}

function begun(t: T, { frame, meeting }: Manage): Html {
  return raised(t('page.manage.overText', whenWords(meeting.start, reader(frame, meeting.timeZone))));
}

function change(t: T, view: Manage): Html {
  const { about, doors, meeting } = view;
  const move = doors.reschedule
    ? html`<div class="row"><a class="btn main" href="${doors.reschedule}">${t('page.manage.move')}</a></div>`
    : '';
  return html`${addToCalendar(t, about.title, meeting, doors.ics)}
    <h2>${t('page.manage.change')}</h2>
    <p>${doors.reschedule ? until(t, view) : late(t, view)}</p>
    ${move}${cancelling(t, view)}`;
}

function until(t: T, { movableUntil, frame, meeting }: Manage): Html {
  const words = movableUntil === null ? '' : whenWords(movableUntil, reader(frame, meeting.timeZone)).until;
  return rich(t, 'page.manage.until', { until: html`<b>${raised(words)}</b>` });
}

/** After the cut-off moving is gone, and the text says whom to ask. */
function late(t: T, view: Manage): Html {
  const { movableUntil, frame, meeting } = view;
  const closed =
    movableUntil === null
      ? ''
      : t('page.manage.late', whenWords(movableUntil, reader(frame, meeting.timeZone)));
  return html`${raised(closed)} ${whomToAsk(t, view)}`;
}

function whomToAsk(t: T, { phone, meeting }: Manage): Html {
  if (phone) return rich(t, 'page.manage.call', { phone: phoneLink(phone) });
  const [host] = meeting.hosts ?? [];
  return html`${host ? t('page.manage.answerHost', { host }) : t('page.manage.answer')}`;
}

/** Only digits and a plus reach the address; the number is shown as it was written. */
function phoneLink(phone: string): Html {
  const digits = phone.replaceAll(/[^\d+]/g, '');
  return digits.length > 4 ? html`<a href="tel:${digits}">${phone}</a>` : html`${phone}`;
}

/** Folded; asks why, which is optional; the button names the meeting. */
function cancelling(t: T, { doors, meeting, frame }: Manage): Html {
  const [host] = meeting.hosts ?? [];
  const why = host ? t('page.manage.why', { host }) : t('page.manage.whyPlain');
  const { when } = whenWords(meeting.start, reader(frame, meeting.timeZone));
  const button = html`<button class="btn danger">
    <span>${raised(t('page.manage.cancelPress', { when }))}</span>
  </button>`;
  return html`<details class="fold" id="cancel">
    <summary>${t('page.manage.cancel')}</summary>
    <form method="post" action="${doors.cancel ?? ''}" data-send>
      ${hiddenFields({ language: frame.language })}
      <div class="field">
        <label for="why">${why}${optional(t, false)}</label>
        <textarea class="input" id="why" name="reason" rows="3" maxlength="1000"></textarea>
      </div>
      <div class="row">${button}</div>
    </form>
  </details>`;
}
