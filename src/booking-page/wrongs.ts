import type { T } from '#platform/messages/messages.ts';
import { icon } from './icon.ts';
import { html, nothing, raw } from './markup.ts';
import type { Html } from './markup.ts';

/** A message for one field: it says what to do. `about` names the field where the words alone would not. */
export type FieldWrong = { field: string; words: string; about?: string | undefined };

/** Above the form, takes the focus, counts, and leads to each field. */
export function summary(t: T, wrongs: FieldWrong[], known: ReadonlySet<string>): Html | '' {
  if (wrongs.length === 0) return '';
  return html`<div class="alert" id="wrongs" role="alert" tabindex="-1" autofocus>
    <h2>${t('page.wrong.summary', { count: wrongs.length })}</h2>
    <ul role="list">
      ${wrongs.map((wrong) => html`<li>${summaryLine(wrong, known)}</li>`)}
    </ul>
  </div>`;
}

function summaryLine({ field, words, about }: FieldWrong, known: ReadonlySet<string>): Html {
  const line = html`${about ? html`${about} – ` : ''}${words}`;
  return known.has(field) ? html`<a class="break" href="#${idOf(field)}">${line}</a>` : line;
}

export function wrongAt(wrongs: FieldWrong[], field: string): FieldWrong | undefined {
  return wrongs.find((wrong) => wrong.field === field);
}

/** The message below its field. */
export function wrongLine(wrong: FieldWrong | undefined): Html {
  if (wrong === undefined) return nothing;
  return html`<p class="error" id="${idOf(wrong.field)}-wrong">
    ${icon('alert')}<span>${wrong.words}</span>
  </p>`;
}

/** `aria-invalid` and `aria-describedby` of a field with its message and its hint. */
export function described(field: string, wrong: FieldWrong | undefined, hint: boolean): Html {
  const id = idOf(field);
  const by = [wrong ? `${id}-wrong` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return html`${wrong ? raw('aria-invalid="true" ') : ''}${by ? html`${raw('aria-describedby="')}${by}${raw('"')}` : ''}`;
}

/** Element ids hold no character that a selector or a fragment would read otherwise. */
export function idOf(field: string): string {
  return `f-${field.replaceAll(/[^\w-]/g, '-')}`;
}
