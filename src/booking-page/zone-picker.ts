import { timeOf } from '#platform/messages/dates.ts';
import type { Language, T } from '#platform/messages/messages.ts';
import { cityOf, zoneGroups, zoneWords } from '#platform/messages/zones.ts';
import { icon } from './icon.ts';
import { hiddenFields, html } from './markup.ts';
import type { Html } from './markup.ts';
import { reader } from './meeting.ts';
import type { At, Frame } from './view.ts';

/** The zone in words with the time there now, and a folded form to change it. */
export function zonePicker(t: T, frame: Frame, at: At, timeZone: string): Html {
  const { title, detail } = zoneWords(timeZone, frame.language);
  const now = t('page.zone.now', { time: timeOf(frame.now, reader(frame, timeZone)) });
  const { timeZone: _, ...kept } = at.query;
  return html`<details class="zone" id="zone">
    <summary>
      ${icon('globe')}<span
        ><b class="first-up">${title}</b><br /><span class="muted first-up"
          >${detail ? t('page.zone.with', { detail, now }) : now}</span
        ></span
      >
      <u>${t('page.zone.change')}</u>
    </summary>
    <form method="get" action="${at.path}" data-swap="zone">
      ${hiddenFields(kept)}
      <label class="label" for="timeZone">${t('page.zone.show')}</label>
      <select class="input" id="timeZone" name="timeZone">
        ${zoneOptions(t, frame.language, timeZone)}
      </select>
      <button class="btn">${t('page.zone.apply')}</button>
    </form>
  </details>`;
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
