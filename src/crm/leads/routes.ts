import { id, z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { recordRoutes } from '#crm/timeline/record-desk.ts';
import { LeadChanges, leadFrom, LeadShape, NewLead } from './lead-fields.ts';
import { presentLead } from './lead.ts';
import { leadBook } from './store.ts';

export function leadRoutes(platform: Platform) {
  return recordRoutes(platform, {
    path: '/api/leads',
    one: 'a lead',
    many: 'Leads',
    book: leadBook,
    given: NewLead,
    changes: LeadChanges,
    shape: LeadShape,
    filters: { status: z.string().max(60).optional(), companyId: id.optional(), contactId: id.optional() },
    fieldsFrom: leadFrom,
    changesFrom: (changes) => changes,
    present: presentLead,
    meaning: ({ status, companyId, contactId }) => ({
      equals: { status },
      belongsTo: [companyId, contactId],
    }),
  });
}
