import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { presentCompany } from '#crm/companies/company.ts';
import { presentContact } from '#crm/contacts/contact.ts';
import { presentDeal } from '#crm/deals/deal.ts';
import { ConversionInput, ConversionShape } from './conversion-fields.ts';
import { convertLead } from './convert-lead.ts';

const convert = route('member', {
  method: 'post',
  path: '/api/leads/{id}/conversion',
  tags: ['CRM'],
  summary: 'Make a contact of a lead, with a company and a deal',
  description:
    'Without `company`: the lead’s own company, else the one of its company name, made when there is none; `null`: none.',
  request: { params: idParam, ...body(ConversionInput) },
  responses: { 201: answer(ConversionShape, 'What became of the lead') },
});

export function conversionRoutes(platform: Platform) {
  return router().openapi(convert, async (c) => {
    const converted = await convertLead(
      platform,
      c.get('caller')!,
      c.req.valid('param').id,
      c.req.valid('json'),
    );
    const { contact, company, deal } = converted;
    const answered = {
      contact: presentContact(contact),
      ...(company && { company: presentCompany(company) }),
      ...(deal && { deal: presentDeal(deal) }),
    };
    return c.json(answered, 201);
  });
}
