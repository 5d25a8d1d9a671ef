import { id, line, z } from '#platform/http/fields.ts';
import { customGiven, customShown } from '#crm/timeline/custom/custom-shapes.ts';
import { emails } from '#crm/contacts/person-fields.ts';
import { NEW_LEAD, type LeadFields } from './lead.ts';
import { utmShape } from './utm-fields.ts';

const words = line(200).nullable().optional();

const optional = {
  emails: emails.optional(),
  phone: line(60).nullable().optional(),
  skype: line(100).nullable().optional(),
  jobTitle: words,
  companyName: words,
  source: words,
  status: line(60).optional(),
  ownerId: id.nullable().optional(),
  custom: customGiven.optional(),
  companyId: id.nullable().optional(),
};

export const NewLead = z.strictObject({ name: line(200), ...optional });
export const LeadChanges = z.strictObject({ name: line(200).optional(), ...optional });

export const LeadShape = z
  .object({
    id: z.string(),
    name: z.string(),
    emails: z.array(z.object({ address: z.string(), primary: z.boolean() })),
    phone: z.string().nullable(),
    skype: z.string().nullable(),
    jobTitle: z.string().nullable(),
    companyName: z.string().nullable(),
    companyId: z.string().nullable(),
    source: z.string().nullable(),
    utm: utmShape,
    status: z.string(),
    contactId: z.string().nullable(),
    ownerId: z.string().nullable(),
    custom: customShown,
    version: z.number(),
    createdAt: z.string(),
    activeAt: z.string(),
  })
  .openapi('Lead');

export function leadFrom(given: z.infer<typeof NewLead>): LeadFields {
  return { ...NEW_LEAD, ...given };
}
