import type { Key, T } from '#platform/messages/messages.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame } from './view.ts';

/** 410: deleted or switched off, the same words. */
export const closedPage = (frame: Frame): Html => refusal(frame, 'page.closed.title', 'page.closed.text');

/** 410: the appointment page is switched off in the settings. */
export const offPage = (frame: Frame): Html => refusal(frame, 'page.off.title', 'page.off.text');

/** 404: nothing here, and nothing said about what might be elsewhere. */
export const notFoundPage = (frame: Frame): Html =>
  refusal(frame, 'page.notFound.title', 'page.notFound.text');

/** 404: a token that is altered, cut, unknown or used: one page for all. */
export const tokenPage = (frame: Frame): Html => refusal(frame, 'page.token.title', 'page.token.text');

/** 500: nothing of the cause is shown. `again` is where the same page can be asked for once more. */
export function failedPage(frame: Frame, again?: string): Html {
  return said(frame, (t) => ({
    title: t('page.failed.title'),
    text: t('page.failed.text'),
    ...(again && { way: { href: again, words: t('page.trouble.again') } }),
  }));
}

/** 4xx: an address or a form that cannot be read, and where to begin again. */
export function unclearPage(frame: Frame, again?: string): Html {
  return said(frame, (t) => ({
    title: t('page.unclear.title'),
    text: t('page.unclear.text'),
    ...(again && { way: { href: again, words: t('page.verify.see') } }),
  }));
}

/** 403: a form from another site, or one whose page is too old. */
export const refusedPage = (frame: Frame): Html => refusal(frame, 'page.refused.title', 'page.refused.text');

const LONGEST_IN_MINUTES = 180;

/** 429. Nobody counts hours in minutes: the long limits are those of a day. */
export function tooManyPage(frame: Frame, retryAfterSeconds: number, again?: string): Html {
  const count = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  const isLong = retryAfterSeconds > LONGEST_IN_MINUTES * 60;
  return said(frame, (t) => ({
    title: t('page.tooMany.title'),
    text: isLong ? t('page.tooMany.tomorrow') : t('page.tooMany.text', { count }),
    ...(again && { way: { href: again, words: t('page.trouble.again') } }),
  }));
}

function refusal(frame: Frame, title: Key, text: Key): Html {
  return said(frame, (t) => ({ title: t(title), text: t(text) }));
}

type Said = { title: string; text: string; way?: { href: string; words: string } };

function said(frame: Frame, words: (t: T) => Said): Html {
  return page(frame, (t) => {
    const { title, text, way } = words(t);
    const work = html`<div class="say">
      <h1 id="done" tabindex="-1">${title}</h1>
      <p>${text}</p>
      ${way ? html`<div class="row"><a class="btn main" href="${way.href}">${way.words}</a></div>` : ''}
    </div>`;
    return { title: `${title} · ${frame.workspace.name}`, about: {}, work };
  });
}
