import type { Key, T } from '#platform/messages/messages.ts';
import { hiddenFields, html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { emailField, newPasswordField, staffPage } from './staff-fields.ts';
import { staffWrongs } from './staff-wrongs.ts';
import type { Forgotten, Frame, Invitation, NewPassword } from './view.ts';
import { summary } from './wrongs.ts';

/** Asks for the address; afterwards the same words whether an account has it or not. */
export function forgottenPage(view: Forgotten): Html {
  if (view.sent) return said(view.frame, 'staff.forgotten.sent', 'staff.forgotten.sentText');
  return staffPage(view.frame, (t) => ({ title: t('staff.forgotten.title'), work: askAddress(t, view) }));
}

export function newPasswordPage(view: NewPassword): Html {
  return staffPage(view.frame, (t) => {
    const title = t('staff.reset.title');
    return {
      title,
      work: passwordForm(t, view, '/reset-password', html`${title}`, null, t('staff.reset.press')),
    };
  });
}

export const passwordChangedPage = (frame: Frame): Html =>
  said(frame, 'staff.reset.done', 'staff.reset.doneText');

/** The mailed link was used, altered, or is too old. */
export const passwordLinkPage = (frame: Frame): Html =>
  said(frame, 'staff.reset.invalid', 'staff.reset.invalidText');

/** A colleague who was invited by mail chooses a password and is in. */
export function invitationPage(view: Invitation): Html {
  return staffPage(view.frame, (t) => {
    const press = t('staff.invitation.press', { workspace: view.frame.workspace.name });
    const title = t('staff.invitation.title');
    return { title, work: passwordForm(t, view, '/invitation', html`${title}`, invited(t, view), press) };
  });
}

function invited(t: T, { email }: Invitation): Html {
  const address = html`<b class="break">${email ?? ''}</b>`;
  return email
    ? rich(t, 'staff.invitation.text', { email: address })
    : html`${t('staff.invitation.textPlain')}`;
}

function askAddress(t: T, { email }: Forgotten): Html {
  return html`<form class="form narrow" method="post" action="/forgotten-password" novalidate>
    <h1 class="big" id="form-title" tabindex="-1">${t('staff.forgotten.title')}</h1>
    <p>${t('staff.forgotten.text')}</p>
    ${emailField(t, email, [])}
    <div class="field"><button class="btn main">${t('staff.forgotten.press')}</button></div>
    ${back(t)}
  </form>`;
}

function passwordForm(
  t: T,
  view: NewPassword,
  action: string,
  title: Html,
  text: Html | null,
  press: string,
): Html {
  const wrongs = staffWrongs(t, view.wrongs);
  return html`<form class="form narrow" method="post" action="${action}" novalidate>
    ${summary(t, wrongs, new Set(['password']))}${hiddenFields({ token: view.token })}
    <h1 class="big" id="form-title" tabindex="-1">${title}</h1>
    ${text === null ? '' : html`<p>${text}</p>`}${newPasswordField(t, t('staff.passwordNew'), wrongs)}
    <div class="field"><button class="btn main">${press}</button></div>
  </form>`;
}

function said(frame: Frame, title: Key, text: Key): Html {
  return staffPage(frame, (t) => {
    const work = html`<div class="say">
      <h1 id="done" tabindex="-1">${t(title)}</h1>
      <p>${t(text)}</p>
      ${back(t)}
    </div>`;
    return { title: t(title), work };
  });
}

function back(t: T): Html {
  return html`<p><a class="link" href="/sign-in">${t('staff.forgotten.back')}</a></p>`;
}
