import type { T } from '#platform/messages/messages.ts';
import { classes, optional, textField } from './fields.ts';
import { answerName, consentName } from './form-names.ts';
import { flag, html } from './markup.ts';
import type { Html } from './markup.ts';
import { linked } from './linked.ts';
import { tickOf } from './read-form.ts';
import type { Consent, Question, Typed } from './view.ts';
import { described, idOf, wrongAt, wrongLine } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

/** One question of the link, as its kind asks for. */
export function questionField(t: T, question: Question, typed: Typed, wrongs: FieldWrong[]): Html {
  const name = answerName(question.id);
  const asked: Asked = {
    question,
    name,
    value: typed.answers[question.id] ?? '',
    wrong: wrongAt(wrongs, name),
  };
  if (question.kind === 'choice') return choice(t, asked);
  if (question.kind === 'checkbox') return tick(asked, question.label);
  return textField(t, {
    name,
    label: question.label,
    value: asked.value,
    kind: kinds[question.kind],
    required: question.required,
    autocomplete: question.kind === 'phone' ? 'tel' : undefined,
    wrong: asked.wrong,
  });
}

/** A consent is never ticked in advance. */
export function consentField(consent: Consent, typed: Typed, wrongs: FieldWrong[]): Html {
  const name = consentName(consent.id);
  const value = typed.consents.includes(consent.id) ? 'on' : '';
  const asked = { question: consent, name, value, wrong: wrongAt(wrongs, name) };
  return tick(asked, linked(consent.text), tickOf(consent.version));
}

type Asked = {
  question: { required: boolean; choices?: string[]; label?: string };
  name: string;
  value: string;
  wrong: FieldWrong | undefined;
};

const kinds = { text: 'text', 'long-text': 'long', phone: 'tel' } as const;

/** Up to six choices stand open, more fold into a list. */
function choice(t: T, asked: Asked): Html {
  return (asked.question.choices ?? []).length <= 6 ? options(t, asked) : select(t, asked);
}

function options(t: T, { question, name, value, wrong }: Asked): Html {
  return html`<fieldset
    class="${classes('field', wrong && 'bad')}"
    id="${idOf(name)}"
    tabindex="-1"
    ${described(name, wrong, false)}
  >
    <legend>${question.label}${optional(t, question.required)}</legend>
    <div class="options">
      ${(question.choices ?? []).map((each) => option(name, each, each === value, question.required))}
    </div>
    ${wrongLine(wrong)}
  </fieldset>`;
}

function option(name: string, words: string, chosen: boolean, required: boolean): Html {
  const state = html`${flag(required, 'required')} ${flag(chosen, 'checked')}`;
  return html`<label class="option"
    ><input type="radio" name="${name}" value="${words}" ${state} /><span class="break">${words}</span></label
  >`;
}

function select(t: T, { question, name, value, wrong }: Asked): Html {
  return html`<div class="${classes('field', wrong && 'bad')}">
    <label for="${idOf(name)}">${question.label}${optional(t, question.required)}</label>
    <select
      class="input"
      id="${idOf(name)}"
      name="${name}"
      ${flag(question.required, 'required')}
      ${described(name, wrong, false)}
    >
      <option value="">${t('page.details.pick')}</option>
      ${(question.choices ?? []).map((each) => html`<option ${flag(each === value, 'selected')} value="${each}">${each}</option>`)}
    </select>
    ${wrongLine(wrong)}
  </div>`;
}

function tick({ question, name, value, wrong }: Asked, words: string | Html, on = 'on'): Html {
  const state = html`${flag(question.required, 'required')} ${flag(value !== '', 'checked')}`;
  return html`<div class="${classes('field', wrong && 'bad')}">
    <label class="tick"
      ><input
        type="checkbox"
        id="${idOf(name)}"
        name="${name}"
        value="${on}"
        ${state}
        ${described(name, wrong, false)}
      /><span class="break">${words}</span></label
    >${wrongLine(wrong)}
  </div>`;
}
