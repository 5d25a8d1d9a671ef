import { emailAddress, id, line, text, z } from '#platform/http/fields.ts';
import { RECORD_KINDS } from '#crm/records/record-desks.ts';

const words = { subject: line(200), html: text(20_000, 1) };
const fields = { name: line(80), ...words };

/** Everybody's, unless it is said to be one's own. */
export const NewTemplate = z.strictObject({ ...fields, shared: z.boolean().default(true) });
export const TemplateChanges = z.strictObject({ ...fields, shared: z.boolean() }).partial();

const about = {
  record: z
    .strictObject({ kind: z.enum(RECORD_KINDS), id })
    .nullable()
    .default(null),
  /** Whom it goes to, where the record is about no person. */
  to: emailAddress.optional(),
};
export const TemplateAbout = z.strictObject(about);
/** What is written but not kept yet. */
export const TemplateDraft = z.strictObject({ ...words, ...about });

export const TemplateShape = z
  .object({
    id: z.string(),
    name: z.string(),
    subject: z.string(),
    html: z.string(),
    memberId: z.string(),
    shared: z.boolean(),
    /** Whether the caller may change it. */
    mine: z.boolean(),
    version: z.number(),
  })
  .openapi('EmailTemplate');

export const FilledShape = z.object({ subject: z.string(), html: z.string(), missing: z.array(z.string()) });

export type TemplateAnswer = z.infer<typeof TemplateShape>;
export type FilledTemplate = z.infer<typeof FilledShape>;
