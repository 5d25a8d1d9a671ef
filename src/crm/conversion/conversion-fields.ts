import { id, line, z } from '#platform/http/fields.ts';
import { CompanyShape } from '#crm/companies/company-fields.ts';
import { ContactShape } from '#crm/contacts/contact-fields.ts';
import { DealShape, NewDeal } from '#crm/deals/deal-fields.ts';

/** Which company the new contact belongs to: one that is there, one of that name (made when there is none), or none. */
const company = z.union([z.strictObject({ id }), z.strictObject({ name: line(200) })]).nullable();

/** A deal with all its fields but those the conversion knows: whose it is. */
const DealOfLead = NewDeal.omit({ companyId: true, contactIds: true, leadId: true });
export type DealAsked = z.infer<typeof DealOfLead>;

export const ConversionInput = z.strictObject({
  company: company.optional(),
  deal: DealOfLead.optional(),
});

export type ConversionAsked = z.infer<typeof ConversionInput>;
export type CompanyAsked = z.infer<typeof company> | undefined;

/** Whose it is stands beside it. */
const DealMade = DealShape.omit({ linked: true });

export const ConversionShape = z
  .object({ contact: ContactShape, company: CompanyShape.optional(), deal: DealMade.optional() })
  .openapi('Conversion');
