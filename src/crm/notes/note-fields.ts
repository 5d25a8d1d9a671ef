import { text, z } from '#platform/http/fields.ts';
import { LONGEST_RICH_TEXT } from '#platform/rich-text.ts';
import type { Note } from './note.ts';

export const noteInput = z.strictObject({ html: text(LONGEST_RICH_TEXT, 1) });

export const noteAnswer = z
  .object({
    id: z.string(),
    html: z.string(),
    at: z.string(),
    by: z.object({
      kind: z.enum(['member', 'visitor', 'system']),
      id: z.string().optional(),
      name: z.string().optional(),
    }),
    editedAt: z.string().nullable(),
    editedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    version: z.number(),
  })
  .openapi('Note');

export function presentNote({
  record: _known,
  deletedAt: _live,
  ...shown
}: Note): z.infer<typeof noteAnswer> {
  return shown;
}
