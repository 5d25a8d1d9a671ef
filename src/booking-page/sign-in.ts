import type { T } from '#platform/messages/messages.ts';
import { hiddenFields, html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { emailField, presentPasswordField, staffPage } from './staff-fields.ts';
import type { Home, SignIn } from './view.ts';

/** For colleagues: address and password. A wrong pair says no more than that. */
export function signInPage(view: SignIn): Html {
  return staffPage(view.frame, (t) => ({ title: t('staff.signIn.title'), work: form(t, view) }));
}

/** After signing in, until the staff app is there: where the pages are, and the interface description. */
export function homePage(view: Home): Html {
  return staffPage(view.frame, (t) => ({
    title: t('staff.home.title', { name: view.name }),
    work: home(t, view),
  }));
}

function form(t: T, { email, failed, next }: SignIn): Html {
  return html`<form class="form narrow" method="post" action="/sign-in" novalidate>
    <h1 class="big" id="form-title" tabindex="-1">${t('staff.signIn.title')}</h1>
    ${failed ? wrong(t) : ''}${hiddenFields({ next })}${emailField(t, email, [])}${presentPasswordField(t)}
    <div class="field"><button class="btn main">${t('staff.signIn.press')}</button></div>
    <p><a class="link" href="/forgotten-password">${t('staff.signIn.forgotten')}</a></p>
  </form>`;
}

function wrong(t: T): Html {
  return html`<div class="alert" role="alert" tabindex="-1" autofocus id="wrongs">
    <h2>${t('staff.signIn.wrong')}</h2>
    <p>${t('staff.signIn.wrongText')}</p>
  </div>`;
}

function home(t: T, { name, email, links }: Home): Html {
  return html`<div class="say">
    <h1 id="done" tabindex="-1">${t('staff.home.title', { name })}</h1>
    <p>${rich(t, 'staff.home.text', { email: html`<b class="break">${email}</b>` })}</p>
    <h2>${t('staff.home.links')}</h2>
    <ul class="plain" role="list">
      ${links.map(({ title, url }) => html`<li><a class="link break" href="${url}">${title}</a></li>`)}
    </ul>
    <p><a class="link" href="/api/openapi.json">${t('staff.home.api')}</a></p>
    <p><a class="link" href="/api/mail">${t('staff.home.mail')}</a></p>
    <form method="post" action="/sign-out" class="row">
      <button class="btn">${t('staff.home.out')}</button>
    </form>
  </div>`;
}
