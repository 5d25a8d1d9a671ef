import type { T } from '#platform/messages/messages.ts';
import { brand, initial } from './brand.ts';
import { icon, ring } from './icon.ts';
import { lengthWords } from './lengths.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { About, Frame, Location } from './view.ts';

export type AboutPart = {
  /** Left out where no link is known: only the name of the workspace stands there then. */
  about?: About;
  /** The page's h1 stands here on the first step, later in the work. */
  heading?: boolean;
  /** The chosen time and the way back, on the steps that have one. */
  chosen?: Html;
  /** A sentence where no link is known. */
  remark?: Html;
};

/** The left pane: what and with whom, the same from the first step to the last. */
export function aboutPane(t: T, frame: Frame, { about, heading, chosen, remark }: AboutPart): Html {
  if (about === undefined)
    return html`<header class="about">${brand(frame.workspace)}${remark ?? ''}</header>`;
  return html`<header class="about">
    ${brand(frame.workspace)}
    <div>${titled(about, heading === true)}${chosen ? facts(t, about) : ''}</div>
    <div class="side">${chosen ?? html`${facts(t, about)}${hosts(t, about)}`}</div>
  </header>`;
}

/** In the frame of another website, which says itself who it is: what, how long and where, and the chosen time. */
export function compactHead(t: T, { about, heading, chosen }: AboutPart): Html | '' {
  if (about === undefined) return '';
  const { description: _, ...brief } = about;
  return html`<header class="about">
    ${titled(brief, heading === true)}${facts(t, about)}${chosen ? html`<div class="side">${chosen}</div>` : ''}
  </header>`;
}

function titled({ title, description }: About, heading: boolean): Html {
  const words = description ? html`<p class="lead muted break" dir="auto">${lines(description)}</p>` : '';
  return heading
    ? html`<h1 class="title break" dir="auto">${title}</h1>
        ${words}`
    : html`<p class="title break" dir="auto">${title}</p>
        ${words}`;
}

/** 'Video call', 'In person'; the address itself where people go to one. */
export function locationWords(t: T, { kind, value }: Location): string {
  return kind === 'address' && value ? value : t(`page.place.${kind}`);
}

/** Names in a row, joined by the language's own word. */
export function nameList(t: T, names: string[], word: 'and' | 'or'): string {
  const [last = '', ...before] = names.toReversed();
  return before.length === 0
    ? last
    : t(`page.hosts.${word}`, { before: before.toReversed().join(', '), last });
}

/** Line breaks as they were written. */
export function lines(text: string): Html {
  return html`${text.split(/\r?\n/).map((line, index) => html`${index > 0 ? html`<br />` : ''}${line}`)}`;
}

function facts(t: T, { minutes, location }: About): Html | '' {
  if (minutes === undefined && location === undefined) return '';
  return html`<ul class="facts" role="list">
    ${minutes === undefined ? '' : html`<li>${ring(minutes)}${lengthWords(t, minutes)}</li>`}
    ${location === undefined ? '' : html`<li>${icon(icons[location.kind])}<span class="break">${locationWords(t, location)}</span></li>`}
  </ul>`;
}

const icons = { video: 'video', phone: 'phone', address: 'pin', ask: 'pin' } as const;

function hosts(t: T, about: About): Html | '' {
  const { hosts, together } = about;
  if (hosts === undefined || hosts.length === 0) return '';
  const shown = hosts.length > 1 && together === 'any' ? hosts.map(firstName) : hosts;
  const names = nameList(t, shown, together === 'any' ? 'or' : 'and');
  const remark = remarkOn(t, hosts.length, about);
  return html`<p class="hosts">
    <span class="faces" aria-hidden="true"
      >${hosts.slice(0, 4).map((name) => html`<span class="face">${initial(name)}</span>`)}</span
    ><span class="break">${names}${remark ? html`<small>${remark}</small>` : ''}</span>
  </p>`;
}

function remarkOn(t: T, count: number, { together, seats }: About): string {
  if (together === 'offers') return t('page.hosts.offers', { count });
  if (count === 1) return '';
  return together === 'some'
    ? t('page.hosts.some', { seats: seats ?? 1 })
    : t(`page.hosts.${together ?? 'all'}`);
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
