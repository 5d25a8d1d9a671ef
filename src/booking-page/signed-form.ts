import type { T } from '#platform/messages/messages.ts';
import { fieldNames, fieldOf } from './form-names.ts';
import { hiddenFields, html } from './markup.ts';
import type { Html } from './markup.ts';
import { againPanel } from './panel.ts';
import { trap } from './trap.ts';
import type { At, Wrong } from './view.ts';
import { wrongWords } from './wrong-words.ts';
import { summary } from './wrongs.ts';
import type { FieldWrong } from './wrongs.ts';

type SignedPart = {
  at: At;
  wrongs: Wrong[];
  key: string;
  token: string;
  again?: boolean;
  /** Which form it is, for the reader of the link's page. */
  step: 'message' | 'identification';
  /** The fields that the summary may lead to. */
  fields: readonly string[];
};

/** A form of a link's page that is no booking: it carries the place, is signed, and has the field nobody sees. */
export function signedForm(t: T, part: SignedPart, inside: (wrongs: FieldWrong[]) => Html): Html {
  const wrongs = part.wrongs.map((wrong) => ({ field: fieldOf(wrong.path), words: wrongWords(t, wrong) }));
  return html`<form class="form" id="form" method="post" action="${part.at.path}" novalidate data-send>
    ${hidden(part)}${trap(t)}${part.again ? againPanel(t) : ''}${summary(t, wrongs, new Set(part.fields))}${inside(wrongs)}
  </form>`;
}

function hidden({ at, step, key, token }: SignedPart): Html {
  return hiddenFields({
    ...at.query,
    [fieldNames.step]: step,
    [fieldNames.key]: key,
    [fieldNames.token]: token,
  });
}
