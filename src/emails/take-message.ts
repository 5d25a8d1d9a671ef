import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { append } from '#crm/timeline/store.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { Incoming } from './parse-message.ts';
import { placesOf, touchPeople } from './places.ts';
import { insertEmail } from './store.ts';
import { insertFile } from './store-files.ts';
import { latestWritten } from './store-authors.ts';
import { peopleWith, readByMessage } from './store-sending.ts';
import { tellAuthor } from './tell-author.ts';
import { earlierIds, previewOf } from './write-letter.ts';

/**
 * Keeps a message that somebody we know wrote or got, or that answers one of ours, on their timelines; anything
 * else in the mailbox is nobody's business. A message that is here already is not kept twice.
 */
export async function takeMessage(
  tx: Tx,
  platform: Platform,
  { workspaceId, address }: { workspaceId: string; address: string },
  message: Incoming,
): Promise<boolean> {
  if (await readByMessage(tx, workspaceId, [message.messageId])) return false;
  const before = await nearestBefore(tx, workspaceId, message.answers);
  const own = foldAddress(address);
  const others = [message.from.address, ...message.to, ...message.cc].map(foldAddress);
  const people = await peopleWith(
    tx,
    workspaceId,
    [...new Set(others)].filter((one) => one !== own),
  );
  const about = before?.record_kind ? { kind: before.record_kind, id: before.record_id! } : null;
  if (!before && people.length === 0) return false;
  const at = isoNow(platform.clock);
  const id = newId();
  const entryId = await tell(tx, { workspaceId, at, id }, placesOf(about, people), message);
  const row = { ...rowFrom(workspaceId, id, message), ...threadOf(id, before), created_at: at };
  const where = { record_kind: about?.kind ?? null, record_id: about?.id ?? null, entry_id: entryId };
  await insertEmail(tx, { ...row, ...where }, recipientsOf(message));
  await keepFiles(tx, { workspaceId, at, id }, message);
  if (before) await tellOfAnswer(tx, platform, { workspaceId, id, threadId: before.thread_id }, message);
  return true;
}

/** Whoever wrote last hears of it, unless a machine answered or they wrote to themselves; their own mailbox may have it already. */
async function tellOfAnswer(
  tx: Tx,
  platform: Platform,
  { workspaceId, id, threadId }: { workspaceId: string; id: string; threadId: string },
  { from, to, cc, text, isAutomatic }: Incoming,
): Promise<void> {
  const email = isAutomatic ? undefined : await latestWritten(tx, workspaceId, threadId);
  if (!email) return;
  const [address, why] = [from.address, previewOf(text)];
  const has = [from.address, ...to, ...cc].map(foldAddress);
  const told = { workspaceId, email, fate: 'answered', subjectId: id, address, why, has } as const;
  await tellAuthor(tx, platform, told);
}

type Before = Awaited<ReturnType<typeof readByMessage>>;

/** The header lines name the nearest first. */
async function nearestBefore(tx: Tx, workspaceId: string, answers: string[]): Promise<Before> {
  for (const messageId of answers.slice(0, 10)) {
    const found = await readByMessage(tx, workspaceId, [messageId]);
    if (found) return found;
  }
  return undefined;
}

function threadOf(id: string, before: Before) {
  return {
    in_reply_to: before?.message_id ?? null,
    earlier_ids: JSON.stringify(before ? earlierIds(before) : []),
    thread_id: before?.thread_id ?? id,
  };
}

function rowFrom(workspaceId: string, id: string, message: Incoming) {
  return {
    workspace_id: workspaceId,
    email_id: id,
    direction: 'in',
    stage: 'received',
    member_id: null,
    from_name: message.from.name,
    from_address: message.from.address,
    subject: message.subject,
    html: message.html,
    text: message.text,
    preview: previewOf(message.text),
    message_id: message.messageId,
    send_at: null,
  } as const;
}

function recipientsOf({ to, cc }: Incoming) {
  const as = (role: 'to' | 'cc') => (address: string) => ({ address, folded: foldAddress(address), role });
  return [...to.map(as('to')), ...cc.map(as('cc'))];
}

interface Act {
  workspaceId: string;
  at: string;
  id: string;
}

async function tell(tx: Tx, { workspaceId, at, id }: Act, places: RecordRef[], message: Incoming) {
  const [where, ...others] = places;
  if (!where) return null;
  await touchPeople(tx, workspaceId, places, at);
  const { subject, from, to } = message;
  const data = { emailId: id, direction: 'in', subject, from, to, preview: previewOf(message.text) };
  return append(tx, { workspaceId, kind: 'email', at, by: { kind: 'system' }, data }, [where, ...others]);
}

async function keepFiles(tx: Tx, { workspaceId, at, id }: Act, { files }: Incoming): Promise<void> {
  for (const { name, type, content } of files) {
    await insertFile(tx, {
      workspace_id: workspaceId,
      file_id: newId(),
      email_id: id,
      name,
      type,
      size: content.length,
      content: content.toString('base64'),
      created_at: at,
    });
  }
}
