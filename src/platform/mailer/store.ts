import { isoNow, type Clock } from '../clock.ts';
import type { Reader, Tx } from '../db/database.ts';
import { flag, type Row } from '../db/tables.ts';
import { foldAddress } from '../fold.ts';
import { newId } from '../ids.ts';
import { queueJob } from '../jobs/store.ts';
import { countUp } from '../limits/store.ts';
import type { Secrets } from '../secrets.ts';
import { checkAddress } from './address.ts';
import { oneLine, type MailBody, type NewMail } from './mail.ts';
import { earliestTime } from './unproven-limits.ts';
import './tables.ts';

interface Desk {
  clock: Clock;
  secrets: Secrets;
}

/** Writes a mail into the act's transaction; it leaves after commit, once, even if the process dies. */
export async function queueMail(tx: Tx, { clock, secrets }: Desk, mail: NewMail): Promise<string> {
  if (!checkAddress(mail.to)) throw new Error('a mail was queued for an address that was never checked');
  const id = newId();
  const to = foldAddress(mail.to);
  const notBefore = mail.unproven ? await waitFor(tx, clock, mail, to) : isoNow(clock);
  const body: MailBody = { text: mail.text, html: mail.html, calendar: mail.calendar, replyTo: mail.replyTo };
  await tx
    .insertInto('mails')
    .values({
      workspace_id: mail.workspaceId,
      id,
      kind: mail.kind,
      to_address: to,
      subject: oneLine(mail.subject),
      body: secrets.seal(JSON.stringify(body)),
      message_id: `<${id}@rondo.invalid>`,
      state: 'queued',
      secret: flag(mail.secret ?? false),
      cause: mail.unproven ? 'unproven' : null,
      attempts: 0,
      created_at: isoNow(clock),
      not_before: notBefore,
    })
    .execute();
  const job = { workspaceId: mail.workspaceId, kind: 'mail.send', payload: { mailId: id }, runAt: notBefore };
  await queueJob(tx, clock, mail.lane && notBefore <= isoNow(clock) ? { ...job, lane: mail.lane } : job);
  return id;
}

/** F7: beyond the limits the mail is kept and waits; the counter row makes parallel writers take turns. */
async function waitFor(tx: Tx, clock: Clock, mail: NewMail, to: string): Promise<string> {
  await countUp(tx, mail.workspaceId, `mail:${to}`, isoNow(clock).slice(0, 10));
  const rows = await tx
    .selectFrom('mails')
    .select(['kind', 'not_before'])
    .where('workspace_id', '=', mail.workspaceId)
    .where('to_address', '=', to)
    .where('cause', '=', 'unproven')
    .orderBy('not_before', 'desc')
    .limit(40)
    .execute();
  const earlier = rows.map((row) => ({ kind: row.kind, at: Date.parse(row.not_before!) }));
  return new Date(earliestTime(earlier, mail.kind, clock.now())).toISOString();
}

export async function readMail(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<Row<'mails'> | undefined> {
  return db
    .selectFrom('mails')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function changeMail(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Row<'mails'>>,
): Promise<void> {
  await tx
    .updateTable('mails')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export interface MailFilter {
  to?: string;
  since?: string;
  cursor?: string;
  limit: number;
}

/** Newest first; sign-in and reset mails are never among them. */
export async function listMails(
  db: Reader,
  workspaceId: string,
  filter: MailFilter,
): Promise<Row<'mails'>[]> {
  return db
    .selectFrom('mails')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('secret', '=', 0)
    .$if(filter.to !== undefined, (q) => q.where('to_address', '=', foldAddress(filter.to!)))
    .$if(filter.since !== undefined, (q) => q.where('created_at', '>=', filter.since!))
    .$if(filter.cursor !== undefined, (q) => q.where('id', '<', filter.cursor!))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
}
