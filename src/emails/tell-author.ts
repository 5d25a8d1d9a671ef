import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import '#platform/mailer/facts.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { notify } from '#notices/notify.ts';
import { forgetNotices } from '#notices/store.ts';
import type { Member } from '#people/member.ts';
import { readMember } from '#people/store.ts';
import { seesRecord } from '#crm/activities/place.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { fateMail, type Fate } from './mail.ts';
import { isPlace } from './record-places.ts';
import { emailOfMail, type Written } from './store-authors.ts';
import { recordsOf } from './store-sending.ts';

/** The author of an e-mail hears when it fails for good, unless it is sent again (P6). */
export function listenFates(platform: Platform): void {
  platform.announcer.on('mail-failed', async (tx, { workspaceId, mailId, error }) => {
    const email = await emailOfMail(tx, workspaceId, mailId);
    if (!email) return;
    const { address, email_id: subjectId } = email;
    await tellAuthor(tx, platform, { workspaceId, email, fate: 'failed', subjectId, address, why: error });
  });
  platform.announcer.on('mail-revived', async (tx, { workspaceId, mailId }) => {
    const email = await emailOfMail(tx, workspaceId, mailId);
    if (email) await forgetNotices(tx, { workspaceId, kind: 'email-failed', subjectId: email.email_id });
  });
}

export interface Told {
  workspaceId: string;
  email: Written;
  fate: Fate;
  /** The author is told of it once. */
  subjectId: string;
  /** Whom it did not reach, or who answered. */
  address: string;
  /** In the words of a mail server; for an answer, how it begins. */
  why: string;
  /** Who has it already, folded: they get no second mail. */
  has?: readonly string[];
}

/** Tells the author in the app and by mail. It leads to the e-mail on a record they see, or among their own. */
export async function tellAuthor(tx: Tx, platform: Platform, told: Told): Promise<void> {
  const { workspaceId, email, fate, subjectId, address, why, has = [] } = told;
  const author = email.member_id === null ? undefined : await readMember(tx, workspaceId, email.member_id);
  if (!author?.active || foldAddress(author.email) === foldAddress(address)) return;
  const record = await placeFor(tx, author, email);
  const emailId = fate === 'answered' && record.kind !== 'email' ? subjectId : email.email_id;
  const data = { emailId, title: email.subject, address, why };
  const at = isoNow(platform.clock);
  const notice = { workspaceId, kind: `email-${fate}`, subjectId, record, byId: null, at, data };
  const [isNew] = await notify(tx, notice, [author.id]);
  if (isNew === undefined || has.includes(foldAddress(author.email))) return;
  const fated = { fate, subject: email.subject, record, emailId, address, why };
  const words = fateMail(author, fated, platform.config.publicUrl);
  await queueMail(tx, platform, { workspaceId, kind: 'email-fate', to: author.email, ...words });
}

async function placeFor(tx: Tx, author: Member, email: Written): Promise<RecordRef> {
  const { workspaceId } = author;
  const own = email.record_kind === null ? [] : [{ kind: email.record_kind, id: email.record_id! }];
  const others = email.entry_id === null ? [] : await recordsOf(tx, workspaceId, email.entry_id);
  const places = [...own, ...others].filter(isPlace);
  const found = await readLinked(tx, workspaceId, places);
  const seen = new Set(found.filter((one) => seesRecord(author, one)).map(({ id }) => id));
  return places.find(({ id }) => seen.has(id)) ?? { kind: 'email', id: email.email_id };
}
