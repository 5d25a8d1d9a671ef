import { isoNow } from '../clock.ts';
import type { Row } from '../db/tables.ts';
import { GivesUp, MOST_ATTEMPTS, type Job, type JobHandler } from '../jobs/job.ts';
import type { Platform } from '../platform.ts';
import type { MailBody } from './mail.ts';
import { changeMail, readMail } from './store.ts';
import type { Transport } from './transport.ts';

export function mailJobs(platform: Platform, transport: Transport): Record<string, JobHandler> {
  return { 'mail.send': (job) => sendMail(platform, transport, job) };
}

/** Sends one mail. A second try carries the same Message-ID, so that at least once looks like once. */
async function sendMail(platform: Platform, transport: Transport, job: Job): Promise<void> {
  const mail = await readMail(platform.db.read, job.workspaceId, String(job.payload.mailId));
  if (!mail || mail.state === 'sent' || mail.state === 'captured') return;
  try {
    await transport.send(mail, JSON.parse(platform.secrets.open(mail.body)) as MailBody);
  } catch (error) {
    await recordFailure(platform, mail, job, error);
    throw error;
  }
  await change(platform, mail, {
    state: transport.captures ? 'captured' : 'sent',
    sent_at: isoNow(platform.clock),
    error: null,
    ...(mail.secret === 1 ? { body: '' } : {}),
  });
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
  await change(platform, mail, { error: said, attempts: job.attempts, state: final ? 'failed' : 'queued' });
  if (final) throw new GivesUp(said);
}

function change(platform: Platform, mail: Row<'mails'>, to: Partial<Row<'mails'>>): Promise<void> {
  return platform.db.transact((tx) => changeMail(tx, mail.workspace_id, mail.id, to));
}
