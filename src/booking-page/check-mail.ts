import { untilWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { page } from './layout.ts';
import { hiddenFields, html, raised, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { hero, reader } from './meeting.ts';
import type { CheckMail } from './view.ts';

/** F3: a stranger confirms by mail first; the time is held until then. */
export function checkMailPage(view: CheckMail): Html {
  const { frame, meeting, about, heldUntil } = view;
  const time = untilWords(heldUntil, frame.now, reader(frame, meeting.timeZone));
  return page(frame, (t) => ({
    title: `${titleOf(t, view)} · ${about.title}`,
    about: { about },
    work: work(t, view, time),
    told: { step: 'booked', start: meeting.start, end: meeting.end, status: 'unverified' },
  }));
}

function work(t: T, view: CheckMail, time: string): Html {
  const held = t('page.check.held', { time });
  return html`<div class="say">
    <h1 id="done" tabindex="-1">${titleOf(t, view)}</h1>
    <p>${askedTo(t, view, time)}</p>
    ${hero(view.frame, view.meeting, 'held', held)}
    ${view.frame.mailStays ? '' : searched(t, view)}${again(t, view)}
    <p class="small muted">${raised(t('page.check.after', { time }))}</p>
  </div>`;
}

/** Where no mail leaves, nobody is sent to look for one. */
function titleOf(t: T, { frame }: CheckMail): string {
  return t(frame.mailStays ? 'page.check.staysTitle' : 'page.check.title');
}

function askedTo(t: T, { email, frame }: CheckMail, time: string): Html {
  const known = {
    email: html`<b class="break">${email}</b>`,
    before: html`<b class="keep">${raised(t('page.check.before', { time }))}</b>`,
  };
  if (!frame.mailStays) return rich(t, 'page.check.text', known);
  return rich(t, 'page.check.staysText', { ...known, workspace: html`${frame.workspace.name}` });
}

function searched(t: T, { sender }: CheckMail): Html {
  return html`<h2>${t('page.check.nothing')}</h2>
    <p>${spam(t, sender)}</p>`;
}

function spam(t: T, sender: string | undefined): Html {
  if (sender === undefined) return html`${t('page.check.spamPlain')}`;
  return rich(t, 'page.check.spam', { sender: html`<span class="break">${sender}</span>` });
}

function again(t: T, view: CheckMail): Html {
  const other = view.otherAddress
    ? html`<a class="btn" href="${view.otherAddress}">${t('page.check.other')}</a>`
    : html`<button class="btn" name="other" value="1">${t('page.check.other')}</button>`;
  if (view.again === null) return html`<div class="row">${other}</div>`;
  const once = view.frame.mailStays ? '' : html`<button class="btn">${t('page.check.again')}</button>`;
  return html`<form method="post" action="${view.again.action}" class="row" data-send>
    ${hiddenFields(view.again.fields)}${once}${other}
  </form>`;
}
