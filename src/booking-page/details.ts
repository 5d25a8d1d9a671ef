import { dateOf, whenWords } from '#platform/messages/dates.ts';
import type { T } from '#platform/messages/messages.ts';
import { linkedLines } from './linked.ts';
import { href } from './address.ts';
import { knownVisitor, moreOfKnown } from './known-visitor.ts';
import { moreFields, visitorFields } from './visitor-fields.ts';
import { fieldNames, fieldOf } from './form-names.ts';
import { page } from './layout.ts';
import { hiddenFields, html, httpsAddress, raised } from './markup.ts';
import type { Html } from './markup.ts';
import { reader, whenBlock } from './meeting.ts';
import { blocked, panel } from './panel.ts';
import { consentField, questionField } from './questions.ts';
import { trap } from './trap.ts';
import type { Details } from './view.ts';
import { wrongWords } from './wrong-words.ts';
import { summary } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

/** Second step: the form, with the chosen time beside it. Also the page of a 422 and a 409: what was typed stays. */
export function detailsPage(view: Details): Html {
  return page(view.frame, (t) => ({
    title: `${t(titleKey(view))} · ${view.about.title}`,
    about: { about: brief(view), chosen: chosenTime(t, view) },
    work: form(t, view),
    told: { step: 'time', start: view.start },
  }));
}

const titleKey = ({ known }: Details) => (known ? 'page.details.confirm' : 'page.details.title');

/** Beside the form only what, how long and where: the chosen time is what matters now. */
function brief({ about, duration }: Details): Details['about'] {
  return { title: about.title, location: about.location, minutes: duration };
}

function chosenTime(t: T, view: Details): Html {
  const state = timeLost(view) ? 'gone' : 'booked';
  return html`${whenBlock(view.frame, view, state)}<a class="link" data-swap="back" href="${allTimes(view)}"
      >${t('page.details.change')}</a
    >`;
}

/** Back to the month with the day that was chosen. */
function allTimes({ at, start, timeZone }: Details): string {
  const day = dateOf(start, timeZone);
  return href(at, { start: undefined, month: day.slice(0, 7), day, timeZone });
}

function form(t: T, view: Details): Html {
  const wrongs = view.wrongs.map((wrong) => ({
    field: fieldOf(wrong.path),
    words: wrongWords(t, wrong, view.asks),
    about: view.asks.questions.find(({ id }) => wrong.path === `answers.${id}`)?.label,
  }));
  return html`<form class="form" id="form" method="post" action="${view.at.path}" novalidate data-send>
    ${blocked(timeLost(view))}${hidden(view)}${trap(t)}${above(t, view, wrongs)}
    <h1 id="form-title" tabindex="-1">${t(titleKey(view))}</h1>
    ${view.known ? knownVisitor(t, view) : visitorFields(t, view, wrongs)}
    ${view.asks.questions.map((question) => questionField(t, question, view.typed, wrongs))}
    ${(view.known ? moreOfKnown : moreFields)(t, view, wrongs)}
    ${view.asks.consents.map((consent) => consentField(consent, view.typed, wrongs))} ${bookButton(t, view)}
    ${view.footer ? html`<p class="note break" dir="auto">${linkedLines(view.footer)}</p>` : ''}
  </form>`;
}

/** After a 409 the old start is gone from the form: each alternative brings its own. */
const timeLost = ({ panel }: Details): boolean => panel !== undefined && 'alternatives' in panel;

function hidden(view: Details): Html {
  return hiddenFields({
    ...view.at.query,
    [fieldNames.start]: timeLost(view) ? undefined : view.start,
    [fieldNames.timeZone]: view.timeZone,
    [fieldNames.duration]: String(view.duration),
    [fieldNames.key]: view.key,
    [fieldNames.token]: view.token,
  });
}

function above(t: T, view: Details, wrongs: FieldWrong[]): Html {
  const { panel: shown, frame, timeZone, start, asks } = view;
  const known = new Set(['name', 'email', 'phone', 'notes', 'guests']);
  for (const { id } of asks.questions) known.add(`answer.${id}`);
  for (const { id } of asks.consents) known.add(`consent.${id}`);
  const keeps = hasWords(view) ? 'words' : 'nothing';
  const lost = shown && panel(t, { panel: shown, frame, timeZone, start, all: allTimes(view), keeps });
  return html`${lost ?? ''}${summary(t, wrongs, known)}`;
}

/** Nobody is told of words that they have not typed. */
function hasWords({ typed: { answers, consents, ...words } }: Details): boolean {
  return [...Object.values(words), ...Object.values(answers), ...consents].some((word) => word !== '');
}

function bookButton(t: T, view: Details): Html | '' {
  if (timeLost(view)) return '';
  const who = reader(view.frame, view.timeZone);
  const words = t('page.details.book', { when: whenWords(view.start, who).when });
  return html`<div class="field">
    <button class="btn main"><span>${raised(words)}</span></button>
    <p class="hint">
      ${raised(untilLine(t, view))}${view.onward ? html` ${onwardLine(t, view.onward)}` : ''}
    </p>
  </div>`;
}

/** Nobody is taken to another website without having read its name before. */
function onwardLine(t: T, onward: string): Html | '' {
  const site = httpsAddress(onward)?.host;
  return site ? html`<span class="break">${t('page.details.onward', { site })}</span>` : '';
}

function untilLine(t: T, { movableUntil, frame, timeZone }: Details): string {
  if (movableUntil === null || movableUntil <= frame.now) return t('page.details.lateCutOff');
  return t('page.details.until', whenWords(movableUntil, reader(frame, timeZone)));
}
