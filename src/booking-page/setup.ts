import type { T } from '#platform/messages/messages.ts';
import { countriesIn } from '#people/countries.ts';
import { hintLine, optional, textField } from './fields.ts';
import { flag, html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { emailField, newPasswordField, staffPage } from './staff-fields.ts';
import { staffWrongs } from './staff-wrongs.ts';
import type { Setup, SetupDone, SetupField } from './view.ts';
import { summary, idOf, described, wrongAt, wrongLine } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';
import { zoneOptions } from './zone-picker.ts';

/** N4: the first run makes workspace, owner and a first link. What was typed stays, except the password. */
export function setupPage(view: Setup): Html {
  return staffPage(view.frame, (t) => ({ title: t('staff.setup.title'), work: form(t, view) }));
}

/** Made: the first page, the key that is shown once, and what to do next. */
export function setupDonePage(view: SetupDone): Html {
  return staffPage(view.frame, (t) => ({ title: t('staff.setup.done'), work: done(t, view) }));
}

/** 409: somebody was here before. */
export function setupClosedPage(view: Pick<Setup, 'frame'>, signIn: string): Html {
  return staffPage(view.frame, (t) => {
    const title = t('staff.setup.already');
    const work = html`<div class="say">
      <h1 id="done" tabindex="-1">${title}</h1>
      <p>${t('staff.setup.alreadyText')}</p>
      <div class="row"><a class="btn main" href="${signIn}">${t('staff.setup.signIn')}</a></div>
    </div>`;
    return { title, work };
  });
}

const setupFields = new Set<string>([
  'token',
  'workspace',
  'timeZone',
  'language',
  'country',
  'name',
  'email',
  'password',
]);

function form(t: T, view: Setup): Html {
  const wrongs = staffWrongs(t, view.wrongs);
  return html`<form class="form" method="post" action="/setup" novalidate>
    ${summary(t, wrongs, setupFields)}
    <h1 class="big" id="form-title" tabindex="-1">${t('staff.setup.title')}</h1>
    <p class="muted">${t('staff.setup.text')}</p>
    ${plain(t, view, wrongs, 'token', t('staff.setup.token'), t('staff.setup.tokenHint'))}
    <h2>${t('staff.setup.workspace')}</h2>
    ${plain(t, view, wrongs, 'workspace', t('staff.setup.workspaceName'))}
    <div class="two">${zoneField(t, view, wrongs)}${languageField(t, view)}</div>
    <div class="two">${countryField(t, view, wrongs)}</div>
    <h2>${t('staff.setup.owner')}</h2>
    <div class="two">
      ${plain(t, view, wrongs, 'name', t('staff.name'))}${emailField(t, view.typed.email ?? '', wrongs)}
    </div>
    ${newPasswordField(t, t('staff.password'), wrongs)}
    <div class="field"><button class="btn main">${t('staff.setup.press')}</button></div>
  </form>`;
}

function plain(
  t: T,
  view: Setup,
  wrongs: FieldWrong[],
  name: SetupField,
  label: string,
  hint?: string,
): Html {
  return textField(t, {
    name,
    label,
    value: view.typed[name] ?? '',
    required: true,
    autocomplete: autocompletes[name] ?? 'off',
    hint,
    wrong: wrongAt(wrongs, name),
  });
}

const autocompletes: Partial<Record<SetupField, string>> = {
  workspace: 'organization',
  name: 'name',
};

function zoneField(t: T, { frame, typed }: Setup, wrongs: FieldWrong[]): Html {
  const wrong = wrongAt(wrongs, 'timeZone');
  return html`<div class="${wrong ? 'field bad' : 'field'}">
    <label for="${idOf('timeZone')}">${t('staff.setup.zone')}</label>
    <select
      class="input"
      id="${idOf('timeZone')}"
      name="timeZone"
      data-zone
      ${described('timeZone', wrong, false)}
    >
      ${zoneOptions(t, frame.language, typed.timeZone || 'UTC')}
    </select>
    ${wrongLine(wrong)}
  </div>`;
}

function languageField(t: T, { frame, typed }: Setup): Html {
  const chosen = typed.language ?? frame.language;
  return html`<div class="field">
    <label for="${idOf('language')}">${t('staff.setup.language')}</label>
    <select class="input" id="${idOf('language')}" name="language">
      ${Object.entries(names).map(([id, name]) => html`<option value="${id}" lang="${id}" ${flag(id === chosen, 'selected')}>${name}</option>`)}
    </select>
  </div>`;
}

/** Names in the page's language; the two letters are what is sent, and no country is an answer too. */
function countryField(t: T, { frame, typed }: Setup, wrongs: FieldWrong[]): Html {
  const wrong = wrongAt(wrongs, 'country');
  const id = idOf('country');
  return html`<div class="${wrong ? 'field bad' : 'field'}">
    <label for="${id}">${t('staff.setup.country')}${optional(t, false)}</label>
    <select
      class="input"
      id="${id}"
      name="country"
      autocomplete="country"
      ${described('country', wrong, true)}
    >
      <option value="">${t('staff.setup.countryNone')}</option>
      ${countriesIn(frame.language).map(({ value, label }) => html`<option value="${value}" ${flag(value === typed.country, 'selected')}>${label}</option>`)}
    </select>
    ${hintLine('country', t('staff.setup.countryHint'))}${wrongLine(wrong)}
  </div>`;
}

const names = { en: 'English', fr: 'Français', pl: 'Polski' };

function done(t: T, view: SetupDone): Html {
  const workspace = html`<b class="break">${view.frame.workspace.name}</b>`;
  return html`<div class="say">
    <h1 id="done" tabindex="-1">${t('staff.setup.done')}</h1>
    <p>${rich(t, 'staff.setup.doneText', { workspace })}</p>
    <h2>${t('staff.setup.next')}</h2>
    <ol class="steps">
      <li>${t('staff.setup.stepLink')} <a class="break" href="${view.page}">${view.page}</a></li>
      <li>${t('staff.setup.stepHours')}</li>
      ${view.mailCaptured ? html`<li>${t('staff.setup.stepMail')}</li>` : ''}
    </ol>
    <h2>${t('staff.setup.key')}</h2>
    <p>${t('staff.setup.keyHint')}</p>
    <p class="secret"><code class="break">${view.apiKey}</code></p>
    <div class="row">
      <a class="btn main" href="${view.page}">${t('staff.setup.open')}</a
      ><a class="btn" href="${view.signIn}">${t('staff.setup.signIn')}</a>
    </div>
  </div>`;
}
