import type { Reader } from '#platform/db/database.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import type { Email } from './email.ts';
import { seesAny } from './record-places.ts';
import { readEmail } from './store.ts';
import { recordsOf } from './store-sending.ts';

/** An e-mail the caller wrote, or that stands on a record they may see; else there is nothing here (404). */
export async function visibleEmail(db: Reader, caller: Caller, id: string): Promise<Email> {
  const email = await readEmail(db, caller.workspaceId, id);
  if (!email) throw notFound();
  if (email.memberId === caller.memberId || (isAdmin(caller) && may(caller, 'see-all-records'))) return email;
  if (email.entryId === null) throw notFound();
  const records = await recordsOf(db, caller.workspaceId, email.entryId);
  if (!(await seesAny(db, caller, records))) throw notFound();
  return email;
}

/** The same, for whoever stops it or sends it again: its writer, or an admin. */
export async function ownEmail(db: Reader, caller: Caller, id: string): Promise<Email> {
  const email = await visibleEmail(db, caller, id);
  if (email.memberId === caller.memberId || isAdmin(caller)) return email;
  throw notAllowed('Only its writer or an admin does this. Ask one of them.');
}
