import { timeOf } from '#platform/messages/dates.ts';
import type { Language, T } from '#platform/messages/messages.ts';
import { cityOf, zoneGroups, zoneWords } from '#platform/messages/zones.ts';
import { href } from './address.ts';
import { icon } from './icon.ts';
import { hiddenFields, html } from './markup.ts';
import type { Html } from './markup.ts';
import { reader } from './meeting.ts';
import type { At, Frame } from './view.ts';

export type Zones = {
  at: At;
  timeZone: string;
  /** Whether the list of zones stands open. It is most of a page's weight, so it comes only when asked for. */
  open: boolean;
};

/** The zone in words with the time there now, and the form to change it. */
export function zonePicker(t: T, frame: Frame, zones: Zones): Html {
  return html`<div class="zone" id="zone" data-shown="${zones.timeZone}">
    ${row(t, frame, zones)}${zones.open ? form(t, frame, zones) : ''}
  </div>`;
}

function row(t: T, frame: Frame, { at, timeZone, open }: Zones): Html {
  const { title, detail } = zoneWords(timeZone, frame.language);
  const now = t('page.zone.now', { time: timeOf(frame.now, reader(frame, timeZone)) });
  const address = href(at, { timeZone, zones: open ? undefined : '1' }, '#zone');
  return html`<a class="zone-row" id="zone-change" href="${address}" data-swap="zones"
    >${icon('globe')}<span
      ><b class="first-up">${title}</b><br /><span class="muted first-up"
        >${detail ? t('page.zone.with', { detail, now }) : now}</span
      ></span
    >
    <u>${t(open ? 'page.zone.close' : 'page.zone.change')}</u></a
  >`;
}

function form(t: T, frame: Frame, { at, timeZone }: Zones): Html {
  const { timeZone: _, ...kept } = at.query;
  return html`<form method="get" action="${at.path}" data-swap="zone">
    ${hiddenFields(kept)}
    <label class="label" for="timeZone">${t('page.zone.show')}</label>
    <select class="input" id="timeZone" name="timeZone">
      ${zoneOptions(t, frame.language, timeZone)}
    </select>
    <button class="btn">${t('page.zone.apply')}</button>
  </form>`;
}

/** The chosen zone first, then every zone by part of the world. */
export function zoneOptions(t: T, language: Language, chosen: string): Html {
  return html`<optgroup label="${t('page.zone.chosen')}">
      <option value="${chosen}" selected>${cityOf(chosen, language)}</option>
    </optgroup>
    ${everyZone(language)}`;
}

// 418 options are the same on every page of a language.
const written = new Map<Language, Html>();

function everyZone(language: Language): Html {
  const known = written.get(language) ?? writeZones(language);
  written.set(language, known);
  return known;
}

function writeZones(language: Language): Html {
  return html`${zoneGroups(language).map(
    ({ label, zones }) =>
      html`<optgroup label="${label}">
        ${zones.map(({ id, city }) => html`<option value="${id}">${city}</option>`)}
      </optgroup>`,
  )}`;
}
