import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import type { Values } from './placeholders.ts';
import type { Place } from './record-places.ts';
import { readAbout } from './store-values.ts';

/** What placeholders stand for when this member writes from this record, which they may see. */
export async function valuesFor(db: Reader, caller: Caller, record: Place | null): Promise<Values> {
  const about = record && (await readAbout(db, caller.workspaceId, record));
  const me = await readMember(db, caller.workspaceId, caller.memberId);
  const workspace = await readWorkspace(db, caller.workspaceId);
  return {
    'contact.name': about?.name,
    'contact.firstName': about?.name?.split(' ')[0],
    'contact.jobTitle': about?.jobTitle,
    'company.name': about?.companyName,
    'me.name': me?.name,
    'me.email': me?.email,
    'workspace.name': workspace?.name,
  };
}
