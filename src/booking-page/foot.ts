import type { T } from '#platform/messages/messages.ts';
import { inLanguage } from './address.ts';
import { flag, html, raw } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame } from './view.ts';

const own = { en: 'English', fr: 'Français', pl: 'Polski' } as const;

/** The other languages, and who made the page. */
export function foot(t: T, frame: Frame): Html {
  return html`<footer class="foot">
    <ul role="list" aria-label="${t('page.languages')}">
      ${(['en', 'fr', 'pl'] as const).map((language) => {
        const here = flag(language === frame.language, 'aria-current="true"');
        return html`<li>
          <a href="${inLanguage(frame, language)}" lang="${language}" hreflang="${language}" ${here}
            >${own[language]}</a
          >
        </li>`;
      })}
    </ul>
    <p class="made">${mark}${t('page.made')}</p>
  </footer>`;
}

const mark = raw(
  '<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><circle cx="8" cy="8" r="6.25" stroke-width="1.5" opacity=".4"/><path d="M8 1.75A6.25 6.25 0 0 1 14.25 8" stroke-width="2.5"/></svg>',
);
