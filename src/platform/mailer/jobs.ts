import { isoNow } from '../clock.ts';
import type { Row } from '../db/tables.ts';
import { GivesUp, MOST_ATTEMPTS, type Ending, type Job, type JobHandler, type OwnEnd } from '../jobs/job.ts';
import type { Platform } from '../platform.ts';
import './facts.ts';
import type { MailBody } from './mail.ts';
import { readAhead } from './read-ahead.ts';
import { changeQueued } from './store.ts';
import { dropMails } from './store-many.ts';
import { writeSent } from './store-sent.ts';
import type { MailState } from './tables.ts';
import type { Transport } from './transport.ts';

export function mailJobs(platform: Platform, transport: Transport): Record<string, JobHandler> {
  const readMail = readAhead(platform);
  return {
    'mail.send': async (job, settled = Promise.resolve(), waiting = []) =>
      sendMail(platform, transport, { job, settled, mail: await readMail(job, waiting) }),
  };
}

/**
 * Sends one mail. A second try carries the same Message-ID, so that at least once looks like once. One that was
 * dropped, or whose use is over, stays here.
 */
async function sendMail(
  platform: Platform,
  transport: Transport,
  { job, settled, mail }: { job: Job; settled: Promise<void>; mail: Row<'mails'> | undefined },
): Promise<Ending | OwnEnd | void> {
  if (!mail || OVER.includes(mail.state)) return undefined;
  if (mail.not_after !== null && mail.not_after <= isoNow(platform.clock)) {
    return (tx) => dropMails(tx, mail.workspace_id, [mail.id]);
  }
  try {
    await transport.send(mail, () => JSON.parse(platform.secrets.open(mail.body)) as MailBody, settled);
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
  return { end: (done) => writeSent(platform, job, { mailId: mail.id, sent, done }) };
}

const OVER: MailState[] = ['sent', 'captured', 'dropped'];

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
    const isWanted = await changeQueued(tx, workspaceId, mailId, failed);
    if (final && isWanted)
      await platform.announcer.announce(tx, 'mail-failed', { workspaceId, mailId, error: said });
  });
  if (final) throw new GivesUp(said);
}
