import { RequestProblem } from '#ui/request.ts';
import type { CustomField, CustomType } from './custom-field-queries.ts';

/** A choice being written; a new one has no key yet. */
export interface DraftOption {
  id: string;
  key?: string;
  label: string;
}

export interface FieldDraft {
  label: string;
  type: CustomType;
  choices: DraftOption[];
}

export const NEW_FIELD: FieldDraft = { label: '', type: 'text', choices: [] };

export function draftOf({ label, type, choices }: CustomField): FieldDraft {
  return { label, type, choices: choices.map((choice) => ({ id: choice.key, ...choice })) };
}

export function newOption(label = ''): DraftOption {
  return { id: crypto.randomUUID(), label };
}

export function hasChoices(type: CustomType): boolean {
  return type === 'choice' || type === 'multi-choice';
}

/** What is sent: rows that nobody wrote anything in are not choices. */
export function bodyOf({ label, type, choices }: FieldDraft) {
  const written = choices.filter((choice) => choice.label.trim() !== '');
  const options = written.map(({ key, label: name }) => ({ ...(key !== undefined && { key }), label: name }));
  return { label, ...(hasChoices(type) && { choices: options }) };
}

/** Why a draft was refused: at its name, at its choices, or as a whole. */
export function refusalOf(
  error: Error | null,
  { meanwhile, unreachable }: { meanwhile: string; unreachable: string },
): { label?: string; choices?: string; other?: string } {
  if (!error) return {};
  if (!(error instanceof RequestProblem) || error.status === 0) return { other: unreachable };
  if (error.status === 412) return { other: meanwhile };
  const at = (name: string) =>
    error.errors.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message;
  const [label, choices] = [at('label'), at('choices')];
  if (label === undefined && choices === undefined)
    return { other: error.errors[0]?.message ?? error.message };
  return { ...(label !== undefined && { label }), ...(choices !== undefined && { choices }) };
}
