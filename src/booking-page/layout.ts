import { translator } from '#platform/messages/messages.ts';
import type { T } from '#platform/messages/messages.ts';
import { accentStyle } from '#ui/accent.ts';
import { aboutPane, compactHead } from './about.ts';
import type { AboutPart } from './about.ts';
import { assetPaths, sheet } from './assets.ts';
import { outward, toldParts } from './embedded.ts';
import { foot } from './foot.ts';
import { html, raw } from './markup.ts';
import { troubles } from './troubles.ts';
import type { Html } from './markup.ts';
import type { Embedded, Frame, Told } from './view.ts';

export type PageParts = {
  title: string;
  about: AboutPart;
  work: Html;
  /** Where the skip link leads: the times on the first step. */
  skip?: { to: string; words: string };
  /** Leads on by itself after a booking; an https address that was checked before. */
  onward?: string;
  /** Asks for itself again after so many seconds, for what comes in a moment. */
  again?: number;
  /** What a website around the page is told once it is shown. */
  told?: Told;
  /** Search engines may list the first step, never a page about a booking. */
  indexed?: boolean;
};

/**
 * A whole page: the left pane, the work, the foot. One `<style>` with a nonce, no inline script. In the frame of another
 * website only a short head and the work.
 */
export function page(frame: Frame, build: (t: T) => PageParts): Html {
  const t = translator(frame.language);
  const whole = document(t, frame, build(t));
  return frame.embed ? outward(whole, frame.embed) : whole;
}

function document(t: T, frame: Frame, parts: PageParts): Html {
  const skip = parts.skip ?? { to: '#work', words: t('page.skipMain') };
  const { embed } = frame;
  return html`<!doctype html>
    <html lang="${frame.language}" dir="ltr" ${embed ? looks(embed) : ''}>
      ${head(frame, parts)}
      <body>
        <a class="skip" href="${skip.to}">${skip.words}</a>
        <p class="sr" role="status" id="said" data-loading="${t('page.choose.loadingMore')}"></p>
        ${banner(t, frame)}
        <div class="page" ${embed ? toldParts(parts.told) : ''}>
          ${embed ? compactHead(t, parts.about) : aboutPane(t, frame, parts.about)}
          <main class="work" id="work" tabindex="-1">${parts.work}</main>
          ${embed ? '' : foot(t, frame)}
        </div>
        ${troubles(t)}
      </body>
    </html>`;
}

function looks({ mode, theme }: Embedded): Html {
  const name = mode === 'dialog' ? 'framed in-dialog' : 'framed';
  return html`class="${name}" ${theme ? html`data-theme="${theme}"` : ''}`;
}

/** Beside every step of a preview, on paper too: nobody takes it for a page that books. */
function banner(t: T, { preview }: Frame): Html | '' {
  if (!preview) return '';
  return html`<aside class="preview" aria-label="${t('page.preview.name')}">
    <p>
      <b>${t('page.preview.banner')}</b>${preview === 'open' ? '' : html` ${t(`page.preview.${preview}`)}`}
    </p>
  </aside>`;
}

function head(frame: Frame, { title, onward, again, indexed }: PageParts): Html {
  const paths = assetPaths();
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#f5f7f6" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#0f1211" media="(prefers-color-scheme: dark)" />
    ${indexed && !frame.preview && !frame.embed ? '' : html`<meta name="robots" content="noindex" />`}
    <meta name="referrer" content="same-origin" />
    <title>${title}</title>
    <link rel="icon" href="${paths.icon}" />
    ${colours(frame)}
    <script src="${paths.script}" type="module"></script>
    ${onward && !frame.embed ? html`<meta http-equiv="refresh" content="0; url=${onward}" />` : ''}
    ${again ? html`<meta http-equiv="refresh" content="${String(again)}" />` : ''}
  </head>`;
}

/** The sheet stands in the page, so that a slow line waits for one answer, not two; the workspace's colours follow it. */
function colours({ nonce, workspace }: Frame): Html {
  return html`${raw('<style nonce="')}${nonce}${raw('">')}${raw(sheet())}${raw(accentStyle(workspace.accent))}${raw('</style>')}`;
}
