import { isoNow } from '#platform/clock.ts';
import { outwardAddress, OutwardRefusal } from '#platform/outward/outward-address.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { setReplyAddress } from '#people/reply-address.ts';
import type { MailboxAnswer, MailboxSettings } from './mailbox-fields.ts';
import { lockMailbox, removeMailbox, writeMailbox, type MailboxRow } from './store-mailboxes.ts';

/**
 * Keeps where the mailbox is. The password is never shown, and a kept one is only for the server and user it was
 * given for: another server must not get it. Refuses (422) servers in private networks unless the operator
 * allows them, and passwords over lines that anybody can read.
 */
export async function setMailbox(
  platform: Platform,
  workspaceId: string,
  { password, ...given }: MailboxSettings,
): Promise<MailboxRow> {
  const { config, clock, db, secrets } = platform;
  await checkServer(config.privateHosts, given);
  return db.transact(async (tx) => {
    const kept = await lockMailbox(tx, workspaceId);
    const isSame = kept && sameDoor(kept, given);
    if (password === undefined && !isSame) {
      throw invalid({ path: 'password', message: 'Write the password for this server.' });
    }
    const goesOn = isSame && kept.folder === given.folder;
    const row: MailboxRow = {
      workspace_id: workspaceId,
      ...given,
      password_sealed: password === undefined ? kept!.password_sealed : secrets.seal(password),
      version: (kept?.version ?? 0) + 1,
      uid_validity: goesOn ? kept.uid_validity : null,
      last_uid: goesOn ? kept.last_uid : 0,
      last_read_at: goesOn ? kept.last_read_at : null,
      last_error: null,
      failures: 0,
      next_read_at: isoNow(clock),
      created_at: kept?.created_at ?? isoNow(clock),
    };
    await writeMailbox(tx, row);
    await setReplyAddress(tx, workspaceId, row.address);
    return row;
  });
}

/** Forgets the mailbox, its password too; false when there was none. */
export async function forgetMailbox({ db }: Platform, workspaceId: string): Promise<boolean> {
  return db.transact(async (tx) => {
    await setReplyAddress(tx, workspaceId, null);
    return removeMailbox(tx, workspaceId);
  });
}

type Door = Pick<MailboxSettings, 'host' | 'port' | 'tls' | 'username'>;

function sameDoor(one: Door, other: Door): boolean {
  return (['host', 'port', 'tls', 'username'] as const).every((field) => one[field] === other[field]);
}

async function checkServer(privateHosts: string[], { host, port, tls }: Door): Promise<void> {
  if (tls === 'none' && !privateHosts.includes(`${host}:${port}`)) {
    throw invalid({
      path: 'tls',
      message: 'Choose TLS: without it anybody on the way can read the password.',
    });
  }
  try {
    await outwardAddress(host, port, privateHosts);
  } catch (error) {
    if (error instanceof OutwardRefusal) throw invalid({ path: 'host', message: error.message });
    throw error;
  }
}

export function presentMailbox(row: MailboxRow): MailboxAnswer {
  const { address, host, port, tls, username, folder } = row;
  const sync = { lastReadAt: row.last_read_at, error: row.last_error, nextReadAt: row.next_read_at };
  return { address, host, port, tls, username, folder, sync };
}
