import { id, line, z } from '#platform/http/fields.ts';
import { CompanyShape } from '#crm/companies/company-fields.ts';
import { ContactShape } from '#crm/contacts/contact-fields.ts';

/** Which company the new contact belongs to: one that is there, one of that name (made when there is none), or none. */
const company = z.union([z.strictObject({ id }), z.strictObject({ name: line(200) })]).nullable();

export const ConversionInput = z.strictObject({
  company: company.optional(),
  deal: z.record(z.string(), z.unknown()).optional(),
});

export type CompanyAsked = z.infer<typeof company> | undefined;

export const ConversionShape = z
  .object({ contact: ContactShape, company: CompanyShape.optional() })
  .openapi('Conversion');
