import type { Reader } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Caller } from '#platform/http/caller.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import type { Values } from './placeholders.ts';
import { isPlace, type Place } from './record-places.ts';
import { peopleWith } from './store-sending.ts';
import { readAbout, type About } from './store-values.ts';

/**
 * What placeholders stand for when this member writes from this record, which they may see. Where the record is about
 * no person, such as a company, it is whom the e-mail goes to, if the member may see them.
 */
export async function valuesFor(
  db: Reader,
  caller: Caller,
  record: Place | null,
  to?: string,
): Promise<Values> {
  const about = record && (await readAbout(db, caller, record));
  const person = about?.name ? about : await aboutRecipient(db, caller, to);
  const me = await readMember(db, caller.workspaceId, caller.memberId);
  const workspace = await readWorkspace(db, caller.workspaceId);
  return {
    'contact.name': person?.name,
    'contact.firstName': person?.name?.split(' ')[0],
    'contact.jobTitle': person?.jobTitle,
    'company.name': about?.companyName ?? person?.companyName,
    'me.name': me?.name,
    'me.email': me?.email,
    'workspace.name': workspace?.name,
  };
}

/** Contacts come before leads: a lead that was converted is its contact now. */
async function aboutRecipient(
  db: Reader,
  caller: Caller,
  to: string | undefined,
): Promise<About | undefined> {
  if (to === undefined) return undefined;
  const people = (await peopleWith(db, caller.workspaceId, [foldAddress(to)])).filter(isPlace);
  const seen = (await readLinked(db, caller.workspaceId, people)).filter((one) => maySee(caller, one));
  const one = seen.find(({ kind }) => kind === 'contact') ?? seen[0];
  return one && readAbout(db, caller, one);
}
