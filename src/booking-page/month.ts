import { dateOf, longDay, longMonth, weekdays } from '#platform/messages/dates.ts';
import type { Language, T } from '#platform/messages/messages.ts';
import { href } from './address.ts';
import { icon } from './icon.ts';
import { flag, html } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage } from './meeting.ts';
import type { Choose } from './view.ts';

/** The month: free days are links with a mark that says how much is free, the others plain text. */
export function month(t: T, view: Choose, chosen: string | undefined): Html {
  const language = dateLanguage(view.frame);
  const columns = weekdays(view.frame.clock.firstDay, language);
  return html`<section class="month" aria-labelledby="month">
    <div class="month-head">
      <h2 id="month">${longMonth(view.month, language)}</h2>
      ${step(t, view, 'earlier')}${step(t, view, 'later')}
    </div>
    <table class="days" aria-labelledby="month">
      <thead>
        <tr>
          ${columns.map(({ short, long }) => html`<th scope="col" abbr="${long}">${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksAhead(view).map(
          (week) =>
            html`<tr>
              ${week.map((date) => cell(t, view, date, chosen))}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** An arrow that leads nowhere keeps its place and says why. */
function step(t: T, view: Choose, way: 'earlier' | 'later'): Html {
  const target = view[way];
  const language = dateLanguage(view.frame);
  const neighbour = Temporal.PlainYearMonth.from(view.month).add({ months: way === 'earlier' ? -1 : 1 });
  const name = longMonth(target ?? neighbour.toString(), language);
  if (target === null) {
    const label = t('page.month.nothing', { month: name });
    return html`<a class="step" id="${way}" role="link" aria-disabled="true" aria-label="${label}"
      >${icon(way)}</a
    >`;
  }
  const address = href(view.at, { month: target, day: undefined });
  const loading = t('page.choose.loading', { month: name });
  return html`<a
    class="step"
    id="${way}"
    data-swap="month"
    data-loading="${loading}"
    href="${address}"
    aria-label="${name}"
    >${icon(way)}</a
  >`;
}

function cell(t: T, view: Choose, date: string | null, chosen: string | undefined): Html {
  if (date === null) return html`<td></td>`;
  const count = view.days.find((day) => day.date === date)?.slots.length ?? 0;
  return html`<td>${count > 0 ? freeDay(t, view, date, count, date === chosen) : plainDay(view, date)}</td>`;
}

function freeDay(t: T, view: Choose, date: string, count: number, chosen: boolean): Html {
  const times = t('page.choose.times', { count });
  const name = t('page.choose.day', { day: longDay(date, dateLanguage(view.frame)), times });
  const current = flag(chosen, 'aria-current="date"');
  const address = href(view.at, { month: date.slice(0, 7), day: date }, '#times');
  return html`<a
    href="${address}"
    data-swap="day"
    data-date="${date}"
    data-n="${mark(count)}"
    aria-label="${name}"
    ${current}
    >${dayNumber(date, view.frame.language)}</a
  >`;
}

function plainDay(view: Choose, date: string): Html {
  const today = date === dateOf(view.frame.now, view.timeZone);
  return today ? html`<span class="today">${dayOf(date)}</span>` : html`${dayOf(date)}`;
}

/** 1 for one or two times, 2 for three or four, 3 for five or six, 4 for more. */
const mark = (count: number): number => Math.min(4, Math.ceil(count / 2));

/** What is seen stands in the name too: the French first is '1er' in both. */
function dayNumber(date: string, language: Language): Html {
  return language === 'fr' && dayOf(date) === 1 ? html`<span>1<sup>er</sup></span>` : html`${dayOf(date)}`;
}

const dayOf = (date: string): number => Number(date.slice(8));

/** Weeks that are over are left out, so that free days stand high on a telephone; of a past month none is. */
function weeksAhead(view: Choose): (string | null)[][] {
  const today = dateOf(view.frame.now, view.timeZone);
  const all = weeks(view);
  const ahead = all.filter((week) => week.some((date) => date !== null && date >= today));
  return ahead.length > 0 ? ahead : all;
}

/** Rows of seven dates, null where the month has not begun or is over. */
function weeks({ month, frame }: Choose): (string | null)[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const before = (first.dayOfWeek - frame.clock.firstDay + 7) % 7;
  const dates = Array.from({ length: first.daysInMonth }, (_, index) =>
    first.add({ days: index }).toString(),
  );
  const cells = [...Array<null>(before).fill(null), ...dates];
  const rows = Math.ceil(cells.length / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, at) => cells[row * 7 + at] ?? null),
  );
}
