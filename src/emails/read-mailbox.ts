import { isoAfter, isoNow } from '#platform/clock.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import { takeReply } from '#bookings/replies/take-reply.ts';
import { bounceIn } from './bounce.ts';
import { inFolder, whyNotRead, type Folder, type RawMessage } from './imap.ts';
import { parseMessage } from './parse-message.ts';
import { changeMailbox, lockMailbox, readMailbox, type MailboxRow } from './store-mailboxes.ts';
import { replyIn } from './reply-in.ts';
import { takeBounce } from './take-bounce.ts';
import { takeMessage } from './take-message.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** So many at a look; the rest comes with the next one. */
const AT_ONCE = 50;

/**
 * Reads what is new in a workspace's mailbox, each message once: a message and the place up to which the mailbox
 * was read are written together. From the first look on; what lay there before is not touched. A server that does
 * not answer is asked again later, and later still; the settings say why.
 */
export async function lookIntoMailbox(platform: Platform, workspaceId: string): Promise<void> {
  const mailbox = await readMailbox(platform.db.read, workspaceId);
  if (!mailbox) return;
  try {
    const isMore = await inFolder(platform, mailbox, (folder) => readNew(platform, mailbox, folder));
    await note(platform, mailbox, {
      last_read_at: isoNow(platform.clock),
      last_error: null,
      failures: 0,
      next_read_at: isMore ? isoNow(platform.clock) : isoAfter(platform.clock, MINUTE_MS),
    });
  } catch (error) {
    platform.log.error('a mailbox could not be read', errorFacts(error));
    await note(platform, mailbox, {
      last_error: whyNotRead(error),
      failures: mailbox.failures + 1,
      next_read_at: isoAfter(platform.clock, Math.min(60, 2 ** Math.min(mailbox.failures, 6)) * MINUTE_MS),
    });
  }
}

/** Answers whether there is more than one look takes. */
async function readNew(platform: Platform, mailbox: MailboxRow, folder: Folder): Promise<boolean> {
  if (mailbox.uid_validity === null) {
    await note(platform, mailbox, { uid_validity: folder.uidValidity, last_uid: folder.uidNext - 1 });
    return false;
  }
  const uids = await newUids(platform, mailbox, folder);
  for (const uid of uids.slice(0, AT_ONCE)) {
    const message = await folder.read(uid);
    if (message) await take(platform, mailbox, message);
  }
  return uids.length > AT_ONCE;
}

/** When the server numbered its messages anew, the last day is read again; what is known already is known by its Message-ID. */
async function newUids(platform: Platform, mailbox: MailboxRow, folder: Folder): Promise<number[]> {
  if (mailbox.uid_validity === folder.uidValidity) return folder.uidsAfter(mailbox.last_uid);
  const since = new Date(Date.parse(mailbox.last_read_at ?? mailbox.created_at) - DAY_MS);
  await note(platform, mailbox, { uid_validity: folder.uidValidity, last_uid: 0 });
  return folder.uidsSince(since);
}

async function take(platform: Platform, mailbox: MailboxRow, message: RawMessage): Promise<void> {
  const { workspace_id: workspaceId, address, version } = mailbox;
  const parsed = await parseMessage(message.bytes).catch((error: unknown) => {
    platform.log.error('a message could not be read', errorFacts(error));
  });
  await platform.db.transact(async (tx) => {
    const now = await lockMailbox(tx, workspaceId);
    if (now?.version !== version || now.last_uid >= message.uid) return;
    const bounce = parsed && bounceIn(parsed.mail);
    const reply = parsed && replyIn(parsed.mail);
    if (bounce) await takeBounce(tx, platform, workspaceId, bounce);
    else if (!reply || !(await takeReply(tx, platform, workspaceId, reply))) {
      if (parsed) await takeMessage(tx, platform, { workspaceId, address }, parsed.incoming);
    }
    await changeMailbox(tx, workspaceId, { last_uid: message.uid });
  });
}

/** Writes only while the settings are those that were read. */
async function note(
  { db }: Platform,
  { workspace_id, version }: MailboxRow,
  change: Partial<MailboxRow>,
): Promise<void> {
  await db.transact(async (tx) => {
    if ((await lockMailbox(tx, workspace_id))?.version === version)
      await changeMailbox(tx, workspace_id, change);
  });
}
