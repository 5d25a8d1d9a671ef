import { id, line, z } from '#platform/http/fields.ts';
import { DUPLICATES, IMPORT_KINDS, type Import } from './import.ts';
import { targetsOf } from './targets.ts';

export const ImportAbout = z.strictObject({ kind: z.enum(IMPORT_KINDS), name: line(200) });
export const NewImport = z.strictObject({ ...ImportAbout.shape, text: z.string() });

export const Mapping = z.strictObject({
  columns: z.record(z.string(), z.string().nullable()),
  duplicates: z.enum(DUPLICATES).default('skip'),
  ownerId: id.nullable().default(null),
  makeCompanies: z.boolean().default(false),
});

export const ImportShape = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    name: z.string(),
    memberId: z.string(),
    state: z.enum(['draft', 'running', 'done', 'failed']),
    columns: z.array(
      z.object({ name: z.string(), samples: z.array(z.string()), guess: z.string().nullable() }),
    ),
    /** What columns may become. */
    fields: z.array(z.string()),
    rows: z.number(),
    delimiter: z.string(),
    encoding: z.string(),
    guessed: z.boolean(),
    done: z.number(),
    made: z.number(),
    updated: z.number(),
    skipped: z.number(),
    refused: z.number(),
    of: z.number(),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi('Import');

const becomes = ['new', 'update', 'skip', 'refused'] as const;

export const PreviewShape = z
  .object({
    rows: z.array(
      z.object({
        line: z.number(),
        becomes: z.enum(becomes),
        why: z.string().nullable(),
        fields: z.record(z.string(), z.unknown()),
      }),
    ),
    counts: z.object({ new: z.number(), update: z.number(), skip: z.number(), refused: z.number() }),
  })
  .openapi('ImportPreview');

/** An import as the API shows it. */
export function presentImport({ facts, counts, total, ...found }: Import) {
  const { made, updated, skipped, refused } = counts;
  const { id: own, kind, name, memberId, state, createdAt, endedAt } = found;
  const done = made + updated + skipped + refused;
  const fields = targetsOf(kind);
  const about = { id: own, kind, name, memberId, state, createdAt, endedAt };
  return { ...about, ...facts, fields, rows: total, done, ...counts, of: total };
}
