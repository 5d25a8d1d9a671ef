import { peopleOf } from '#crm/matching/store-owners.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { findLinkById } from '#links/store-public.ts';
import type { RecordRef } from '#bookings/booking.ts';
import { checkRecord } from '#bookings/check-record.ts';
import { sealContact } from './contact-token.ts';

/**
 * The address of a link that knows whom it is sent to, and from which record (C4, L4). The e-mail must be one of the
 * record's person; of a company, deal or ticket one of a person it is about: linked to it, or of its company.
 * Everybody may share another's link (N3), but tell only of records and people that they may see (P9).
 */
export async function inviteByLink(
  platform: Platform,
  caller: Caller,
  linkId: string,
  { record, email }: { record: RecordRef; email: string },
): Promise<{ url: string }> {
  const db = platform.db.read;
  const found = await findLinkById(db, caller.workspaceId, linkId);
  if (!found || found.link.deletedAt) throw notFound();
  await checkRecord(db, caller, record);
  const people = await readLinked(
    db,
    caller.workspaceId,
    await peopleOf(db, caller.workspaceId, record, email),
  );
  // In the order in which they were found, contacts first.
  const person = people.find((one) => !one.isTrashed && maySee(caller, one));
  if (!person) throw invalid({ path: 'email', message: NOT_THEIRS });
  const known = { kind: person.kind as 'contact' | 'lead', id: person.id };
  const c = sealContact(platform, found.link, { proof: 'sent', email, record, person: known });
  return { url: `${platform.config.publicUrl}/${found.workspace.slug}/${found.link.slug}?c=${c}` };
}

const NOT_THEIRS = 'This address is not one of the people of this record. Add it to a contact there first.';
