import type { Reader } from '#platform/db/database.ts';
import { invalid, type FieldError } from '#platform/refusal.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import { ASKED_AS } from './asked-as.ts';
import type { Link, Question } from './link.ts';

type Asking = Pick<Link, 'workspaceId' | 'settings'>;

/**
 * B7: a question that fills a field of the workspace's own names one that leads have, and asks for it as that field
 * needs. What stood before stays: a field in the trash breaks no edit of its links.
 */
export async function questionErrors(db: Reader, link: Asking, before?: Asking): Promise<FieldError[]> {
  const known = new Set(before?.settings.questions.map(purposeOf));
  const asked = link.settings.questions.flatMap((question, at) =>
    question.field?.startsWith('custom.') && !known.has(purposeOf(question)) ? [{ question, at }] : [],
  );
  if (asked.length === 0) return [];
  const fields = await readCustomFields(db, link.workspaceId, 'lead');
  return asked.flatMap(({ question, at }): FieldError[] => {
    const field = fields.find(({ key }) => `custom.${key}` === question.field);
    if (!field) return [{ path: `questions.${at}.field`, message: 'Leads have no such field.' }];
    if (ASKED_AS[field.type].includes(question.kind)) return [];
    return [{ path: `questions.${at}.kind`, message: 'This field cannot be asked for in this way.' }];
  });
}

export async function checkQuestions(db: Reader, link: Asking, before?: Asking): Promise<void> {
  const errors = await questionErrors(db, link, before);
  if (errors.length > 0) throw invalid(...errors);
}

function purposeOf({ field, kind }: Question): string {
  return `${kind} ${field}`;
}
