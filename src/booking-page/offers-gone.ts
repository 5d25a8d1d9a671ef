import type { Key, T } from '#platform/messages/messages.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Offer, Offers } from './offered.ts';

/** What stands above specific times of which none is to be had: why, and what one can do (L3). */
export function goneOffers(t: T, view: Offers): Html {
  return html`<div class="say" id="times">
    <h1 id="done" tabindex="-1">${t(titleOf(view))}</h1>
    <p>${textOf(t, view)}</p>
    ${view.moving ? html`<div class="row"><a class="btn main" href="${view.at.path}">${t('page.manage.title')}</a></div>` : ''}
  </div>`;
}

function titleOf({ over, moving, offers }: Offers): Key {
  if (over === 'used') return 'page.gone.used';
  if (over === 'ended') return 'page.gone.ended';
  const states = new Set(offers.map(({ state }) => state));
  if (states.has('unavailable')) return 'page.gone.unavailable';
  if (moving) return 'page.gone.noOther';
  if (isOnly(states, 'past', 'late')) return 'page.gone.past';
  return isOnly(states, 'taken') ? 'page.gone.taken' : 'page.gone.title';
}

function textOf(t: T, { over, moving, about, offers }: Offers): string {
  if (moving) return t('page.gone.stands');
  if (over === 'used') return t('page.gone.usedText');
  if (offers.some(({ state }) => state === 'unavailable')) return t('page.gone.later');
  const [host] = about.hosts ?? [];
  return host ? t('page.gone.ask', { host: host.split(' ')[0] ?? host }) : t('page.gone.askPlain');
}

function isOnly(states: ReadonlySet<Offer['state']>, ...among: Offer['state'][]): boolean {
  return [...states].every((state) => among.includes(state));
}
