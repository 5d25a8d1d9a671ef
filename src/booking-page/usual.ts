import type { T } from '#platform/messages/messages.ts';
import { href } from './address.ts';
import { fieldNames } from './form-names.ts';
import { flag, html, rich } from './markup.ts';
import type { Html } from './markup.ts';
import type { At, Ladder, Usual } from './view.ts';

/** C2, C3: whose times these are, and where the visitor may choose, the choice. Nothing on an ordinary page. */
export function usualPart(t: T, at: At, usual: Usual | undefined): Html | '' {
  if (usual === undefined) return '';
  const words = html`<p class="break">${whose(t, usual)}</p>`;
  return html`<div class="usual">${words}${usual.ladder ? ladderChoice(t, at, usual.ladder) : ''}</div>`;
}

/** C3: to wait for the usual contact, or to take whoever is free first. */
function ladderChoice(t: T, at: At, ladder: Ladder): Html {
  return html`<nav class="lengths" id="who" aria-label="${t('page.usual.choose')}">
    <ul role="list">
      ${(['owner', 'first'] as const).map((who) => choice(t, at, who, who === chosen(ladder)))}
    </ul>
  </nav>`;
}

/** The same in words, for the live region. */
export function usualSaid(t: T, { name, ladder }: Usual): string {
  if (ladder === undefined || ladder.rung === 'owner')
    return name === undefined ? t('page.usual.whosePlain') : t('page.usual.whose', { name });
  if (ladder.choice === 'first') return t('page.usual.first');
  return t(`page.usual.${ladder.rung}`, { name: name ?? t('page.usual.contact'), count: ladder.workingDays });
}

/** The visitor's usual contact by name, or as what they are. */
export function contactName(t: T, { name }: Usual): string {
  return name ?? t('page.usual.contact');
}

/** Shown in bold, and kept from turning the words around it when it runs from right to left. */
function whose(t: T, usual: Usual): Html {
  const { name, ladder } = usual;
  const bold = name === undefined ? undefined : html`<b><bdi>${name}</bdi></b>`;
  if (ladder === undefined || ladder.rung === 'owner')
    return bold ? rich(t, 'page.usual.whose', { name: bold }) : html`${t('page.usual.whosePlain')}`;
  if (ladder.choice === 'first') return html`${t('page.usual.first')}`;
  const known = bold ?? html`${t('page.usual.contact')}`;
  return rich(t, `page.usual.${ladder.rung}`, { name: known }, { count: ladder.workingDays });
}

/** Before anything was chosen the contact's own times are waited for, and a higher rung is neither. */
function chosen({ rung, choice }: Ladder): 'owner' | 'first' | null {
  return choice ?? (rung === 'owner' ? 'owner' : null);
}

const words = { owner: 'page.usual.wait', first: 'page.usual.take' } as const;

function choice(t: T, at: At, who: 'owner' | 'first', current: boolean): Html {
  const target = href(at, { [fieldNames.who]: who, month: undefined, day: undefined });
  return html`<li>
    <a class="length" data-swap="who" href="${target}" ${flag(current, 'aria-current="true"')}
      >${t(words[who])}</a
    >
  </li>`;
}
