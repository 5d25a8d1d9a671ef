import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import { queueJob } from '#platform/jobs/store.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import { visibleRecord } from '#crm/records/record-desks.ts';
import { append } from '#crm/timeline/store.ts';
import { senderAddress, type Letter } from './write-letter.ts';
import { placesOf, touchPeople } from './places.ts';
import { isPlace } from './record-places.ts';
import { releaseEmail } from './release-email.ts';
import { insertEmail } from './store.ts';
import { attach } from './store-files.ts';
import { peopleWith } from './store-sending.ts';

/**
 * Keeps a letter that was checked, puts it on the timelines of its record and of everybody in it whom we know
 * (P8), and queues it: now, or at its time. Answers its id.
 */
export async function sendEmail(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  record: RecordRef | null,
  letter: Letter,
): Promise<string> {
  const at = isoNow(platform.clock);
  const id = newId();
  const { workspaceId, memberId } = caller;
  if (record && isPlace(record)) await visibleRecord(tx, caller, record.kind, record.id);
  const people = await peopleWith(
    tx,
    workspaceId,
    letter.recipients.map(({ folded }) => folded),
  );
  const entryId = await tell(tx, { workspaceId, memberId, at, id }, record, people, letter);
  const row = rowFrom(platform, { workspaceId, memberId, at, id }, letter);
  await insertEmail(tx, { ...row, ...whereOf(record), entry_id: entryId }, letter.recipients);
  await attach(tx, workspaceId, id, letter.files);
  if (letter.sendAt === null) await releaseEmail(tx, platform, workspaceId, id);
  else await queueJob(tx, platform.clock, releaseJob(workspaceId, id, letter.sendAt));
  return id;
}

function whereOf(record: RecordRef | null) {
  return { record_kind: record?.kind ?? null, record_id: record?.id ?? null };
}

function rowFrom({ config }: Platform, { workspaceId, memberId, at, id }: Act, letter: Letter) {
  const address = senderAddress(config);
  const { answers } = letter;
  return {
    workspace_id: workspaceId,
    email_id: id,
    direction: 'out',
    stage: 'scheduled',
    member_id: memberId,
    from_name: letter.fromName,
    from_address: address,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    preview: letter.preview,
    message_id: `<${id}@${address.split('@').at(-1)!}>`,
    in_reply_to: answers?.messageId ?? null,
    earlier_ids: JSON.stringify(answers?.earlierIds ?? []),
    thread_id: answers?.threadId ?? id,
    send_at: letter.sendAt,
    created_at: at,
  } as const;
}

function releaseJob(workspaceId: string, emailId: string, runAt: string) {
  return { workspaceId, kind: 'email.release', payload: { emailId }, runAt };
}

interface Act {
  workspaceId: string;
  memberId: string;
  at: string;
  id: string;
}

async function tell(
  tx: Tx,
  { workspaceId, memberId, at, id }: Act,
  record: RecordRef | null,
  people: RecordRef[],
  letter: Letter,
): Promise<string | null> {
  const [where, ...others] = placesOf(record, people);
  if (!where) return null;
  await touchPeople(tx, workspaceId, [where, ...others], at);
  const to = letter.recipients.map(({ address }) => address);
  const data = { emailId: id, direction: 'out', subject: letter.subject, to, preview: letter.preview };
  const by = { kind: 'member', id: memberId } as const;
  return append(tx, { workspaceId, kind: 'email', at, by, data }, [where, ...others]);
}
