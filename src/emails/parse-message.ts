import { createHash } from 'node:crypto';
import type { Address, Attachment, Email } from 'postal-mime';
import { foldAddress } from '#platform/fold.ts';
import { oneLine } from '#platform/mailer/mail.ts';
import { cleanIncoming } from './clean-incoming.ts';
import { LONGEST_HTML, MOST_BYTES, MOST_FILES } from './email.ts';
import { escapeHtml, textOfHtml } from './plain-text.ts';
import { withoutTokens } from './without-tokens.ts';

/** A message that somebody wrote to us, cleaned and cut to what we keep. */
export interface Incoming {
  messageId: string;
  /** Message-IDs it says it answers, the nearest first. */
  answers: string[];
  from: { name: string; address: string };
  to: string[];
  cc: string[];
  subject: string;
  html: string;
  text: string;
  files: { name: string; type: string; content: Buffer }[];
  /** A machine wrote it: an absence, a list (RFC 3834). */
  isAutomatic: boolean;
}

const MOST_ADDRESSES = 100;

/** Reads what a mail server sent; every part of it is a stranger's. */
export async function parseMessage(bytes: Buffer): Promise<{ mail: Email; incoming: Incoming }> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  const words = wordsOf(mail);
  const incoming = {
    messageId:
      idsIn(mail.messageId)[0] ?? `<${createHash('sha256').update(bytes).digest('hex')}@mailbox.invalid>`,
    answers: [...new Set([...idsIn(mail.inReplyTo), ...idsIn(mail.references).toReversed()])].slice(0, 50),
    from: senderOf(mail.from),
    to: addressesIn(mail.to),
    cc: addressesIn(mail.cc),
    subject: oneLine(safe(mail.subject ?? '')),
    ...words,
    files: filesOf(mail.attachments),
    isAutomatic: isAutomatic(mail),
  };
  return { mail, incoming };
}

/** Every address it was sent to, by what its writer and the mail servers on the way say. */
export function addressesOf({ to, cc, headers }: Email): string[] {
  const delivered = headers
    .filter(({ key }) => DELIVERED.has(key))
    .map(({ value }) => safe(value).replaceAll(/[<>]/g, '').trim().slice(0, 254));
  return [...addressesIn(to), ...addressesIn(cc), ...delivered].slice(0, MOST_ADDRESSES);
}

const DELIVERED = new Set(['delivered-to', 'x-original-to', 'envelope-to']);

function isAutomatic({ headers }: Email): boolean {
  const said = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const submitted = said('auto-submitted');
  return (submitted !== undefined && !submitted.startsWith('no')) || said('precedence') === 'auto_reply';
}

/** What looks like a Message-ID: in angle brackets, without spaces, of a length that fits a header. */
export function idsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<[^<>\s]{3,300}>/g)].map(([found]) => safe(found));
}

function wordsOf({ html, text }: Email): { html: string; text: string } {
  const said = withoutTokens(safe(text ?? '')).slice(0, LONGEST_HTML);
  const clean = html === undefined || html.length > MOST_HTML ? '' : withoutTokens(cleanIncoming(safe(html)));
  if (clean !== '' && clean.length <= LONGEST_HTML) {
    return { html: clean, text: said.trim() === '' ? textOfHtml(clean) : said };
  }
  const lines = escapeHtml(said.trim()).split(/\r?\n/);
  return { html: `<p>${lines.join('<br>')}</p>`, text: said };
}

const MOST_HTML = 2_000_000;

function senderOf(from: Address | undefined): { name: string; address: string } {
  const [first] = flat(from === undefined ? [] : [from]);
  return { name: oneLine(safe(first?.name ?? '')), address: safe(first?.address ?? '').slice(0, 254) };
}

function addressesIn(list: Address[] | undefined): string[] {
  const all = flat(list ?? []).map(({ address }) => safe(address).slice(0, 254));
  const known = new Map(all.filter((one) => one.includes('@')).map((one) => [foldAddress(one), one]));
  return [...known.values()].slice(0, MOST_ADDRESSES);
}

function flat(list: Address[]): { name: string; address: string }[] {
  return list.flatMap((one) => (one.group ? one.group : [{ name: one.name, address: one.address ?? '' }]));
}

/** Pictures inside the text are not shown, so they are not kept either. */
function filesOf(attachments: Attachment[]): Incoming['files'] {
  const files: Incoming['files'] = [];
  let bytes = 0;
  for (const { filename, mimeType, content, related } of attachments) {
    const body = Buffer.from(content as ArrayBuffer);
    if (related || files.length === MOST_FILES || bytes + body.length > MOST_BYTES) continue;
    bytes += body.length;
    const type = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(mimeType) ? mimeType : 'application/octet-stream';
    files.push({ name: oneLine(safe(filename ?? '')) || 'file', type, content: body });
  }
  return files;
}

/** Text that both databases can keep. */
function safe(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
