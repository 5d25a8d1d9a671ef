import { longDay, dateOf, timeOf, timeRange } from '#platform/messages/dates.ts';
import type { DateLanguage, Reader } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { zoneWords } from '#platform/messages/zones.ts';
import { lines, nameList } from './about.ts';
import { dial } from './dial.ts';
import type { DialState } from './dial.ts';
import { html, httpsAddress, raised } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame, Location, Meeting } from './view.ts';

type Span = { start: string; end: string; timeZone: string };

export function reader(frame: Frame, timeZone: string): Reader {
  return { language: dateLanguage(frame), hour12: frame.clock.hour12, timeZone };
}

/** Dates as the visitor's region writes them: an English page says 'December 1' in the United States. */
export function dateLanguage({ language, clock }: Frame): DateLanguage {
  return language === 'en' && clock.monthFirst ? 'en-US' : language;
}

/** The dial with day, time and zone beside it. `remark` stands below, as 'Held for you until 14:35'. */
export function whenBlock(frame: Frame, span: Span, state: DialState = 'booked', remark?: string): Html {
  const who = reader(frame, span.timeZone);
  const day = longDay(dateOf(span.start, span.timeZone), who.language);
  return html`<div class="when">
    ${spanDial(span, state)}
    <div>
      <p>${raised(day)}</p>
      <p class="when-time"><time datetime="${span.start}">${timeRange(span.start, span.end, who)}</time></p>
      <p class="when-zone">${zoneLine(span.timeZone, frame)}</p>
      ${remark ? html`<p class="small"><b>${raised(remark)}</b></p>` : ''}
    </div>
  </div>`;
}

/** The same, large, in the middle of a page about a booking. */
export function hero(frame: Frame, span: Span, state: DialState = 'booked', remark?: string): Html {
  return html`<div class="hero">${whenBlock(frame, span, state, remark)}</div>`;
}

export function spanDial({ start, end, timeZone }: Span, state: DialState): Html {
  const local = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
  return dial(local.hour * 60 + local.minute, minutesBetween(start, end), state);
}

/** With whom, where, by whom, and the answers. */
export function pairs(t: T, { hosts, location, bookedBy, guests, answers }: Meeting): Html {
  return html`<dl class="pairs">
    ${hosts?.length ? pair(t('page.meeting.with'), html`${nameList(t, hosts, 'and')}`) : ''}
    ${location ? pair(t('page.meeting.where'), where(t, location)) : ''}
    ${bookedBy ? pair(t('page.meeting.bookedBy'), html`${bookedBy.name}<br />${bookedBy.email}`) : ''}
    ${guests?.length ? pair(t('page.meeting.guests'), html`${guests.join(', ')}`) : ''}
    ${(answers ?? []).map(({ label, value }) => pair(label, lines(value)))}
  </dl>`;
}

export function minutesBetween(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 60_000;
}

/** 'Warsaw time, Central European'. */
export function zoneLine(timeZone: string, frame: Frame): string {
  const { title, detail } = zoneWords(timeZone, frame.language);
  return detail === undefined ? title : `${title}, ${detail}`;
}

/** '09:00', for a sentence about a start. */
export function startTime(frame: Frame, { start, timeZone }: Span): string {
  return timeOf(start, reader(frame, timeZone));
}

function pair(label: string, value: Html): Html {
  return html`<div>
    <dt dir="auto">${label}</dt>
    <dd class="break" dir="auto">${value}</dd>
  </div>`;
}

/** The kind and the value; only an https address becomes a link. */
function where(t: T, { kind, value }: Location): Html {
  if (!value) return html`${t(`page.place.${kind}`)}`;
  if (kind === 'address' || kind === 'ask') return lines(value);
  const url = httpsAddress(value);
  const shown = url
    ? html`<a href="${url.href}" rel="noreferrer">${url.host}${url.pathname === '/' ? '' : url.pathname}</a>`
    : value;
  return html`${t(`page.place.${kind}`)}<br />${shown}`;
}
