import { briefDay, dateOf, timeOf, untilWords, whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { including, href } from './address.ts';
import { page } from './layout.ts';
import { hiddenFields, html, raised, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, hero, reader } from './meeting.ts';
import type { Booked, Expired, Lost, Press, Verify } from './view.ts';

/** F4: opening the mailed link only shows this; the button confirms. */
export function verifyPage(view: Verify): Html {
  return about(view, 'page.verify.title', (t, title) => {
    const { frame, meeting, heldUntil } = view;
    const who = reader(frame, meeting.timeZone);
    const before = html`<b class="keep"
      >${raised(t('page.check.before', { time: untilWords(heldUntil, frame.now, who) }))}</b
    >`;
    const words = t('page.verify.press', { when: whenWords(meeting.start, who).when });
    return html`${title}
      <p>${rich(t, 'page.verify.text', { before })}</p>
      ${hero(frame, meeting, 'held')}${pressForm(view.press, words, 'btn main whole')}`;
  });
}

/** F5: nothing new happens. Whoever has not shown the mailed link gets no way to the meeting (`manage` null). */
export function alreadyConfirmedPage(view: Booked & { manage: string | null }): Html {
  return about(view, 'page.verify.already', (t, title) => {
    const { manage } = view;
    const change = manage ? html`<a class="btn" href="${manage}">${t('page.manage.title')}</a>` : '';
    return html`${title}
      <p>${t('page.verify.alreadyText')}</p>
      ${hero(view.frame, view.meeting)}
      <div class="row">${change}</div>`;
  });
}

/** F5: the hold ran out; new times, or a fresh message while this one is still free. */
export function expiredPage(view: Expired): Html {
  return about(view, 'page.verify.expired', (t, title) => {
    const who = reader(view.frame, view.meeting.timeZone);
    const until = untilWords(view.heldUntil, view.frame.now, who);
    const text = t('page.verify.expiredText', { until, when: whenWords(view.meeting.start, who).when });
    const see = view.choose
      ? html`<a class="btn main" href="${view.choose}">${t('page.verify.see')}</a>`
      : '';
    return html`${title}
      <p>${raised(text)}</p>
      ${hero(view.frame, view.meeting, 'gone')}
      <div class="row">${see}${view.fresh ? pressForm(view.fresh, t('page.verify.fresh'), 'btn') : ''}</div>`;
  });
}

/** F6: meanwhile nobody is free at that time any more. */
export function lostPage(view: Lost): Html {
  return about(view, 'page.verify.lost', (t, title) => {
    const who = reader(view.frame, view.meeting.timeZone);
    return html`${title}
      <p>${raised(t('page.verify.lostText', { when: whenWords(view.meeting.start, who).when }))}</p>
      ${hero(view.frame, view.meeting, 'gone')}${view.near.length > 0 ? near(t, view) : ''}
      <div class="row"><a class="btn main" href="${view.choose}">${t('page.verify.see')}</a></div>`;
  });
}

/** A button that posts; hidden fields go with it. */
export function pressForm({ action, fields }: Press, words: string, look: string): Html {
  return html`<form method="post" action="${action}" class="row" data-send>
    ${hiddenFields(fields)}<button class="${look}"><span>${raised(words)}</span></button>
  </form>`;
}

function near(t: T, { near, choose, frame, meeting }: Lost): Html {
  const who = reader(frame, meeting.timeZone);
  const [path = '', query = ''] = choose.split('?');
  const at = including(
    { path, query: Object.fromEntries(new URLSearchParams(query)) },
    { timeZone: meeting.timeZone },
  );
  return html`<p>${t('page.verify.near')}</p>
    <div class="near">
      ${near.slice(0, 3).map((start) => {
        const words = `${briefDay(dateOf(start, meeting.timeZone), dateLanguage(frame))}, ${timeOf(start, who)}`;
        return html`<a class="slot" href="${href(at, { start })}"><span>${raised(words)}</span></a>`;
      })}
    </div>`;
}

type VerifyTitle = 'page.verify.title' | 'page.verify.already' | 'page.verify.expired' | 'page.verify.lost';

function about(view: Booked, title: VerifyTitle, work: (t: T, heading: Html) => Html): Html {
  return page(view.frame, (t) => ({
    title: `${t(title)} · ${view.about.title}`,
    about: { about: view.about },
    work: html`<div class="say">${work(t, html`<h1 id="done" tabindex="-1">${t(title)}</h1>`)}</div>`,
  }));
}
