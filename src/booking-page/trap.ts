import type { T } from '#platform/messages/messages.ts';
import { fieldNames } from './form-names.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';

/** Nobody sees or reaches this field; who fills it is no person. */
export function trap(t: T): Html {
  return html`<div class="trap" aria-hidden="true">
    <label for="trap">${t('page.details.trap')}</label
    ><input id="trap" name="${fieldNames.trap}" tabindex="-1" autocomplete="off" />
  </div>`;
}
