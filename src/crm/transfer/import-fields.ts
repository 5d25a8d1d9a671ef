import { isAdmin, type Caller } from '#platform/http/caller.ts';
import { id, line, listOf, z } from '#platform/http/fields.ts';
import type { CustomField } from '#crm/timeline/custom/custom-field.ts';
import { DUPLICATES, IMPORT_KINDS, type Import, type Plan } from './import.ts';
import { targetsOf } from './targets.ts';

export const ImportAbout = z.strictObject({ kind: z.enum(IMPORT_KINDS), name: line(200) });
export const NewImport = z.strictObject({ ...ImportAbout.shape, text: z.string() });

export const Mapping = z.strictObject({
  columns: z.record(z.string(), z.string().nullable()),
  duplicates: z.enum(DUPLICATES).default('skip'),
  ownerId: id.nullable().default(null),
  makeCompanies: z.boolean().default(false),
});

const state = z.enum(['draft', 'running', 'done', 'failed', 'stopped']);

const progress = {
  done: z.number(),
  made: z.number(),
  updated: z.number(),
  skipped: z.number(),
  refused: z.number(),
  of: z.number(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** What kept it from going on, in the words of the machine; for admins. */
  reason: z.string().nullable(),
};

export const ImportShape = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    name: z.string(),
    memberId: z.string(),
    state,
    columns: z.array(
      z.object({ name: z.string(), samples: z.array(z.string()), guess: z.string().nullable() }),
    ),
    /** What columns may become. */
    fields: z.array(z.string()),
    rows: z.number(),
    delimiter: z.string(),
    encoding: z.string(),
    guessed: z.boolean(),
    /** As it was said last; null before. */
    mapping: z
      .object({
        columns: z.record(z.string(), z.string().nullable()),
        duplicates: z.enum(DUPLICATES),
        ownerId: z.string().nullable(),
        makeCompanies: z.boolean(),
      })
      .nullable(),
    ...progress,
  })
  .openapi('Import');

/** An import in a list: without what its file is like. */
export const ListedImport = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    name: z.string(),
    memberId: z.string(),
    state,
    ...progress,
  })
  .openapi('ListedImport');
export const ImportList = listOf(ListedImport);

const becomes = ['new', 'update', 'skip', 'refused'] as const;

const previewRow = z.object({
  line: z.number(),
  becomes: z.enum(becomes),
  why: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  cells: z.array(z.string()),
});

export const PreviewShape = z
  .object({
    rows: z.array(previewRow),
    refused: z.array(previewRow),
    counts: z.object({ new: z.number(), update: z.number(), skip: z.number(), refused: z.number() }),
    looked: z.number(),
  })
  .openapi('ImportPreview');

/** An import as the API shows it. */
export function presentImport(caller: Caller, found: Import, own: readonly CustomField[]) {
  const { facts, plan, kind, total } = found;
  const mapping = plan && mappingOf(found, plan);
  return { ...presentListed(caller, found), ...facts, fields: targetsOf(kind, own), rows: total, mapping };
}

export function presentListed(caller: Caller, { counts, total, ...found }: Import) {
  const { id: own, kind, name, memberId, state: now, createdAt, endedAt } = found;
  const { made, updated, skipped, refused } = counts;
  const done = made + updated + skipped + refused;
  const reason = isAdmin(caller) ? found.reason : null;
  return {
    id: own,
    kind,
    name,
    memberId,
    state: now,
    done,
    ...counts,
    of: total,
    createdAt,
    endedAt,
    reason,
  };
}

function mappingOf({ facts }: Import, { fields, ...how }: Plan) {
  return {
    columns: Object.fromEntries(facts.columns.map(({ name }, at) => [name, fields[at] ?? null])),
    ...how,
  };
}
