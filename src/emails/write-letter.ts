import { isoNow } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Reader } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { MOST_BYTES } from './email.ts';
import type { NewEmail } from './email-fields.ts';
import { keptOffers } from './offers/keep-offers.ts';
import { putOffersBack, takeOffersOut } from './offers/offer-block.ts';
import { textOfHtml } from './plain-text.ts';
import { checkPlaceholders, fillIn, hasPlaceholders, type Values } from './placeholders.ts';
import { readWaiting } from './store-files.ts';
import { readByMessage } from './store-sending.ts';
import { visibleEmail } from './visible-email.ts';

/** What somebody wrote, checked, cleaned and filled in. */
export interface Letter {
  fromName: string;
  recipients: { address: string; folded: string; role: 'to' | 'cc' }[];
  subject: string;
  html: string;
  text: string;
  preview: string;
  sendAt: string | null;
  files: string[];
  answers: { messageId: string; earlierIds: string[]; threadId: string } | null;
}

/** Refuses (422) what cannot be sent; asks for the values of placeholders only when there are any. */
export async function writeLetter(
  platform: Platform,
  caller: Caller,
  given: NewEmail,
  valuesOf: () => Promise<Values>,
): Promise<Letter> {
  const db = platform.db.read;
  const { html: marked, offers, marks } = takeOffersOut(given.html);
  const { subject, html: written } = await filled(given.subject, marked, valuesOf);
  const me = (await readMember(db, caller.workspaceId, caller.memberId))!;
  const blocks = await keptOffers(platform, caller, { named: offers, linkIds: given.linkIds }, me.locale);
  const html = putOffersBack(written, marks, blocks) + blocks.slice(marks.length).join('');
  const text = textOfHtml(html);
  if (text === '') throw invalid({ path: 'html', message: 'Write something here.' });
  return {
    fromName: me.name,
    recipients: recipientsOf(given),
    subject,
    html,
    text,
    preview: previewOf(text),
    sendAt: sendAtOf(platform, given.sendAt),
    files: await filesOf(db, caller, given.attachments),
    answers: given.inReplyTo === undefined ? null : await threadOf(db, caller, given.inReplyTo),
  };
}

async function filled(subject: string, html: string, valuesOf: () => Promise<Values>) {
  checkPlaceholders('subject', subject);
  checkPlaceholders('html', html);
  if (!hasPlaceholders(subject) && !hasPlaceholders(html)) return { subject, html };
  const values = await valuesOf();
  const inSubject = fillIn(subject, values, 'text');
  const inHtml = fillIn(html, values, 'html');
  const missing = (path: string, [name]: string[]) => ({
    path,
    message: `Nothing is known here for {{${name}}}. Write it yourself.`,
  });
  if (inSubject.missing.length > 0) throw invalid(missing('subject', inSubject.missing));
  if (inHtml.missing.length > 0) throw invalid(missing('html', inHtml.missing));
  return { subject: inSubject.filled.slice(0, 200), html: inHtml.filled };
}

/** Each address once, whatever its case and wherever it was written first. */
function recipientsOf({ to, cc }: NewEmail): Letter['recipients'] {
  const all = new Map<string, Letter['recipients'][number]>();
  for (const role of ['to', 'cc'] as const) {
    for (const address of role === 'to' ? to : cc) {
      const folded = foldAddress(address);
      if (!all.has(folded)) all.set(folded, { address, folded, role });
    }
  }
  return [...all.values()];
}

function sendAtOf({ clock }: Platform, sendAt: string | undefined): string | null {
  if (sendAt === undefined) return null;
  const at = new Date(sendAt).toISOString();
  if (at <= isoNow(clock)) throw invalid({ path: 'sendAt', message: 'Choose a time in the future.' });
  if (Date.parse(at) > clock.now() + YEAR_MS) {
    throw invalid({ path: 'sendAt', message: 'Choose a time within a year.' });
  }
  return at;
}

const YEAR_MS = 366 * 86_400_000;

async function filesOf(db: Reader, { workspaceId, memberId }: Caller, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const files = await readWaiting(db, workspaceId, memberId, wanted);
  const missing = ids.findIndex((id) => files.every((file) => file.file_id !== id));
  if (missing !== -1) {
    throw invalid({
      path: `attachments.${missing}`,
      message: 'This file is not here any more. Attach it again.',
    });
  }
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes > MOST_BYTES) {
    throw new Problem(413, 'too-large', 'All attachments of one e-mail may hold 10 MB. Leave one out.');
  }
  return wanted;
}

async function threadOf(db: Reader, caller: Caller, id: string): Promise<Letter['answers']> {
  const { messageId } = await visibleEmail(db, caller, id).catch(() => {
    throw invalid({ path: 'inReplyTo', message: 'There is no such e-mail here.' });
  });
  const before = (await readByMessage(db, caller.workspaceId, [messageId]))!;
  return { messageId, threadId: before.thread_id, earlierIds: earlierIds(before) };
}

/** Header lines must not grow with every answer: the first and the latest say enough. */
export function earlierIds(before: { earlier_ids: string; message_id: string }): string[] {
  const all = [...(JSON.parse(before.earlier_ids) as string[]), before.message_id];
  return all.length <= MOST_REFERENCES ? all : [all[0]!, ...all.slice(-MOST_REFERENCES + 1)];
}

const MOST_REFERENCES = 20;

/** The first words, in one line. */
export function previewOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed();
}

/** The house's own address: mail leaves under it, whoever wrote it. */
export function senderAddress({ mailFrom }: Pick<Config, 'mailFrom'>): string {
  return /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
}
