import { briefDay, dateOf, timeOf } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { html, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { dateLanguage, reader } from './meeting.ts';
import type { Frame, Panel } from './view.ts';

type Keeps = 'words' | 'meeting' | 'nothing';

export type PanelPart = {
  panel: Panel;
  frame: Frame;
  timeZone: string;
  /** The start that was wanted, and the way to all others. */
  start: string;
  all: string;
  /** What is kept: the typed words, the meeting as it stands, or nothing: an old link was opened. */
  keeps: Keeps;
};

/**
 * On top of a form whose time was lost, or that must be sent once more. The nearest times are submit buttons of
 * the same form, so one press books; `blocked()` comes first, so Enter in a field books nothing.
 */
export function panel(t: T, part: PanelPart): Html {
  if (!('alternatives' in part.panel)) return wordsPanel(t, part.panel.kind);
  const time = timeOf(part.start, reader(part.frame, part.timeZone));
  const { alternatives } = part.panel;
  return html`<div
    class="alert calm"
    id="panel"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="panel-title"
  >
    <h2 id="panel-title">${t(`page.panel.${part.panel.kind}`, { time })}</h2>
    ${alternatives.length > 0 ? nearest(t, part, alternatives) : html`<p>${t('page.panel.none')}</p>`}
    <a class="link small" href="${part.all}" data-swap="back">${t('page.panel.all')}</a>
  </div>`;
}

/** First in the form when pressing Enter must do nothing: a browser sends by the first button, and this one is off. */
export function blocked(on: boolean): Html | '' {
  return on ? html`<button disabled hidden></button>` : '';
}

const KEPT = {
  words: 'page.panel.keep',
  meeting: 'page.panel.keepMove',
  nothing: 'page.panel.keepNothing',
} as const satisfies Record<Keeps, string>;

function nearest(t: T, { frame, timeZone, keeps }: PanelPart, starts: string[]): Html {
  const who = reader(frame, timeZone);
  return html`<p>${t(KEPT[keeps])}</p>
    <div class="near">
      ${starts.slice(0, 3).map((start) => {
        const words = `${briefDay(dateOf(start, timeZone), dateLanguage(frame))}, ${timeOf(start, who)}`;
        return html`<button class="slot" name="start" value="${start}">
          <span>${raised(words)}</span>
        </button>`;
      })}
    </div>`;
}

/** The form could not be told from a robot's; the same words, sent once more, are good. */
export function againPanel(t: T): Html {
  return wordsPanel(t, 'again');
}

function wordsPanel(t: T, kind: 'again' | 'preview'): Html {
  return html`<div
    class="alert calm"
    id="panel"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="panel-title"
  >
    <h2 id="panel-title">${t(`page.panel.${kind}`)}</h2>
    <p>${t(`page.panel.${kind}Text`)}</p>
  </div>`;
}
