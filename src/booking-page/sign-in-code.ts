import type { T } from '#platform/messages/messages.ts';
import { textField } from './fields.ts';
import { hiddenFields, html } from './markup.ts';
import type { Html } from './markup.ts';
import { staffPage } from './staff-fields.ts';
import type { SignInCode } from './view.ts';

/** The second step: the code of an app. Recovery codes have a page of their own, since telephones show it letters. */
export function signInCodePage(view: SignInCode): Html {
  return staffPage(view.frame, (t) => ({ title: titleOf(t, view), work: form(t, view) }));
}

function titleOf(t: T, { recovery }: SignInCode): string {
  return t(recovery ? 'staff.code.recoveryTitle' : 'staff.code.title');
}

function form(t: T, view: SignInCode): Html {
  const { recovery, next, failed } = view;
  return html`<form class="form narrow" method="post" action="/sign-in/code" novalidate>
    <h1 class="big" id="form-title" tabindex="-1">${titleOf(t, view)}</h1>
    ${failed ? wrong(t, recovery) : ''}
    <p>${t(recovery ? 'staff.code.recoveryText' : 'staff.code.text')}</p>
    ${hiddenFields({ next, recovery: recovery ? '1' : undefined })}${recovery ? recoveryField(t) : codeField(t, failed)}
    <div class="field"><button class="btn main">${t('staff.code.press')}</button></div>
    <p>
      <a class="link" href="${otherWay(view)}">${t(recovery ? 'staff.code.app' : 'staff.code.recovery')}</a>
    </p>
    ${recovery ? html`<p class="muted">${t('staff.code.recoveryLost')}</p>` : ''}
    <p><a class="link" href="/sign-in${queryOf({ next })}">${t('staff.code.back')}</a></p>
  </form>`;
}

function codeField(t: T, failed: boolean): Html {
  return textField(t, {
    name: 'code',
    label: t('staff.code.label'),
    value: '',
    required: true,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    autofocus: !failed,
  });
}

function recoveryField(t: T): Html {
  return textField(t, {
    name: 'code',
    label: t('staff.code.recoveryLabel'),
    value: '',
    required: true,
    autocomplete: 'off',
  });
}

function wrong(t: T, recovery: boolean): Html {
  return html`<div class="alert" role="alert" tabindex="-1" autofocus id="wrongs">
    <h2>${t('staff.code.wrong')}</h2>
    <p>${t(recovery ? 'staff.code.recoveryWrongText' : 'staff.code.wrongText')}</p>
  </div>`;
}

function otherWay({ recovery, next }: SignInCode): string {
  return `/sign-in/code${queryOf({ ...(recovery ? {} : { recovery: '1' }), next })}`;
}

function queryOf(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
