import {
  dateOf,
  longDay,
  longMonth,
  offsetOf,
  shortDay,
  shortMonth,
  timeOf,
} from '#platform/messages/dates.ts';
import type { Reader } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { href } from './address.ts';
import { icon } from './icon.ts';
import { html, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, reader } from './meeting.ts';
import type { Choose } from './view.ts';

/** The times of the chosen day, or why there are none and where the next ones are. */
export function times(t: T, view: Choose, chosen: string | undefined): Html {
  const slots = view.days.find((day) => day.date === chosen)?.slots ?? [];
  return html`<section class="times" id="times" tabindex="-1" aria-labelledby="day">
    ${chosen !== undefined && slots.length > 0 ? dayTimes(t, view, chosen, slots) : noTimes(t, view, chosen)}
  </section>`;
}

/** The first free day after the chosen one, in this month or a later one. */
export function nextFree(view: Choose, chosen: string | undefined): { date: string; count: number } | null {
  const later = view.days.find((day) => day.date > (chosen ?? '') && day.slots.length > 0);
  return later ? { date: later.date, count: later.slots.length } : view.after;
}

function dayTimes(t: T, view: Choose, date: string, slots: string[]): Html {
  const parts = Map.groupBy(slots, (start) => partOfDay(start, view.timeZone));
  return html`<div class="times-head">
      <h2 id="day">${raised(shortDay(date, dateLanguage(view.frame)))}</h2>
    </div>
    ${[...parts].map(([part, starts]) => partTimes(t, view, date, part, starts))}${nextDay(t, view, date)}`;
}

type Part = 'night' | 'morning' | 'afternoon' | 'evening';

/** Parts of the day stand only where they hold times. */
function partTimes(t: T, view: Choose, date: string, part: Part, starts: string[]): Html {
  const who = reader(view.frame, view.timeZone);
  const name = longDay(date, dateLanguage(view.frame));
  const hours = who.hour12 ? 'slots h12' : 'slots';
  return html`<h3>${t(`page.choose.${part}`)}</h3>
    <ul class="${hours}" role="list">
      ${starts.map((start) => slot(t, view, start, label(start, starts, who), name))}
    </ul>`;
}

function slot(t: T, view: Choose, start: string, time: string, day: string): Html {
  const address = href(view.at, { month: undefined, day: undefined, start });
  const name = t('page.choose.slot', { time, day });
  return html`<li><a class="slot" data-swap="time" href="${address}" aria-label="${name}">${time}</a></li>`;
}

/** In the night when clocks go back a time comes twice: then its offset is said too. */
function label(start: string, among: string[], who: Reader): string {
  const time = timeOf(start, who);
  const twice = among.filter((other) => timeOf(other, who) === time).length > 1;
  return twice ? `${time} ${offsetOf(start, who)}` : time;
}

function partOfDay(start: string, timeZone: string): Part {
  const { hour } = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
  if (hour < 5) return 'night';
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}

function nextDay(t: T, view: Choose, chosen: string): Html | '' {
  const next = nextFree(view, chosen);
  if (next === null) return '';
  const words = t('page.choose.day', {
    day: shortDay(next.date, dateLanguage(view.frame)),
    times: t('page.choose.times', { count: next.count }),
  });
  return html`<a class="next" data-swap="day" href="${toDay(view, next.date)}"
    ><span>${raised(words)}</span>${icon('later')}</a
  >`;
}

function noTimes(t: T, view: Choose, asked: string | undefined): Html {
  const next = nextFree(view, asked);
  if (next === null && view.days.length === 0 && view.earlier === null)
    return nothingAtAll(t, view.unavailable ? 'unavailable' : 'noneText');
  const heading = asked === undefined ? monthEmpty(t, view) : t('page.choose.dayEmpty');
  const last = next === null ? lastFree(view, asked) : null;
  return html`<div class="times-head"><h2 id="day">${heading}</h2></div>
    ${next ? leadTo(t, view, next, 'next') : ''}${last ? leadTo(t, view, last, 'last') : ''}`;
}

/** Beyond the last free day the way leads back to it. */
function lastFree(view: Choose, asked: string | undefined): { date: string; count: number } | null {
  const earlier = view.days.findLast((day) => day.date < (asked ?? '') && day.slots.length > 0);
  return earlier ? { date: earlier.date, count: earlier.slots.length } : view.before;
}

function leadTo(t: T, view: Choose, to: { date: string; count: number }, which: 'next' | 'last'): Html {
  const day = shortDay(to.date, dateLanguage(view.frame));
  const see = t('page.choose.see', { day, times: t('page.choose.times', { count: to.count }) });
  return html`<p class="muted">${raised(t(`page.choose.${which}`, { day }))}</p>
    <div class="row">
      <a class="btn main" data-swap="day" href="${toDay(view, to.date)}"><span>${raised(see)}</span></a>
    </div>`;
}

function nothingAtAll(t: T, why: 'unavailable' | 'noneText'): Html {
  return html`<div class="times-head"><h2 id="day">${t('page.choose.none')}</h2></div>
    <p class="muted">${t(`page.choose.${why}`)}</p>`;
}

function monthEmpty(t: T, { month, frame }: Choose): string {
  const thisYear = dateOf(frame.now, 'UTC').startsWith(month.slice(0, 4));
  const name = thisYear ? shortMonth(month, dateLanguage(frame)) : longMonth(month, dateLanguage(frame));
  return t('page.choose.monthEmpty', { month: name });
}

function toDay(view: Choose, date: string): string {
  return href(view.at, { month: date.slice(0, 7), day: date }, '#times');
}
