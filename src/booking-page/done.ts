import { whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { addToCalendar } from './add-to-calendar.ts';
import { page } from './layout.ts';
import { html, httpsAddress, raised, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { hero, pairs, reader } from './meeting.ts';
import type { Done, Told } from './view.ts';

/** The meeting is booked (or was moved): to the calendar, or back to change it. */
export function donePage(view: Done, kind: 'booked' | 'moved' = 'booked'): Html {
  const goesOn = httpsAddress(view.onward)?.href;
  return page(view.frame, (t) => {
    const title = t(kind === 'booked' ? 'page.done.title' : 'page.move.movedTitle');
    return {
      title: `${title} · ${view.about.title}`,
      about: { about: view.about },
      work: work(t, view, title, kind),
      onward: goesOn,
      ...(kind === 'booked' && { told: toldOf(view, goesOn) }),
    };
  });
}

function toldOf({ meeting: { start, end } }: Done, onward: string | undefined): Told {
  return { step: 'booked', start, end, status: 'scheduled', ...(onward && { onward }) };
}

function work(t: T, view: Done, title: string, kind: 'booked' | 'moved'): Html {
  return html`<div class="say">
    <h1 id="done" tabindex="-1">${title}</h1>
    <p>${sent(t, view, kind)}</p>
    ${hero(view.frame, view.meeting)}${pairs(t, view.meeting)}${calendar(t, view)}${change(t, view)}
  </div>`;
}

/** What the visitor can rely on: a mail that is on its way, else this page. */
function sent(t: T, { email, frame }: Done, kind: 'booked' | 'moved'): Html {
  if (frame.mailStays) return html`${t(kind === 'booked' ? 'page.done.keep' : 'page.move.movedKeep')}`;
  if (email === undefined)
    return html`${t(kind === 'booked' ? 'page.done.mailOnly' : 'page.move.movedTextPlain')}`;
  const key = kind === 'booked' ? 'page.done.text' : 'page.move.movedText';
  return rich(t, key, { email: html`<b class="break">${email}</b>` });
}

function calendar(t: T, { about, meeting, doors, onward, frame }: Done): Html {
  const site = httpsAddress(onward);
  // Not the frame goes on, the website around it does.
  const target = frame.embed ? html`target="_top"` : '';
  const words = site && t('page.done.onward', { site: site.host });
  return html`${addToCalendar(t, about.title, meeting, doors?.ics)}
  ${site ? html`<p><a class="link" href="${site.href}" ${target}>${words}</a></p>` : ''}`;
}

function change(t: T, view: Done): Html {
  const { doors } = view;
  const move = doors?.reschedule
    ? html`<a class="btn" href="${doors.reschedule}">${t('page.move.title')}</a>`
    : '';
  const cancel = doors?.cancel
    ? html`<a class="btn" href="${doors.manage}#cancel">${t('page.manage.cancel')}</a>`
    : '';
  // A frame has no address to keep: the visitor's own page opens outside of it.
  const own =
    doors && view.frame.embed
      ? html`<a class="btn" href="${doors.manage}">${t('page.manage.title')}</a>`
      : '';
  return html`<h2>${t('page.done.changed')}</h2>
    ${doors ? html`<div class="row">${own}${move}${cancel}</div>` : ''}
    <p class="small muted">${raised(untilLine(t, view))} ${howToChange(t, view)}</p>`;
}

function howToChange(t: T, { doors, frame }: Done): string {
  if (!frame.mailStays) return t(doors ? 'page.done.same' : 'page.done.mailOnly');
  if (frame.embed && doors) return '';
  return doors ? t('page.done.keepAddress') : t('page.done.ask', { workspace: frame.workspace.name });
}

function untilLine(t: T, { movableUntil, frame, meeting }: Done): string {
  if (movableUntil === null || movableUntil <= frame.now) return t('page.details.lateCutOff');
  return t('page.details.until', whenWords(movableUntil, reader(frame, meeting.timeZone)));
}
