import type { Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import { letterHtml } from './letter-html.ts';
import { offersOf, type KeptLetter } from './offers/offers-for.ts';
import { isPlace } from './record-places.ts';
import { readMailboxAddress } from './store-mailboxes.ts';
import { lockEmail, nameMail, readAddresses, setStage } from './store-sending.ts';

/**
 * Hands an e-mail that waits to the mailer, one message for each recipient, all under its one Message-ID; what it
 * offers knows whom it goes to (L4). Does nothing for one that was cancelled or has left already.
 */
export async function releaseEmail(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  id: string,
): Promise<void> {
  const email = await lockEmail(tx, workspaceId, id);
  if (!email || email.stage !== 'scheduled') return;
  const recipients = await readAddresses(tx, workspaceId, id);
  const of = (role: 'to' | 'cc') =>
    recipients.filter((one) => one.role === role).map(({ address }) => address);
  const letter = {
    ...(await writerOf(tx, email)),
    ...threadOf(email),
    to: of('to'),
    cc: of('cc'),
    filesOf: id,
  };
  const writtenFor = await offersOf(tx, platform, await keptLetter(tx, email));
  for (const { address, position } of recipients) {
    const { html, text } = await writtenFor(address);
    const mailId = await queueMail(tx, platform, {
      workspaceId,
      kind: 'email',
      to: address,
      subject: email.subject,
      text,
      html: letterHtml(html),
      messageId: email.message_id,
      letter,
    });
    await nameMail(tx, workspaceId, id, position, mailId);
  }
  await setStage(tx, workspaceId, id, 'released');
}

async function keptLetter(tx: Tx, email: Row<'emails'>): Promise<KeptLetter> {
  const { workspace_id: workspaceId, record_kind: kind, record_id: id, html, text } = email;
  const member = await readMember(tx, workspaceId, email.member_id!);
  const record = kind === null ? null : { kind, id: id! };
  return {
    workspaceId,
    record: record && isPlace(record) ? record : null,
    html,
    text,
    language: member!.locale,
  };
}

/** Answers go to the writer, and to the mailbox we read, so that they stand on the timeline. */
async function writerOf(tx: Tx, email: Row<'emails'>) {
  const member = await readMember(tx, email.workspace_id, email.member_id!);
  const mailbox = await readMailboxAddress(tx, email.workspace_id);
  const replyTo = [...new Set([member!.email, mailbox].filter((address) => address !== undefined))];
  return { fromName: email.from_name, replyTo };
}

function threadOf(email: Row<'emails'>) {
  const references = JSON.parse(email.earlier_ids) as string[];
  return email.in_reply_to === null ? {} : { inReplyTo: email.in_reply_to, references };
}
