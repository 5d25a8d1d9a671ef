import type { T } from '#platform/messages/messages.ts';
import { href } from './address.ts';
import { textField } from './fields.ts';
import { fieldNames } from './form-names.ts';
import { page } from './layout.ts';
import { html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import { signedForm } from './signed-form.ts';
import { contactName } from './usual.ts';
import type { ContactFull, MessageSent } from './view.ts';
import { wrongAt } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

/** C2.2: the visitor's usual contact has no free time. Never a blank calendar: they can be written to instead. */
export function contactFullPage(view: ContactFull): Html {
  return page(view.frame, (t) => {
    const title = t('page.usual.full', { name: contactName(t, view.usual) });
    return {
      title: `${title} · ${view.about.title}`,
      about: { about: view.about },
      work: html`${messageForm(t, view, title)}${otherTimes(t, view)}`,
    };
  });
}

/** The message has gone; who reads it, and where the answer comes. Their address stays theirs. */
export function messageSentPage(view: MessageSent): Html {
  return page(view.frame, (t) => ({
    title: `${t('page.usual.sent')} · ${view.about.title}`,
    about: { about: view.about },
    work: html`<div class="say">
        <h1 id="done" tabindex="-1">${t('page.usual.sent')}</h1>
        <p>${t('page.usual.gets', { name: contactName(t, view.usual) })} ${onTheWay(t, view)}</p>
      </div>
      ${otherTimes(t, view)}`,
  }));
}

function messageForm(t: T, view: ContactFull, title: string): Html {
  const part = { ...view, step: 'message' as const, fields: [fieldNames.name, fieldNames.text] };
  return signedForm(
    t,
    part,
    (wrongs) =>
      html`<div class="field">
          <h1 class="big break" id="form-title" tabindex="-1">${title}</h1>
          <p>${t('page.usual.fullText')}</p>
        </div>
        ${nameField(t, view, wrongs)}${messageField(t, view, wrongs)}
        <div class="field">
          <button class="btn main"><span class="break">${press(t, view)}</span></button>
          ${view.frame.mailStays ? '' : html`<p class="hint break">${answerTo(t, view)}</p>`}
        </div>`,
  );
}

function press(t: T, { usual: { name } }: ContactFull): string {
  return name === undefined ? t('page.usual.writePlain') : t('page.usual.write', { name });
}

function nameField(t: T, { typed }: ContactFull, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.name,
    label: t('page.details.name'),
    value: typed.name,
    required: true,
    autocomplete: 'name',
    wrong: wrongAt(wrongs, fieldNames.name),
  });
}

function messageField(t: T, { typed }: ContactFull, wrongs: FieldWrong[]): Html {
  return textField(t, {
    name: fieldNames.text,
    label: t('page.usual.message'),
    value: typed.text,
    kind: 'long',
    required: true,
    wrong: wrongAt(wrongs, fieldNames.text),
  });
}

/** Where no mail leaves, the message is read in Rondo, and no answer by mail is promised. */
function onTheWay(t: T, view: MessageSent): Html | '' {
  return view.frame.mailStays ? '' : answerTo(t, view);
}

function answerTo(t: T, { replyTo }: MessageSent): Html {
  if (replyTo === undefined) return html`${t('page.usual.answerPlain')}`;
  return rich(t, 'page.usual.answer', { email: html`<b class="break">${replyTo}</b>` });
}

/** On the ladder nobody has to wait. */
function otherTimes(t: T, { at, usual }: MessageSent): Html | '' {
  if (usual.ladder === undefined) return '';
  const target = href(at, { [fieldNames.who]: 'first' });
  return html`<div class="row usual">
    <a class="btn" data-swap="who" href="${target}">${t('page.usual.take')}</a>
  </div>`;
}
