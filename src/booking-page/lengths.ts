import { lengthWords } from '#platform/messages/length-words.ts';
import type { T } from '#platform/messages/messages.ts';
import type { At } from './view.ts';
import type { Html } from './markup.ts';
import { href } from './address.ts';
import { ring } from './icon.ts';
import { flag, html } from './markup.ts';

export { lengthWords };

/** The choice of a length, as links; nothing where there is no choice. */
export function lengths(t: T, at: At, durations: number[], chosen: number): Html | '' {
  if (durations.length < 2) return '';
  return html`<nav class="lengths" aria-labelledby="lengths">
    <h2 id="lengths" class="small">${t('page.length.ask')}</h2>
    <ul role="list">
      ${durations.map((minutes) => length(t, at, minutes, minutes === chosen))}
    </ul>
  </nav>`;
}

function length(t: T, at: At, minutes: number, chosen: boolean): Html {
  const target = href(at, { duration: String(minutes), day: undefined });
  return html`<li>
    <a class="length" data-swap="length" href="${target}" ${flag(chosen, 'aria-current="true"')}
      >${ring(minutes)}${lengthWords(t, minutes)}</a
    >
  </li>`;
}
