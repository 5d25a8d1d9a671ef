import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { NEW_COMPANY, type Company } from '#crm/companies/company.ts';
import { findCompanyNamed } from '#crm/companies/store-names.ts';
import { companyBook } from '#crm/companies/store.ts';
import type { LeadFields } from '#crm/leads/lead.ts';
import { addWithin } from '#crm/timeline/record-life.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import type { Carried } from './carry-custom.ts';
import type { CompanyAsked } from './conversion-fields.ts';

/** A lead with what it carries along. */
type AskingLead = LeadFields & { carried: Carried };

/**
 * The company of a contact that was a lead: the one asked for by id or by name; none when `null` was asked for. When
 * nothing was asked for: the lead's own company, else the one of its company name. A name nobody has yet makes a
 * prospect that belongs to the lead's owner. 422 for one that is not there or not the caller's to see, 409 for the
 * name of such a one.
 */
export async function chooseCompany(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  lead: AskingLead,
  asked: CompanyAsked,
): Promise<Company | undefined> {
  if (asked === null) return undefined;
  if (asked && 'id' in asked) return named(tx, caller, asked.id);
  const own = asked || lead.companyId === null ? undefined : await live(tx, caller, lead.companyId);
  const name = asked?.name ?? lead.companyName;
  return own ?? (name === null ? undefined : byName(tx, platform, caller, lead, name));
}

async function named(tx: Tx, caller: Caller, id: string): Promise<Company> {
  const company = await live(tx, caller, id);
  if (company && maySee(caller, company.fields)) return company;
  const message = 'This record is not there, or it is not yours to see. Choose another.';
  throw invalid({ path: 'company.id', message });
}

async function live(tx: Tx, { workspaceId }: Caller, id: string): Promise<Company | undefined> {
  const company = await companyBook.lock(tx, { workspaceId, id });
  return company?.deletedAt === null ? company : undefined;
}

async function byName(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  { ownerId, carried }: AskingLead,
  name: string,
): Promise<Company> {
  const id = await findCompanyNamed(tx, caller.workspaceId, name);
  if (id === undefined) {
    const fields = { ...NEW_COMPANY, name, ownerId, custom: carried('company') };
    return addWithin(tx, platform, caller, companyBook, fields);
  }
  const company = await live(tx, caller, id);
  if (company && maySee(caller, company.fields)) return company;
  throw companyBook.taken!();
}
