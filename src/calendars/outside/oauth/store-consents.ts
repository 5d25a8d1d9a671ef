import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import './tables.ts';

export type Consent = Row<'calendar_consents'>;

/** Those that ran out go at the same time. */
export async function insertConsent(
  tx: Tx,
  consent: NewRow<'calendar_consents'>,
  now: string,
): Promise<void> {
  await tx
    .deleteFrom('calendar_consents')
    .where('workspace_id', '=', consent.workspace_id)
    .where('expires_at', '<=', now)
    .execute();
  await tx.insertInto('calendar_consents').values(consent).execute();
}

/** Takes it out, so that it is answered once; only who asked for it, in the session in which they asked, finds it. */
export async function takeConsent(
  tx: Tx,
  asked: Pick<Consent, 'workspace_id' | 'state_hash' | 'kind' | 'asked_by' | 'session_hash'>,
): Promise<Consent | undefined> {
  return tx
    .deleteFrom('calendar_consents')
    .where('workspace_id', '=', asked.workspace_id)
    .where('state_hash', '=', asked.state_hash)
    .where('kind', '=', asked.kind)
    .where('asked_by', '=', asked.asked_by)
    .where('session_hash', '=', asked.session_hash)
    .returningAll()
    .executeTakeFirst();
}

/** The account of these calendars, if its service is `kind` and nothing else here is signed in to the same one. */
export async function readLastAccount(
  tx: Tx,
  workspaceId: string,
  calendarIds: readonly string[],
  kind: 'google',
): Promise<{ username: string; secret: string } | undefined> {
  return tx
    .selectFrom('calendar_accounts as account')
    .select(['account.username', 'account.secret'])
    .where('account.workspace_id', '=', workspaceId)
    .where('account.kind', '=', kind)
    .where('account.account_id', 'in', (eb) =>
      eb
        .selectFrom('outside_calendars')
        .select('account_id')
        .where('workspace_id', '=', workspaceId)
        .where('calendar_id', 'in', calendarIds),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('calendar_accounts as other')
            .select('other.account_id')
            .whereRef('other.workspace_id', '=', 'account.workspace_id')
            .whereRef('other.kind', '=', 'account.kind')
            .whereRef('other.username', '=', 'account.username')
            .whereRef('other.account_id', '!=', 'account.account_id'),
        ),
      ),
    )
    .executeTakeFirst();
}

/** Whether anybody here is signed in to this account. */
export async function isConnected(
  db: Reader,
  workspaceId: string,
  { kind, username }: { kind: 'google'; username: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('calendar_accounts')
    .select('account_id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('username', '=', username)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
