import type { ImapFlow } from 'imapflow';
import type { Platform } from '#platform/platform.ts';
import { outwardAddress } from '#platform/outward/outward-address.ts';
import type { MailboxRow } from './store-mailboxes.ts';

/** A message as it lies in the mailbox; cut when it is larger than we keep. */
export interface RawMessage {
  uid: number;
  bytes: Buffer;
  isCut: boolean;
}

export interface Folder {
  uidValidity: string;
  uidNext: number;
  /** UIDs above this one, lowest first. */
  uidsAfter(uid: number): Promise<number[]>;
  /** UIDs of what arrived on that day or later, lowest first. */
  uidsSince(date: Date): Promise<number[]>;
  read(uid: number): Promise<RawMessage | undefined>;
}

const LONGEST_MS = 45_000;
const MOST_BYTES = 15 * 1024 * 1024;
const BYTES_OF_LARGE = 256 * 1024;

/**
 * Opens the folder for reading only, does the work and leaves. Everything together takes at most 45 seconds; the
 * connection goes to the address that was checked.
 */
export async function inFolder<T>(
  { config, secrets }: Platform,
  mailbox: MailboxRow,
  work: (folder: Folder) => Promise<T>,
): Promise<T> {
  const { host, port, tls, username } = mailbox;
  const address = await outwardAddress(host, port, config.privateHosts);
  // A house without a mailbox does not load what reads one: a hundred files.
  const imap = await import('imapflow');
  const client = new imap.ImapFlow({
    host: address,
    servername: host,
    port,
    secure: tls === 'tls',
    doSTARTTLS: tls === 'tls' ? undefined : tls === 'starttls',
    auth: { user: username, pass: secrets.open(mailbox.password_sealed) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    maxLiteralSize: MOST_BYTES + 1024,
  });
  client.on('error', () => {});
  const limit = setTimeout(() => client.close(), LONGEST_MS);
  try {
    await client.connect();
    const opened = await client.mailboxOpen(mailbox.folder, { readOnly: true });
    return await work(folderOf(client, String(opened.uidValidity), opened.uidNext));
  } finally {
    clearTimeout(limit);
    client.close();
  }
}

function folderOf(client: ImapFlow, uidValidity: string, uidNext: number): Folder {
  const found = async (query: Parameters<ImapFlow['search']>[0]): Promise<number[]> => {
    const uids = await client.search(query, { uid: true });
    return (uids || []).toSorted((one, other) => one - other);
  };
  return {
    uidValidity,
    uidNext,
    // "7:*" always names the last message, even when its UID is lower.
    uidsAfter: async (uid) => (await found({ uid: `${uid + 1}:*` })).filter((one) => one > uid),
    uidsSince: (date) => found({ since: date }),
    read: async (uid) => {
      const known = await client.fetchOne(String(uid), { size: true }, { uid: true });
      if (!known) return undefined;
      const isCut = (known.size ?? 0) > MOST_BYTES;
      const source = isCut ? { start: 0, maxLength: BYTES_OF_LARGE } : true;
      const message = await client.fetchOne(String(uid), { source }, { uid: true });
      return message && message.source ? { uid, bytes: message.source, isCut } : undefined;
    },
  };
}

/** Why a mailbox could not be read, in words that hold no password. */
export function whyNotRead(error: unknown): string {
  const { authenticationFailed, responseText, message, mailboxMissing } = error as {
    authenticationFailed?: boolean;
    responseText?: string;
    mailboxMissing?: boolean;
    message?: string;
  };
  if (authenticationFailed)
    return `The mail server refuses the user name or password. ${responseText ?? ''}`.trim();
  if (mailboxMissing) return 'There is no such folder in this mailbox.';
  return (responseText ?? message ?? 'unknown').slice(0, 300);
}
