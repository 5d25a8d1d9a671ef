import { z } from '#platform/http/fields.ts';
import { VIEW_LISTS } from './saved-view.ts';

export const savedViewAnswer = z
  .object({
    id: z.string(),
    ownerId: z.string(),
    list: z.enum(VIEW_LISTS),
    name: z.string(),
    filter: z.record(z.string(), z.string()),
    shared: z.boolean(),
    default: z.boolean().openapi({ description: 'Whether the caller’s list opens with it' }),
    editable: z.boolean().openapi({ description: 'Whether the caller may change or delete it' }),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('SavedView');
export type SavedViewAnswer = z.infer<typeof savedViewAnswer>;
