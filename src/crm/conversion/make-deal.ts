import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem, type FieldError } from '#platform/refusal.ts';
import type { Company } from '#crm/companies/company.ts';
import type { Contact } from '#crm/contacts/contact.ts';
import { dealFrom } from '#crm/deals/deal-fields.ts';
import type { Deal } from '#crm/deals/deal.ts';
import { dealBook } from '#crm/deals/store.ts';
import type { Lead } from '#crm/leads/lead.ts';
import { addWithin, explaining } from '#crm/timeline/record-life.ts';
import type { Carried } from './carry-custom.ts';
import type { DealAsked } from './conversion-fields.ts';

interface Parties {
  lead: Lead;
  carried: Carried;
  contact: Contact;
  company: Company | undefined;
}

/** What may be sold to them: the lead's owner's unless said otherwise. 422 with `deal.` before the field. */
export async function makeDeal(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  { lead, carried, contact, company }: Parties,
  asked: DealAsked,
): Promise<Deal> {
  const fields = {
    ...dealFrom({ ownerId: lead.fields.ownerId, ...asked }),
    companyId: company?.id ?? null,
    contactIds: [contact.id],
    leadId: lead.id,
    custom: { ...carried('deal'), ...asked.custom },
  };
  try {
    return await explaining(dealBook, () => addWithin(tx, platform, caller, dealBook, fields));
  } catch (error) {
    throw error instanceof Problem ? ofTheDeal(error) : error;
  }
}

function ofTheDeal(problem: Problem): Problem {
  const errors = problem.extra['errors'] as FieldError[] | undefined;
  if (!errors) return problem;
  return invalid(...errors.map(({ path, message }) => ({ path: `deal.${path}`, message })));
}
