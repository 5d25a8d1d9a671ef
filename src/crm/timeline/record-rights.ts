import { isAdmin, may, type Caller } from '#platform/http/caller.ts';

/**
 * Who sees and who edits a record (P9), asked for every record a request touches. A record without an owner is
 * everybody's; one with an owner is theirs, and is seen by whoever holds see-all-records.
 */
export interface Owned {
  ownerId: string | null;
}

/** What may not be seen does not exist for the caller: 404. */
export function maySee(caller: Caller, { ownerId }: Owned): boolean {
  return ownerId === null || ownerId === caller.memberId || may(caller, 'see-all-records');
}

/** What may be seen but not edited: 403. */
export function mayEdit(caller: Caller, record: Owned): boolean {
  const own = record.ownerId === null || record.ownerId === caller.memberId;
  return own || (isAdmin(caller) && maySee(caller, record));
}

/** For lists: whose records the caller is limited to, besides those without an owner; undefined = all. */
export function limitedTo(caller: Caller): string | undefined {
  return may(caller, 'see-all-records') ? undefined : caller.memberId;
}
