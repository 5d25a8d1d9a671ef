import type { T } from '#platform/messages/messages.ts';
import { SHORTEST_PASSWORD } from '#people/password-length.ts';
import { textField } from './fields.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame } from './view.ts';
import { wrongAt } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

/** The pages for colleagues share the visitor's frame, with our one sentence in the left pane. */
export function staffPage(frame: Frame, build: (t: T) => { title: string; work: Html }): Html {
  return page(frame, (t) => {
    const { title, work } = build(t);
    const tagline = html`<p class="lead muted">${t('staff.tagline')}</p>`;
    return { title: `${title} · ${frame.workspace.name}`, about: { remark: tagline }, work };
  });
}

export function emailField(t: T, value: string, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: 'email',
    label: t('staff.email'),
    value,
    kind: 'email',
    required: true,
    autocomplete: 'username',
    wrong: wrongAt(wrongs, 'email'),
  });
}

/** A password is never written back into the page. */
export function newPasswordField(t: T, label: string, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: 'password',
    label,
    value: '',
    kind: 'password',
    required: true,
    autocomplete: 'new-password',
    hint: t('staff.passwordHint', { count: SHORTEST_PASSWORD }),
    wrong: wrongAt(wrongs, 'password'),
  });
}

export function presentPasswordField(t: T): Html {
  return textField(t, {
    name: 'password',
    label: t('staff.password'),
    value: '',
    kind: 'password',
    required: true,
    autocomplete: 'current-password',
  });
}
