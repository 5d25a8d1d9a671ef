import { invalid, Problem } from '#platform/refusal.ts';
import { fold } from '#platform/fold.ts';
import type { CustomChoice, CustomField, CustomType } from '#crm/timeline/custom/custom-field.ts';
import { MOST_FIELDS } from './custom-field-fields.ts';
import { choiceKeyOf } from './key-of-label.ts';

/** Refuses (409) one field more than a kind may have, and a label that another of its fields has. */
export function checkFits(others: readonly CustomField[], { id, label }: { id?: string; label: string }) {
  const rest = others.filter((field) => field.id !== id);
  if (rest.length >= MOST_FIELDS) {
    throw new Problem(409, 'conflict', `Records of one kind have ${MOST_FIELDS} fields of your own at most.`);
  }
  if (!rest.some((field) => fold(field.label) === fold(label))) return;
  const message = 'There is a field of this name already. Choose another name.';
  throw new Problem(409, 'taken', message, { errors: [{ path: 'label', message }] });
}

interface GivenChoice {
  key?: string;
  label: string;
}

/** The choices that these make for a field that had `before`. 422 for none at all, for twins and for unknown keys. */
export function choicesFrom(
  type: CustomType,
  given: readonly GivenChoice[],
  before: readonly CustomChoice[] = [],
): CustomChoice[] {
  if (type !== 'choice' && type !== 'multi-choice') {
    if (given.length > 0) throw refused('choices', 'Only a field of choices has choices. Leave them out.');
    return [];
  }
  if (given.length === 0) throw refused('choices', 'Write at least one choice.');
  const known = new Set(before.map(({ key }) => key));
  const taken = new Set(known);
  const seen = new Set<string>();
  return given.map(({ key, label }, at) => {
    if (key !== undefined && !known.has(key)) {
      throw refused(`choices.${at}.key`, 'This field has no such choice. Leave the key out for a new one.');
    }
    if (seen.has(fold(label)) || (key !== undefined && seen.has(`key ${key}`))) {
      throw refused(`choices.${at}.label`, 'There is a choice of this name already.');
    }
    seen.add(fold(label)).add(`key ${key ?? ''}`);
    return { key: key ?? choiceKeyOf(label, taken), label };
  });
}

function refused(path: string, message: string): Problem {
  return invalid({ path, message });
}
