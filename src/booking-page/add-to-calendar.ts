import type { T } from '#platform/messages/messages.ts';
import { calendarLinks } from './calendar-links.ts';
import { icon } from './icon.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Meeting } from './view.ts';

/** The file for any calendar (where its address may be known), and two that open in the browser. Plain links. */
export function addToCalendar(t: T, title: string, meeting: Meeting, ics: string | undefined): Html {
  const links = calendarLinks(title, meeting);
  const file = html`<a class="btn whole" href="${ics ?? ''}" download
    >${icon('calendar')}${t('page.done.ics')}</a
  >`;
  return html`<h2>${t('page.done.calendar')}</h2>
    <div class="row">
      ${ics === undefined ? '' : file}<a class="btn" href="${links.google}" rel="noreferrer" target="_blank"
        >Google</a
      ><a class="btn" href="${links.outlook}" rel="noreferrer" target="_blank">Outlook</a>
    </div>`;
}
