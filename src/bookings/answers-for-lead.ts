import type { Tx } from '#platform/db/database.ts';
import type { CustomValue, CustomValues } from '#crm/timeline/custom/custom-field.ts';
import { readWritten } from '#crm/timeline/custom/read-written.ts';
import { holdCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import type { Question } from '#links/link.ts';
import type { Answer } from './booking.ts';

/**
 * What a visitor's answers are in the workspace's own fields of a lead. An answer that a field does not take, or whose
 * field is gone, stays an answer of the booking: nobody is refused for it (E6).
 */
export async function answersForLead(
  tx: Tx,
  workspaceId: string,
  questions: readonly Question[],
  answers: readonly Answer[],
): Promise<CustomValues> {
  const asked = questions.flatMap(({ id, field }) => {
    const said = answers.find((answer) => answer.id === id)?.value;
    return field?.startsWith('custom.') && said !== undefined ? [{ field, said }] : [];
  });
  if (asked.length === 0) return {};
  const fields = await holdCustomFields(tx, workspaceId, 'lead');
  const values = asked.flatMap(({ field: name, said }): [string, CustomValue][] => {
    const field = fields.find(({ key }) => `custom.${key}` === name);
    const read = field && readWritten(field, said);
    return read && 'value' in read && read.value !== null ? [[field.key, read.value]] : [];
  });
  return Object.fromEntries(values);
}
