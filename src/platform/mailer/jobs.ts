import { isoNow } from '../clock.ts';
import type { Row } from '../db/tables.ts';
import { GivesUp, MOST_ATTEMPTS, type Ending, type Job, type JobHandler } from '../jobs/job.ts';
import type { Platform } from '../platform.ts';
import './facts.ts';
import type { MailBody } from './mail.ts';
import { changeMail, readMail } from './store.ts';
import type { Transport } from './transport.ts';

export function mailJobs(platform: Platform, transport: Transport): Record<string, JobHandler> {
  return { 'mail.send': (job) => sendMail(platform, transport, job) };
}

/** Sends one mail. A second try carries the same Message-ID, so that at least once looks like once. */
async function sendMail(platform: Platform, transport: Transport, job: Job): Promise<Ending | void> {
  const mail = await readMail(platform.db.read, job.workspaceId, String(job.payload.mailId));
  if (!mail || mail.state === 'sent' || mail.state === 'captured') return undefined;
  try {
    await transport.send(mail, () => JSON.parse(platform.secrets.open(mail.body)) as MailBody);
  } catch (error) {
    await recordFailure(platform, mail, job, error);
    throw error;
  }
  const sent = {
    state: transport.captures ? ('captured' as const) : ('sent' as const),
    sent_at: isoNow(platform.clock),
    error: null,
    ...(mail.secret === 1 ? { body: '' } : {}),
  };
  return (tx) => changeMail(tx, mail.workspace_id, mail.id, sent);
}

/** 5xx means never: the mail is failed and shown with the server's words. Anything else is tried again. */
async function recordFailure(
  platform: Platform,
  mail: Row<'mails'>,
  job: Job,
  error: unknown,
): Promise<void> {
  const said = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
  const code = (error as { responseCode?: number }).responseCode ?? 0;
  const final = code >= 500 || job.attempts >= MOST_ATTEMPTS;
  const state = final ? 'failed' : 'queued';
  const failed = { error: said, attempts: job.attempts, state } as const;
  const { workspace_id: workspaceId, id: mailId } = mail;
  await platform.db.transact(async (tx) => {
    await changeMail(tx, workspaceId, mailId, failed);
    if (final) await platform.announcer.announce(tx, 'mail-failed', { workspaceId, mailId, error: said });
  });
  if (final) throw new GivesUp(said);
}
