import type { T } from '#platform/messages/messages.ts';
import { flag, html, nothing } from './markup.ts';
import type { Html } from './markup.ts';
import { described, idOf, wrongLine } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

export type TextField = {
  name: string;
  label: string;
  value: string;
  kind?: 'text' | 'email' | 'tel' | 'password' | 'long';
  required?: boolean;
  autocomplete?: string;
  hint?: string;
  example?: string;
  /** The browser may take several addresses in one field. */
  several?: boolean;
  wrong?: FieldWrong | undefined;
  /** Digits on the keyboard of a telephone. */
  inputmode?: 'numeric';
  autofocus?: boolean;
  /** A field that does not fill its half of a row. */
  whole?: boolean;
};

export function textField(t: T, field: TextField): Html {
  const input = field.kind === 'long' ? longInput(field) : lineInput(field);
  return html`<div class="${classes('field', field.wrong && 'bad', field.whole && 'whole')}">
    <label for="${idOf(field.name)}">${field.label}${optional(t, field.required)}</label
    >${input}${hintLine(field.name, field.hint)}${wrongLine(field.wrong)}
  </div>`;
}

/** '(optional)' after the words of a field that may stay empty. */
export function optional(t: T, required: boolean | undefined): Html {
  return required ? nothing : html` <span class="opt">${t('page.details.optional')}</span>`;
}

export function hintLine(name: string, hint: string | undefined): Html {
  return hint === undefined ? nothing : html`<p class="hint" id="${idOf(name)}-hint">${hint}</p>`;
}

export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

function lineInput(field: TextField): Html {
  return html`<input
    class="input"
    id="${idOf(field.name)}"
    name="${field.name}"
    type="${field.kind ?? 'text'}"
    value="${field.value}"
    dir="auto"
    ${attribute('autocomplete', field.autocomplete)}
    ${attribute('placeholder', field.example)}
    ${field.inputmode ? html`inputmode="${field.inputmode}"` : nothing}
    ${flag(field.autofocus === true, 'autofocus')}
    ${flag(field.several === true, 'multiple')}
    ${flag(field.required === true, 'required')}
    ${described(field.name, field.wrong, field.hint !== undefined)}
  />`;
}

// A browser drops the first line break inside a textarea: the one below is meant for that (a test watches it).
function longInput(field: TextField): Html {
  const about = html`${flag(field.required === true, 'required')}
  ${described(field.name, field.wrong, field.hint !== undefined)}`;
  return html`<textarea
    class="input"
    id="${idOf(field.name)}"
    name="${field.name}"
    rows="3"
    dir="auto"
    ${about}
  >
${field.value}</textarea>`;
}

function attribute(name: 'autocomplete' | 'placeholder', value: string | undefined): Html {
  if (value === undefined) return nothing;
  return name === 'autocomplete' ? html`autocomplete="${value}"` : html`placeholder="${value}"`;
}
