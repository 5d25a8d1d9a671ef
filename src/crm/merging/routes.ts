import { router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { CompanyShape } from '#crm/companies/company-fields.ts';
import { ContactShape } from '#crm/contacts/contact-fields.ts';
import { DealShape } from '#crm/deals/deal-fields.ts';
import { LeadShape } from '#crm/leads/lead-fields.ts';
import { TicketShape } from '#crm/tickets/ticket-fields.ts';
import { MERGE_PLANS } from './kinds.ts';
import { duplicateRoutes } from './routes-duplicates.ts';
import { mergeRoutes } from './routes-merge.ts';

export function mergingRoutes(platform: Platform) {
  return router()
    .route('/', duplicateRoutes(platform))
    .route('/', mergeRoutes(platform, MERGE_PLANS.company, CompanyShape))
    .route('/', mergeRoutes(platform, MERGE_PLANS.contact, ContactShape))
    .route('/', mergeRoutes(platform, MERGE_PLANS.lead, LeadShape))
    .route('/', mergeRoutes(platform, MERGE_PLANS.deal, DealShape.omit({ linked: true })))
    .route('/', mergeRoutes(platform, MERGE_PLANS.ticket, TicketShape));
}
