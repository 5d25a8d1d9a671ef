import { id, line, listOf, z } from '#platform/http/fields.ts';
import { RECORD_KINDS } from '#crm/timeline/record-kinds.ts';
import { CUSTOM_TYPES } from '#crm/timeline/custom/custom-field.ts';

export const MOST_FIELDS = 100;
const MOST_CHOICES = 100;

const kind = z.enum(RECORD_KINDS);
const label = line(80);

const choices = z
  .array(
    z.strictObject({
      key: line(90)
        .optional()
        .openapi({ description: 'Of a choice that is there already; a new one gets its own' }),
      label,
    }),
  )
  .max(MOST_CHOICES, `A field has ${MOST_CHOICES} choices at most.`);

export const NewCustomField = z.strictObject({
  kind,
  label,
  type: z.enum(CUSTOM_TYPES),
  choices: choices.optional(),
});

export const CustomFieldChanges = z.strictObject({ label: label.optional(), choices: choices.optional() });

export const CustomFieldOrder = z.strictObject({ kind, ids: z.array(id).max(MOST_FIELDS) });

export const customFieldQuery = z.object({
  kind: kind.optional(),
  trashed: z.enum(['true', 'false']).optional().openapi({ description: 'true: those in the trash instead' }),
});

export const CustomFieldShape = z
  .object({
    id: z.string(),
    kind,
    key: z.string(),
    label: z.string(),
    type: z.enum(CUSTOM_TYPES),
    choices: z.array(z.object({ key: z.string(), label: z.string() })),
    position: z.number(),
    version: z.number(),
  })
  .openapi('CustomField');

export const CustomFieldList = listOf(CustomFieldShape);
