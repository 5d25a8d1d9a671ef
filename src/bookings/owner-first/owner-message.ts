import { createHash } from 'node:crypto';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { line, text, z } from '#platform/http/fields.ts';
import { newId } from '#platform/ids.ts';
import { windowOf, type Limit } from '#platform/limits/limit.ts';
import { countUp } from '#platform/limits/store.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem, tooMany } from '#platform/refusal.ts';
import { notify } from '#notices/notify.ts';
import type { Member } from '#people/member.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact } from './contact.ts';
import { ownerMessageMail } from '#bookings/mails/owner-message-mail.ts';
import { hasFree, ownOffer } from './own-offer.ts';

/** What a visitor writes to an owner without free times (C2.2). */
export const OwnerMessage = z.object({
  c: z.string().max(2000),
  name: line(200),
  text: text(4000).refine((value) => value.trim() !== '', 'Write something here.'),
});

interface Sender {
  /** The same message sent again under the same key goes once. */
  key: string | null;
  /** The key of `limitAddress`. */
  network: string;
}

const DAY_SECONDS = 86_400;

/** Against those who would write and write: about one person, from one network address, through a whole workspace. */
const MOST = { person: 3, network: 10, workspace: 200 };

/**
 * Writes to the owner of the visitor's record (C2.2): their address is not told, answers go to the visitor's. Refused
 * (409) unless this visitor may have nobody but an owner who has no free time; beyond the limits of a day 429.
 */
export async function writeToOwner(
  platform: Platform,
  found: FoundLink,
  contact: Contact | null,
  message: Pick<z.infer<typeof OwnerMessage>, 'name' | 'text'>,
  sender: Sender,
): Promise<void> {
  const owner = await fullOwner(platform, found, contact);
  if (!owner || !contact?.person) throw notFull();
  const { person } = contact;
  await platform.db.transact(async (tx) => {
    if (await wasSent(tx, platform, found, sender.key)) return;
    await countAll(tx, platform, found, [
      [`owner-message:${person.kind}:${person.id}`, MOST.person],
      [`owner-message:network:${sender.network}`, MOST.network],
      ['owner-message', MOST.workspace],
    ]);
    await tell(tx, platform, found, { ...contact, person }, owner, message);
  });
  platform.wakeWorker();
}

function notFull(): Problem {
  return new Problem(409, 'conflict', 'There are times to choose from. Open the link again and pick one.');
}

/** The visitor's owner, when nobody else may have the meeting and they have no time for it. */
async function fullOwner(
  { db, clock }: Platform,
  found: FoundLink,
  contact: Contact | null,
): Promise<Member | undefined> {
  const { owner, found: own } = await ownOffer(db.read, clock, found, contact, 'owner');
  return owner && !(await hasFree(db.read, clock, own)) ? owner : undefined;
}

async function wasSent(
  tx: Tx,
  { clock }: Platform,
  { link }: FoundLink,
  key: string | null,
): Promise<boolean> {
  if (key === null) return false;
  const name = `owner-message-key:${createHash('sha256').update(`${link.id}:${key}`).digest('base64url')}`;
  return (await countUp(tx, link.workspaceId, name, isoNow(clock).slice(0, 10))) > 1;
}

/** In one order, because parallel messages take turns at these rows. A refusal takes back what it counted. */
async function countAll(
  tx: Tx,
  { clock }: Platform,
  { link }: FoundLink,
  counted: [name: string, max: number][],
): Promise<void> {
  for (const [name, max] of counted) {
    const limit: Limit = { name, max, windowSeconds: DAY_SECONDS };
    const { start, secondsLeft } = windowOf(clock, limit);
    if ((await countUp(tx, link.workspaceId, name, start)) > max) throw tooMany(secondsLeft);
  }
}

async function tell(
  tx: Tx,
  platform: Platform,
  { link }: FoundLink,
  { person, email, proof }: Contact & { person: NonNullable<Contact['person']> },
  owner: Member,
  { name, text: words }: { name: string; text: string },
): Promise<void> {
  const { workspaceId } = link;
  const record = { kind: person.kind, id: person.id };
  const notice = { workspaceId, kind: 'owner-message', subjectId: newId(), record, byId: null };
  await notify(tx, { ...notice, at: isoNow(platform.clock), data: { name: person.name } }, [owner.id]);
  const mail = ownerMessageMail(owner, platform.config.publicUrl, {
    link: link.title,
    person: { ...record, name: person.name },
    from: { name, email, isProven: proof === 'sent' },
    text: words,
  });
  const unproven = proof === 'typed';
  await queueMail(tx, platform, { workspaceId, kind: 'owner-message', to: owner.email, unproven, ...mail });
}
