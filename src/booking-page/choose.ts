import { longDay, longMonth } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { zoneWords } from '#platform/messages/zones.ts';
import { including } from './address.ts';
import { page } from './layout.ts';
import type { PageParts } from './layout.ts';
import { lengthWords, lengths } from './lengths.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, whenBlock } from './meeting.ts';
import { month } from './month.ts';
import { nextFree, times } from './times.ts';
import type { Choose } from './view.ts';
import { usualPart, usualSaid } from './usual.ts';
import { zonePicker } from './zone-picker.ts';

/** First step: the month, the times of a day, the zone. Every choice is a link; the address says all of it. */
export function choosePage(view: Choose): Html {
  const placed = { ...view, at: chosenSoFar(view) };
  return page(view.frame, (t) => ({
    title: documentTitle(t, view),
    about: aboutPart(t, view),
    work: html`${movingHeading(t, view)}${usualPart(t, placed.at, view.usual)}${lengths(t, placed.at, view.durations, view.duration)}${picker(t, placed)}`,
    skip: { to: '#times', words: t('page.skip') },
    // An address with a token is somebody's own.
    indexed: view.moving === undefined && view.at.query.c === undefined,
  }));
}

function picker(t: T, view: Choose): Html {
  const chosen = view.day ?? view.days.find((day) => day.slots.length > 0)?.date;
  const said = spoken(t, view, chosen);
  return html`<div
    class="pick"
    data-said-day="${said.day}"
    data-said-month="${said.month}"
    data-said-zone="${said.zone}"
    ${view.usual ? html`data-said-who="${usualSaid(t, view.usual)}"` : ''}
  >
    ${month(t, view, chosen)}${zonePicker(t, view.frame, { ...view, open: view.zones === true })}${times(t, view, chosen)}
  </div>`;
}

/** What the live region says when the script has changed the day, the month or the zone. */
function spoken(
  t: T,
  view: Choose,
  chosen: string | undefined,
): { day: string; month: string; zone: string } {
  const language = dateLanguage(view.frame);
  const count = view.days.find((day) => day.date === chosen)?.slots.length ?? 0;
  const times = count > 0 ? t('page.choose.times', { count }) : t('page.choose.dayEmpty');
  return {
    day: chosen === undefined ? '' : t('page.choose.day', { day: longDay(chosen, language), times }),
    month: spokenMonth(t, view),
    zone: t('page.zone.said', { zone: zoneWords(view.timeZone, view.frame.language).title }),
  };
}

function spokenMonth(t: T, view: Choose): string {
  const language = dateLanguage(view.frame);
  const name = longMonth(view.month, language);
  if (view.days.length > 0) return t('page.choose.month', { month: name, count: view.days.length });
  const next = nextFree(view, undefined);
  if (next === null) return t('page.choose.monthEmptySaid', { month: name });
  return t('page.choose.monthEmptyNext', { month: name, day: longDay(next.date, language) });
}

function chosenSoFar(view: Choose): Choose['at'] {
  const duration = view.durations.length > 1 ? String(view.duration) : undefined;
  return including(view.at, { month: view.month, day: view.day, timeZone: view.timeZone, duration });
}

function documentTitle(t: T, { about, duration, frame, moving }: Choose): string {
  const what = moving ? t('page.move.title') : `${about.title}, ${lengthWords(t, duration)}`;
  return `${what} · ${moving ? about.title : frame.workspace.name}`;
}

/** A meeting that moves stands in the zone of the times beside it, so that they can be compared. */
function aboutPart(t: T, { about, duration, frame, moving, timeZone }: Choose): PageParts['about'] {
  if (moving === undefined) return { about: { ...about, minutes: duration }, heading: true };
  const now = html`<p class="label">${t('page.move.now')}</p>
    ${whenBlock(frame, { ...moving, timeZone })}`;
  return { about: { title: about.title, location: about.location, minutes: duration }, chosen: now };
}

function movingHeading(t: T, { moving }: Choose): Html | '' {
  return moving ? html`<h1 class="work-title">${t('page.move.title')}</h1>` : '';
}
