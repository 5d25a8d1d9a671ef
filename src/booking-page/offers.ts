import { dateOf, shortDay, timeRange } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { href, including } from './address.ts';
import { icon } from './icon.ts';
import { page } from './layout.ts';
import { html, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, minutesBetween, reader, spanDial } from './meeting.ts';
import type { Offer, Offers } from './view.ts';
import { zonePicker } from './zone-picker.ts';

/** L3: a handful of offered times. All taken or past: a page that says so, never a blank calendar. */
export function offersPage(view: Offers): Html {
  const free = view.used ? 0 : view.offers.filter(({ state }) => state === 'free').length;
  return page(view.frame, (t) => ({
    title: `${view.about.title} · ${view.frame.workspace.name}`,
    about: { about: { ...view.about, minutes: commonLength(view.offers) }, heading: free > 0 },
    work: free > 0 ? openOffers(t, view, free) : goneOffers(t, view),
    skip: { to: '#times', words: t('page.skip') },
  }));
}

function openOffers(t: T, view: Offers, free: number): Html {
  return html`<h2 id="times" tabindex="-1">${t('page.offers.choose', { count: free })}</h2>
    ${list(t, view)}${zone(t, view)}`;
}

function goneOffers(t: T, view: Offers): Html {
  const [host] = view.about.hosts ?? [];
  const ask = host ? t('page.gone.ask', { host: host.split(' ')[0] ?? host }) : t('page.gone.askPlain');
  return html`<div class="say" id="times">
      <h1 id="done" tabindex="-1">${t(view.used ? 'page.gone.used' : 'page.gone.title')}</h1>
      <p>${view.used ? t('page.gone.usedText') : ask}</p>
    </div>
    ${list(t, view)}`;
}

function list(t: T, view: Offers): Html {
  return html`<ul class="offers" role="list">
    ${view.offers.map((offer) => html`<li>${item(t, view, offer)}</li>`)}
  </ul>`;
}

function item(t: T, view: Offers, offer: Offer): Html {
  const { timeZone, frame } = view;
  const span = { ...offer, timeZone };
  const date = dateOf(offer.start, timeZone);
  const range = timeRange(offer.start, offer.end, reader(frame, timeZone));
  const shown = words(shortDay(date, dateLanguage(frame)), range);
  if (view.used || offer.state !== 'free') return goneItem(t, offer, html`${spanDial(span, 'gone')}${shown}`);
  const address = href(including(view.at, { timeZone }), { start: offer.start });
  return html`<a class="offer" data-swap="time" href="${address}"
    >${spanDial(span, 'booked')}${shown}${icon('later')}</a
  >`;
}

function goneItem(t: T, { state }: Offer, shown: Html): Html {
  const why = state === 'free' ? '' : html`<span class="small">${t(`page.gone.${state}`)}</span>`;
  return html`<div class="offer taken">${shown}${why}</div>`;
}

function words(day: string, range: string): Html {
  return html`<span><span>${raised(day)}</span><b>${range}</b></span>`;
}

function zone(t: T, view: Offers): Html {
  return zonePicker(t, view.frame, { ...view, open: view.zones === true });
}

/** The length in the left pane only when all offers share it. */
function commonLength(offers: Offer[]): number | undefined {
  const lengths = new Set(offers.map(({ start, end }) => minutesBetween(start, end)));
  return lengths.size === 1 ? [...lengths][0] : undefined;
}
