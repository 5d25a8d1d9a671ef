import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import type { Company } from '#crm/companies/company.ts';
import { NEW_CONTACT, type Contact, type ContactFields } from '#crm/contacts/contact.ts';
import { contactBook } from '#crm/contacts/store.ts';
import type { Deal } from '#crm/deals/deal.ts';
import type { Lead, LeadFields } from '#crm/leads/lead.ts';
import { leadBook } from '#crm/leads/store.ts';
import { goOnAs } from '#crm/timeline/go-on-as.ts';
import { lockLive } from '#crm/timeline/record-life.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { insertLinks, readLinked } from '#crm/timeline/store-links.ts';
import { append } from '#crm/timeline/store.ts';
import { carriedCustom, type Carried } from './carry-custom.ts';
import { chooseCompany } from './choose-company.ts';
import type { ConversionAsked } from './conversion-fields.ts';
import { makeDeal } from './make-deal.ts';

export interface Converted {
  contact: Contact;
  company?: Company;
  deal?: Deal;
}

/**
 * Makes a contact of a lead (P4) in one act: names, addresses, phone, job title and owner carry over, so does all that
 * happened and all that hangs on the lead. The lead stays readable and says what it became. A second time is refused
 * with 409, and two at once make one contact: they take turns at the lead's row.
 */
export async function convertLead(
  platform: Platform,
  caller: Caller,
  leadId: string,
  asked: ConversionAsked,
): Promise<Converted> {
  const act = () => platform.db.transact((tx) => convert(tx, platform, caller, leadId, asked));
  try {
    return await act();
  } catch (error) {
    // Somebody made a company of that name at this moment: now it is there to be used.
    if (isConstraint(error, 'unique')) return act();
    throw error;
  }
}

async function convert(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  leadId: string,
  asked: ConversionAsked,
): Promise<Converted> {
  const { workspaceId } = caller;
  const at = isoNow(platform.clock);
  const lead = await lockLive(tx, caller, leadBook, leadId);
  if (lead.fields.status === 'converted') throw await convertedAlready(tx, caller, lead);
  const carried = await carriedCustom(tx, workspaceId, lead.fields.custom);
  const company = await chooseCompany(tx, platform, caller, { ...lead.fields, carried }, asked.company);
  const contact = await makeContact(tx, workspaceId, { ...lead, carried }, at, company);
  const change: Partial<LeadFields> = { status: 'converted', ...(company && { companyId: company.id }) };
  await leadBook.update(tx, { workspaceId, id: leadId }, change, at);
  const [from, into] = [
    { kind: 'lead', id: leadId },
    { kind: 'contact', id: contact.id },
  ] as const;
  await goOnAs(platform, tx, { workspaceId, from, into });
  const deal =
    asked.deal && (await makeDeal(tx, platform, caller, { lead, carried, contact, company }, asked.deal));
  const data = {
    contactId: contact.id,
    name: contact.fields.name,
    companyId: company?.id ?? null,
    dealId: deal?.id ?? null,
  };
  const by = { kind: 'member', id: caller.memberId } as const;
  await append(tx, { workspaceId, kind: 'converted', at, by, data }, [from, into]);
  return { contact, ...(company && { company }), ...(deal && { deal }) };
}

/** The lead's whole past shows on the contact because the lead belongs to it, and on the company through both. */
async function makeContact(
  tx: Tx,
  workspaceId: string,
  lead: Lead & { carried: Carried },
  at: string,
  company: Company | undefined,
): Promise<Contact> {
  const id = newId();
  const fields = { ...contactFrom(lead.fields), custom: lead.carried('contact') };
  const companyIds = company ? [company.id] : [];
  await contactBook.insert(tx, { workspaceId, id }, fields, at);
  await insertLinks(tx, { workspaceId, kind: 'lead', id: lead.id }, 'contact', [id]);
  await insertLinks(tx, { workspaceId, kind: 'contact', id }, 'company', companyIds);
  return {
    id,
    fields: { ...fields, companyIds },
    version: 1,
    createdAt: at,
    activeAt: at,
    deletedAt: null,
  };
}

function contactFrom({ name, emails, phone, jobTitle, ownerId }: LeadFields): ContactFields {
  const phones = phone === null ? [] : [{ number: phone, primary: true }];
  return { ...NEW_CONTACT, name, emails, phones, jobTitle, ownerId };
}

/** Names the contact to whoever may see it. */
async function convertedAlready(tx: Tx, caller: Caller, { fields }: Lead): Promise<Problem> {
  const id = fields.contactId;
  const [contact] = id === null ? [] : await readLinked(tx, caller.workspaceId, [{ kind: 'contact', id }]);
  const seen = contact && maySee(caller, contact) ? contact : undefined;
  const detail = seen
    ? 'This lead was converted already: open its contact.'
    : 'This lead was converted already.';
  return new Problem(409, 'conflict', detail, seen && { contact: { id: seen.id, name: seen.name } });
}
