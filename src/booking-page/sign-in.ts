import type { T } from '#platform/messages/messages.ts';
import { hiddenFields, html } from './markup.ts';
import type { Html } from './markup.ts';
import { emailField, presentPasswordField, staffPage } from './staff-fields.ts';
import type { SignIn } from './view.ts';

/** For colleagues: address and password. A wrong pair says no more than that. */
export function signInPage(view: SignIn): Html {
  return staffPage(view.frame, (t) => ({ title: t('staff.signIn.title'), work: form(t, view) }));
}

function form(t: T, { email, failed, next }: SignIn): Html {
  return html`<form class="form narrow" method="post" action="/sign-in" novalidate>
    <h1 class="big" id="form-title" tabindex="-1">${t('staff.signIn.title')}</h1>
    ${failed === null ? '' : alert(t, failed)}${hiddenFields({ next })}${emailField(t, email, [])}${presentPasswordField(t)}
    <div class="field"><button class="btn main">${t('staff.signIn.press')}</button></div>
    <p><a class="link" href="/forgotten-password">${t('staff.signIn.forgotten')}</a></p>
  </form>`;
}

function alert(t: T, failed: 'wrong' | 'late'): Html {
  const late = failed === 'late';
  return html`<div class="alert" role="alert" tabindex="-1" autofocus id="wrongs">
    <h2>${t(late ? 'staff.code.late' : 'staff.signIn.wrong')}</h2>
    <p>${t(late ? 'staff.code.lateText' : 'staff.signIn.wrongText')}</p>
  </div>`;
}
