import type { T } from '#platform/messages/messages.ts';
import { textField } from './fields.ts';
import { fieldNames } from './form-names.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Details, Frame } from './view.ts';
import { wrongAt } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

/** Who books: name, e-mail and, where the link asks, phone. */
export function visitorFields(t: T, { asks, typed, frame }: Details, wrongs: FieldWrong[]): Html {
  const phone = asks.phone !== 'no';
  return html`<div class="two">
    ${nameField(t, typed.name, wrongs)}${emailField(t, typed.email, frame, wrongs)}${phone ? phoneField(t, typed.phone, asks.phone === 'required', wrongs) : ''}
  </div>`;
}

/** What else the visitor may say: a word of their own, other people. */
export function moreFields(t: T, { asks, typed }: Details, wrongs: FieldWrong[]): Html {
  const notes = asks.notes ? notesField(t, typed.notes, wrongs) : '';
  return html`${notes}${asks.guests ? guestsField(t, typed.guests, asks.guests.max, wrongs) : ''}`;
}

function nameField(t: T, value: string, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.name,
    label: t('page.details.name'),
    value,
    required: true,
    autocomplete: 'name',
    wrong: wrongAt(wrongs, fieldNames.name),
  });
}

function emailField(t: T, value: string, { mailStays }: Frame, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.email,
    label: t('page.details.email'),
    value,
    kind: 'email',
    required: true,
    autocomplete: 'email',
    hint: mailStays ? undefined : t('page.details.emailHint'),
    wrong: wrongAt(wrongs, fieldNames.email),
  });
}

export function phoneField(t: T, value: string, required: boolean, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.phone,
    label: t('page.details.phone'),
    value,
    kind: 'tel',
    required,
    autocomplete: 'tel',
    wrong: wrongAt(wrongs, fieldNames.phone),
    whole: true,
  });
}

function notesField(t: T, value: string, wrongs: FieldWrong[]): Html {
  const wrong = wrongAt(wrongs, fieldNames.notes);
  return textField(t, { name: fieldNames.notes, label: t('page.details.notes'), value, kind: 'long', wrong });
}

function guestsField(t: T, value: string, max: number, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.guests,
    label: t('page.details.guests'),
    value,
    kind: 'email',
    several: true,
    autocomplete: 'off',
    hint: t('page.details.guestsHint', { count: max }),
    example: 'idris@example.com, lea@example.com',
    wrong: wrongAt(wrongs, fieldNames.guests),
  });
}
