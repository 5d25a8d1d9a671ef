import { isoNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import { newId } from '#platform/ids.ts';
import { countUp } from '#platform/limits/store.ts';
import { NEW_LEAD, type LeadFields } from '#crm/leads/lead.ts';
import { leadBook } from '#crm/leads/store.ts';
import { writeNote } from '#crm/notes/write-note.ts';
import { append } from '#crm/timeline/store.ts';
import type { Person, Visitor } from './person.ts';
import { matchPerson } from './store.ts';

/**
 * The person a visitor is, made as a lead when nobody has their address (F4): name, address, phone, details as
 * a note, source = the link. Two acts with one new address at the same moment take turns at a counter row of
 * that address and the second finds what the first made, so there is one lead. The row is held until the
 * act ends: call this after the claims are taken and before mails are queued, the order everybody keeps.
 */
export async function createLeadFromVisitor(
  tx: Tx,
  clock: Clock,
  visitor: Visitor,
): Promise<Person & { created: boolean }> {
  const at = isoNow(clock);
  const { workspaceId, email } = visitor;
  await countUp(tx, workspaceId, `lead:${foldAddress(email)}`, at.slice(0, 10));
  const known = await matchPerson(tx, workspaceId, email);
  if (known) return { ...known, created: false };
  const id = newId();
  const fields = fieldsFrom(visitor);
  await leadBook.insert(tx, { workspaceId, id }, fields, at);
  const lead = { kind: 'lead', id } as const;
  const author = { workspaceId, at, by: { kind: 'visitor' } as const };
  await append(tx, { ...author, kind: 'created', data: { source: visitor.source } }, [lead]);
  if (visitor.details?.trim()) await writeNote(tx, author, lead, visitor.details);
  return { ...lead, name: fields.name, ownerId: null, created: true };
}

function fieldsFrom(visitor: Visitor): LeadFields {
  const { name, email, phone, skype, companyName, jobTitle, custom = {}, source, utm = null } = visitor;
  return {
    ...NEW_LEAD,
    name: name.trim(),
    emails: [{ address: email.trim(), primary: true }],
    phone: phone?.trim() || null,
    skype: skype?.trim() || null,
    companyName: companyName?.trim() || null,
    jobTitle: jobTitle?.trim() || null,
    source,
    utm,
    custom,
  };
}
