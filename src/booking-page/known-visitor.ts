import type { T } from '#platform/messages/messages.ts';
import { href } from './address.ts';
import { fieldNames } from './form-names.ts';
import { flag, hiddenFields, html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import type { Details } from './view.ts';
import { moreFields, phoneField } from './visitor-fields.ts';
import type { FieldWrong } from './wrongs.ts';

/** L4: who came by a link that was mailed to them types nothing again; for whoever else has it there is a way out. */
export function knownVisitor(t: T, view: Details): Html {
  const { typed, frame } = view;
  const { name, email } = fieldNames;
  const who = html`<b class="break" dir="auto">${typed.name}</b>`;
  return html`<div class="known">
    ${hiddenFields({ [name]: typed.name, [email]: typed.email })}
    <p>${rich(t, 'page.details.as', { name: who })}</p>
    <p class="small muted break" dir="auto">${typed.email}</p>
    ${frame.mailStays ? '' : html`<p class="hint">${t('page.details.emailHint')}</p>`}
    <a class="link small" href="${asSomebodyElse(view)}">${t('page.details.notYou')}</a>
  </div>`;
}

/** What nobody has to say, out of the way: one press books. It stands open where something is written or wrong. */
export function moreOfKnown(t: T, view: Details, wrongs: FieldWrong[]): Html {
  const { phone, notes, guests } = view.typed;
  const own = new Set<string>([fieldNames.phone, fieldNames.notes, fieldNames.guests]);
  const isOpen = phone + notes + guests !== '' || wrongs.some(({ field }) => own.has(field));
  const fields = html`${phoneField(t, phone, false, wrongs)}${moreFields(t, view, wrongs)}`;
  return html`<details class="fold" ${flag(isOpen, 'open')}>
    <summary>${t('page.details.more')}</summary>
    <div class="form">${fields}</div>
  </details>`;
}

/** The same time as nobody in particular. */
function asSomebodyElse({ at, start, timeZone, duration }: Details): string {
  return href(at, { c: undefined, who: undefined, start, timeZone, duration: String(duration) });
}
