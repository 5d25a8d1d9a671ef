import type { Reader, Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import { newId } from '#platform/ids.ts';
import './tables.ts';

/** Identities in the tables of the sign-in library. They are global: a person, not a member of something. */
export interface NewIdentity {
  name: string;
  email: string;
  /** Made by hashing.ts, before the transaction. */
  passwordHash: string;
  now: string;
}

export async function insertIdentity(tx: Tx, identity: NewIdentity): Promise<string> {
  const { name, email, passwordHash, now } = identity;
  const id = newId();
  const times = { createdAt: now, updatedAt: now };
  await tx
    .insertInto('auth_users')
    .values({ id, name, email: foldAddress(email), emailVerified: 1, image: null, ...times })
    .execute();
  await tx
    .insertInto('auth_accounts')
    .values({
      id: newId(),
      accountId: id,
      providerId: CREDENTIAL,
      userId: id,
      password: passwordHash,
      ...times,
    })
    .execute();
  return id;
}

export async function updateIdentity(
  tx: Tx,
  userId: string,
  change: { name?: string; email?: string; now: string },
): Promise<void> {
  await tx
    .updateTable('auth_users')
    .set({
      updatedAt: change.now,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.email === undefined ? {} : { email: foldAddress(change.email) }),
    })
    .where('id', '=', userId)
    .execute();
}

export async function readPasswordHash(db: Reader, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth_accounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** The same for who signs in with this address. */
export async function readPasswordHashOf(db: Reader, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth_users as u')
    .innerJoin('auth_accounts as a', 'a.userId', 'u.id')
    .select('a.password')
    .where('u.email', '=', foldAddress(email))
    .where('a.providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** `instead` is the hash that the caller knows; false when it is another one by now. */
export async function updatePasswordHash(
  tx: Tx,
  userId: string,
  passwordHash: string,
  now: string,
  instead?: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('auth_accounts')
    .set({ password: passwordHash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', CREDENTIAL)
    .$if(instead !== undefined, (query) => query.where('password', '=', instead!))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const CREDENTIAL = 'credential';

export interface SessionOwner {
  userId: string;
  name: string;
  email: string;
  expiresAt: string;
}

/** The person behind a session that has not run out and whose member is active. */
export async function readSession(db: Reader, token: string, now: string): Promise<SessionOwner | undefined> {
  return db
    .selectFrom('auth_sessions as s')
    .innerJoin('members as m', 'm.user_id', 's.userId')
    .select(['s.userId as userId', 'm.name as name', 'm.email as email', 's.expiresAt as expiresAt'])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', now)
    .where('m.active', '=', 1)
    .executeTakeFirst();
}

/** Ends the sessions of a person, all of them or all but one. */
export async function endSessions(tx: Tx, userId: string, but?: string): Promise<void> {
  await tx
    .deleteFrom('auth_sessions')
    .where('userId', '=', userId)
    .$if(but !== undefined, (query) => query.where('token', '!=', but!))
    .execute();
}

/** Whether an active member stands behind an identity. */
export async function hasActiveMember(db: Reader, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('member_id')
    .where('user_id', '=', userId)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function pruneSessions(tx: Tx, now: string): Promise<void> {
  await tx.deleteFrom('auth_sessions').where('expiresAt', '<', now).execute();
}
