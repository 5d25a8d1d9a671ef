import { isoNow, type Clock } from '../clock.ts';
import type { Reader, Tx } from '../db/database.ts';
import { prepared } from '../db/prepared.ts';
import { flag, type NewRow, type Row } from '../db/tables.ts';
import { fold, foldAddress } from '../fold.ts';
import { newId } from '../ids.ts';
import type { NewJob } from '../jobs/job.ts';
import { queueJob } from '../jobs/store.ts';
import { countUp } from '../limits/store.ts';
import type { Secrets } from '../secrets.ts';
import { checkAddress } from './address.ts';
import { oneLine, type MailBody, type NewMail } from './mail.ts';
import { earliestTime } from './unproven-limits.ts';
import './tables.ts';

export interface Desk {
  clock: Clock;
  secrets: Secrets;
}

/** Writes a mail into the act's transaction; it leaves after commit, once, even if the process dies. */
export async function queueMail(tx: Tx, desk: Desk, mail: NewMail): Promise<string> {
  const { clock } = desk;
  if (!checkAddress(mail.to)) throw new Error('a mail was queued for an address that was never checked');
  const to = foldAddress(mail.to);
  const notBefore = mail.unproven ? await waitFor(tx, clock, mail, to) : isoNow(clock);
  const row = rowOf(desk, mail, notBefore);
  await insertMail(tx, row);
  await queueJob(tx, clock, jobOf(clock, row, mail.lane));
  return row.id;
}

/** A mail as it is kept. */
export function rowOf({ clock, secrets }: Desk, mail: NewMail, notBefore: string): NewMailRow {
  const id = newId();
  const to = foldAddress(mail.to);
  const { text, html, calendar, replyTo, letter } = mail;
  const body: MailBody = { text, html, calendar, replyTo, letter };
  const subject = oneLine(mail.subject);
  return {
    workspace_id: mail.workspaceId,
    id,
    kind: mail.kind,
    to_address: to,
    subject,
    body: secrets.seal(JSON.stringify(body)),
    message_id: mail.messageId ?? `<${id}@rondo.invalid>`,
    state: 'queued',
    secret: flag(mail.secret ?? false),
    cause: mail.unproven ? 'unproven' : null,
    attempts: 0,
    created_at: isoNow(clock),
    not_before: notBefore,
    not_after: mail.notAfter ?? null,
    search_text: fold(`${to} ${subject}`),
  };
}

type NewMailRow = NewRow<'mails'> & { id: string; not_before: string };

/** What sends it: in its lane, unless it waits longer than others of it may. */
export function jobOf(clock: Clock, row: NewMailRow, lane?: string): NewJob {
  const { workspace_id: workspaceId, id, not_before: runAt } = row;
  const job = { workspaceId, kind: 'mail.send', payload: { mailId: id }, runAt };
  return lane && runAt <= isoNow(clock) ? { ...job, lane } : job;
}

const insertMail = prepared((db, row: NewRow<'mails'>) => db.insertInto('mails').values(row));

/** F7: beyond the limits the mail is kept and waits; the counter row makes parallel writers take turns. */
async function waitFor(tx: Tx, clock: Clock, mail: NewMail, to: string): Promise<string> {
  await countUp(tx, mail.workspaceId, `mail:${to}`, isoNow(clock).slice(0, 10));
  const { rows } = await readUnproven(tx, { workspaceId: mail.workspaceId, to });
  const earlier = rows.map((row) => ({ kind: row.kind, at: Date.parse(row.not_before!) }));
  return new Date(earliestTime(earlier, mail.kind, clock.now())).toISOString();
}

const readUnproven = prepared((db, { workspaceId, to }: { workspaceId: string; to: string }) =>
  db
    .selectFrom('mails')
    .select(['kind', 'not_before'])
    .where('workspace_id', '=', workspaceId)
    .where('to_address', '=', to)
    .where('cause', '=', 'unproven')
    .orderBy('not_before', 'desc')
    .limit(40),
);

export async function readMail(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<Row<'mails'> | undefined> {
  return (await mailsBy(db, { workspaceId, id })).rows[0];
}

const mailsBy = prepared((db, { workspaceId, id }: { workspaceId: string; id: string }) =>
  db.selectFrom('mails').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id),
);

export async function changeMail(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Row<'mails'>>,
): Promise<void> {
  await updateMail(tx, { workspaceId, id, change });
}

type MailChange = { workspaceId: string; id: string; change: Partial<Row<'mails'>> };

const updateMail = prepared((db, { workspaceId, id, change }: MailChange) =>
  db.updateTable('mails').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id),
);

/** The same for a mail that is still to leave; answers false for one that was dropped meanwhile. */
export async function changeQueued(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Row<'mails'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
