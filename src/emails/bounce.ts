import type { Attachment, Email } from 'postal-mime';
import { idsIn } from './parse-message.ts';

/** A message that came back, as the mail server tells it (RFC 3464). */
export interface Bounce {
  /** Message-IDs of what came back. */
  messageIds: string[];
  recipients: { address: string; reason: string }[];
}

/** Reads a report of failed delivery; undefined for anything else, also for one that only tells of a delay. */
export function bounceIn(mail: Email): Bounce | undefined {
  const report = mail.attachments.find(({ mimeType }) => STATUS.test(mimeType));
  if (!report) return undefined;
  const groups = textIn(report)
    .split(/\r?\n\r?\n/)
    .map(fieldsIn);
  const recipients = groups.flatMap(failedIn);
  if (recipients.length === 0) return undefined;
  const original = mail.attachments.find(({ mimeType }) => ORIGINAL.test(mimeType));
  const named = original ? fieldsIn(textIn(original).split(/\r?\n\r?\n/)[0]!).get('message-id') : undefined;
  const messageIds = [
    ...idsIn(named),
    ...groups.flatMap((group) => idsIn(group.get('original-message-id'))),
    ...idsIn(mail.inReplyTo),
    ...idsIn(mail.references),
  ];
  return { messageIds: [...new Set(messageIds)].slice(0, 20), recipients: recipients.slice(0, 100) };
}

const STATUS = /^message\/(global-)?delivery-status$/;
const ORIGINAL = /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/;

function failedIn(group: Map<string, string>): Bounce['recipients'] {
  const recipient = group.get('original-recipient') ?? group.get('final-recipient');
  if (recipient === undefined) return [];
  const action = group.get('action')?.toLowerCase();
  if (action !== 'failed' && !(action === undefined && group.get('status')?.startsWith('5'))) return [];
  const reason = valueOf(group.get('diagnostic-code') ?? group.get('status') ?? 'no reason given');
  return [{ address: valueOf(recipient).replace(/^<|>$/g, ''), reason: reason.slice(0, 300).toWellFormed() }];
}

/** "rfc822; ewa@baltica.example" → the part behind its type. */
function valueOf(field: string): string {
  return field
    .replace(/^[\w-]+;/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function fieldsIn(text: string): Map<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((found) => found !== null);
  return new Map(fields.map(([, name, value]) => [name!.toLowerCase(), value!.replaceAll('\u0000', '')]));
}

function textIn({ content }: Attachment): string {
  const bytes = Buffer.from(content as ArrayBuffer);
  return bytes.subarray(0, 64 * 1024).toString('utf8');
}
