import { nameOfCustom, type CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import { ASKED_AS } from '../../asked-as.ts';
import type { Question } from './questions-section.tsx';

/** Fields that every lead has. */
export const LEAD_FIELDS = ['phone', 'skype', 'companyName', 'jobTitle'] as const;

/** What a question may offer to choose from. */
const MOST_CHOICES = 50;

/** Those that a question can ask for. */
export function askable(fields: readonly CustomField[]): CustomField[] {
  return fields.filter(({ choices }) => choices.length <= MOST_CHOICES);
}

export function kindsFor(field: CustomField | undefined, all: readonly Question['kind'][]) {
  return field ? ASKED_AS[field.type] : all;
}

/** The field of the workspace's own that the answer fills, while there is one. */
export function filledBy(question: Question, fields: readonly CustomField[]): CustomField | undefined {
  return fields.find((field) => nameOfCustom(field) === question.field);
}

/** The question, its answer going into that field; undefined: into none. It asks as the field needs to be asked for. */
export function intoField(
  question: Question,
  name: string | undefined,
  fields: readonly CustomField[],
): Question {
  const { field: _dropped, ...rest } = question;
  if (name === undefined) return rest;
  const into = { ...rest, field: name as NonNullable<Question['field']> };
  const field = filledBy(into, fields);
  return field ? askedFor(into, field) : into;
}

function askedFor(question: Question, field: CustomField): Question {
  const kinds = ASKED_AS[field.type];
  const kind = kinds.includes(question.kind) ? question.kind : kinds[0]!;
  const { choices: _dropped, ...rest } = question;
  return { ...rest, kind, ...(kind === 'choice' && { choices: labelsOf(field) }) };
}

export function labelsOf({ choices }: CustomField): string[] {
  return choices.map(({ label }) => label);
}

/** The question, asked another way; a tick fills none of the fields that every lead has. */
export function askedAs(question: Question, kind: Question['kind'], firstChoice: string): Question {
  const { choices: _choices, field, ...rest } = question;
  const stays = kind !== 'checkbox' || !LEAD_FIELDS.some((one) => one === field);
  return {
    ...rest,
    kind,
    ...(field && stays && { field }),
    ...(kind === 'choice' && { choices: question.choices ?? [firstChoice] }),
  };
}
