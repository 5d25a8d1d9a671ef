import { id, z } from '#platform/http/fields.ts';
import { RECORD_KINDS } from '#crm/timeline/record-kinds.ts';

export const mergeQuery = z.object({ from: id });

const version = z.number().int().min(1).max(999_999_999);

export const MergeInput = z.strictObject({
  from: id,
  /** If-Match names that of the record in the address. */
  fromVersion: version.optional(),
  take: z.array(z.string().max(80)).max(200, 'Choose 200 fields at most.').default([]),
});

const count = z.number();

export const MovesShape = z.object({
  notes: count,
  tasks: count,
  events: count,
  addresses: count,
  contacts: count,
  leads: count,
  deals: count,
  tickets: count,
  emails: count,
  bookings: count,
  entries: count,
});

const record = z.record(z.string(), z.unknown());

export const PreviewShape = z
  .object({
    into: record,
    from: record,
    differences: z.array(
      z.object({
        field: z.string(),
        into: z.unknown(),
        from: z.unknown(),
        stays: z.enum(['into', 'from']),
      }),
    ),
    united: record,
    moves: MovesShape,
    linked: z.array(z.object({ kind: z.enum(RECORD_KINDS), id: z.string(), name: z.string() })),
  })
  .openapi('MergePreview', { description: 'What becomes of two records when they are merged' });
