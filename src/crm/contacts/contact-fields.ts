import { id, line, z } from '#platform/http/fields.ts';
import { customGiven, customShown } from '#crm/timeline/custom/custom-shapes.ts';
import { NEW_CONTACT, type ContactFields } from './contact.ts';
import { emails, phones } from './person-fields.ts';

const optional = {
  emails: emails.optional(),
  phones: phones.optional(),
  jobTitle: line(200).nullable().optional(),
  ownerId: id.nullable().optional(),
  custom: customGiven.optional(),
  companyIds: z
    .array(id)
    .max(50, 'Keep at most 50 companies.')
    .transform((ids) => [...new Set(ids)].toSorted())
    .optional(),
};

export const NewContact = z.strictObject({ name: line(200), ...optional });
export const ContactChanges = z.strictObject({ name: line(200).optional(), ...optional });

export const ContactShape = z
  .object({
    id: z.string(),
    name: z.string(),
    emails: z.array(z.object({ address: z.string(), primary: z.boolean() })),
    phones: z.array(z.object({ number: z.string(), primary: z.boolean() })),
    jobTitle: z.string().nullable(),
    companyIds: z.array(z.string()),
    ownerId: z.string().nullable(),
    custom: customShown,
    version: z.number(),
    createdAt: z.string(),
    activeAt: z.string(),
  })
  .openapi('Contact');

export function contactFrom(given: z.infer<typeof NewContact>): ContactFields {
  return { ...NEW_CONTACT, ...given };
}
