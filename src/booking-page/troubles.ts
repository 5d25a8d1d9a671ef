import type { T } from '#platform/messages/messages.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';

/** What the script says when no page comes, or no answer to a form. The page itself stays, and all that was typed. */
export function troubles(t: T): Html {
  return html`${notice(t, 'visit', t('page.trouble.visit'), t('page.trouble.visitText'))}${notice(
    t,
    'send',
    t('page.trouble.send'),
    t('page.trouble.sendText'),
  )}`;
}

function notice(t: T, kind: 'visit' | 'send', title: string, text: string): Html {
  return html`<template id="trouble-${kind}"
    ><div class="alert calm" role="alert" tabindex="-1">
      <h2>${title}</h2>
      <p>${text}</p>
      <div class="row"><button class="btn" type="button">${t('page.trouble.again')}</button></div>
    </div></template
  >`;
}
