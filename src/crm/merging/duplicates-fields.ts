import { id, text, z } from '#platform/http/fields.ts';
import { SHARED_TRAITS } from '#crm/timeline/record-keys.ts';

const kind = z.enum(['company', 'contact', 'lead']);
const shares = z.array(z.enum(SHARED_TRAITS));

/** What stands in the fields of a new record so far. */
export const similarQuery = z.object({
  kind,
  name: text(400).optional(),
  email: text(400).optional(),
  phone: text(120).optional(),
  website: text(1_000).optional(),
});

export const SimilarShape = z
  .object({
    items: z.array(
      z.object({ kind, id: z.string(), name: z.string(), subtitle: z.string().nullable(), shares }),
    ),
  })
  .openapi('SimilarRecords');

export const duplicatesQuery = z.object({
  kind,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z
    .string()
    .refine((value) => value.split(',').every((one) => id.safeParse(one).success) && value.includes(','))
    .transform((value) => {
      const [later, earlier] = value.split(',');
      return { id: later!, otherId: earlier! };
    })
    .optional()
    .openapi({ type: 'string' }),
});

export const twoParams = z.object({ kind, id, otherId: id });

const alike = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  subtitle: z.string().nullable(),
  createdAt: z.string(),
});

export const DuplicatePairShape = z
  .object({ records: z.tuple([alike, alike]), shares, mayMerge: z.boolean() })
  .openapi('DuplicatePair');
