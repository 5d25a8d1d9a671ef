import { textField } from './fields.ts';
import { fieldNames } from './form-names.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import { signedForm } from './signed-form.ts';
import type { Identify } from './view.ts';
import { wrongAt } from './wrongs.ts';

/** C4: the e-mail before any time is shown, with the reason why. The same page for everybody. */
export function identifyPage(view: Identify): Html {
  const part = { ...view, step: 'identification' as const, fields: [fieldNames.email] };
  return page(view.frame, (t) => ({
    title: `${t('page.identify.title')} · ${view.about.title}`,
    about: { about: view.about },
    work: signedForm(
      t,
      part,
      (wrongs) =>
        html`<div class="field">
            <h1 class="big" id="form-title" tabindex="-1">${t('page.identify.title')}</h1>
            <p>${t('page.identify.text')}</p>
          </div>
          ${textField(t, {
            name: fieldNames.email,
            label: t('page.details.email'),
            value: view.email,
            kind: 'email',
            required: true,
            autocomplete: 'email',
            wrong: wrongAt(wrongs, fieldNames.email),
          })}
          <div class="field"><button class="btn main">${t('page.verify.see')}</button></div>`,
    ),
    indexed: true,
  }));
}
