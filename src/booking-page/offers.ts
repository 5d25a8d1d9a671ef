import { dateOf, shortDay, timeRange, whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { href, including } from './address.ts';
import { goneOffers } from './offers-gone.ts';
import { icon } from './icon.ts';
import { page } from './layout.ts';
import type { PageParts } from './layout.ts';
import { html, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, minutesBetween, reader, spanDial, whenBlock } from './meeting.ts';
import type { Offer, Offers } from './offered.ts';
import { zonePicker } from './zone-picker.ts';

/** L3: a handful of offered times. All taken, past, used or ended: a page that says so, never a blank calendar. */
export function offersPage(view: Offers): Html {
  const free = view.over ? 0 : view.offers.filter(({ state }) => state === 'free').length;
  return page(view.frame, (t) => ({
    title: `${view.moving ? t('page.move.title') : view.about.title} · ${view.frame.workspace.name}`,
    about: aboutPart(t, view, free),
    work: free > 0 ? openOffers(t, view, free) : html`${goneOffers(t, view)}${list(t, view)}`,
    skip: { to: '#times', words: t('page.skip') },
  }));
}

function aboutPart(
  t: T,
  { about, offers, moving, frame, timeZone }: Offers,
  free: number,
): PageParts['about'] {
  const minutes = commonLength(offers);
  if (!moving) return { about: { ...about, minutes }, heading: free > 0 };
  const now = html`<p class="label">${t('page.move.now')}</p>
    ${whenBlock(frame, { ...moving, timeZone })}`;
  return { about: { title: about.title, location: about.location, minutes }, chosen: now };
}

function openOffers(t: T, view: Offers, free: number): Html {
  return html`${view.moving ? html`<h1 class="work-title">${t('page.move.title')}</h1>` : ''}${lost(t, view)}
    <h2 id="times" tabindex="-1" ${view.moving ? html`class="sr"` : ''}>
      ${t('page.offers.choose', { count: free })}
    </h2>
    ${list(t, view)}${zonePicker(t, view.frame, { ...view, open: view.zones === true })}`;
}

/** Whoever came for one time, from a mail, is told before they type a word that it is not to be had. */
function lost(t: T, { lost, frame, timeZone }: Offers): Html | '' {
  if (!lost || lost.state === 'free' || lost.state === 'closed') return '';
  const { when } = whenWords(lost.start, reader(frame, timeZone));
  return html`<div class="alert calm" role="alert" id="panel" tabindex="-1">
    <h2>${raised(t(`page.offers.lost.${lost.state}`, { when }))}</h2>
  </div>`;
}

function list(t: T, view: Offers): Html {
  return html`<ul class="offers" role="list">
    ${view.offers
      .filter(({ state }) => state !== 'now')
      .map((offer) => html`<li>${item(t, view, offer)}</li>`)}
  </ul>`;
}

function item(t: T, view: Offers, offer: Offer): Html {
  const { timeZone, frame } = view;
  const span = { ...offer, timeZone };
  const date = dateOf(offer.start, timeZone);
  const range = timeRange(offer.start, offer.end, reader(frame, timeZone));
  const shown = words(shortDay(date, dateLanguage(frame)), range);
  if (view.over || offer.state !== 'free') return goneItem(t, offer, html`${spanDial(span, 'gone')}${shown}`);
  const address = href(including(view.at, { timeZone }), { start: offer.start });
  return html`<a class="offer" data-swap="time" href="${address}"
    >${spanDial(span, 'booked')}${shown}${icon('later')}</a
  >`;
}

function goneItem(t: T, { state }: Offer, shown: Html): Html {
  const said = SAID.find((one) => one === state);
  const why = !said ? '' : html`<span class="small">${t(`page.gone.state.${said}`)}</span>`;
  const kind = state === 'unavailable' ? 'offer taken later' : 'offer taken';
  return html`<div class="${kind}">${shown}${why}</div>`;
}

/** Of what is over as a whole the heading says why. */
const SAID = ['taken', 'past', 'late', 'unavailable'] as const;

function words(day: string, range: string): Html {
  return html`<span><span>${raised(day)}</span><b>${range}</b></span>`;
}

/** The length in the left pane only when all offers share it. */
function commonLength(offers: Offer[]): number | undefined {
  const lengths = new Set(offers.map(({ start, end }) => minutesBetween(start, end)));
  return lengths.size === 1 ? [...lengths][0] : undefined;
}
