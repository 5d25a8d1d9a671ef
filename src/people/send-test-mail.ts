import type { Caller } from '#platform/http/caller.ts';
import { mailLayout } from '#platform/mailer/layout.ts';
import { queueMail } from '#platform/mailer/store.ts';
import { translator } from '#platform/messages/messages.ts';
import { takeFrom, type Refusal } from '#platform/limits/limit.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from './store.ts';
import { readWorkspace } from './store-workspaces.ts';

const AN_HOUR = 3600;
const MOST_AN_HOUR = 6;

/** A mail that shows whether mail leaves the house, to the caller unless an address is named. */
export async function sendTestMail(
  platform: Platform,
  { workspaceId, memberId }: Caller,
  address: string | undefined,
): Promise<{ id: string; to: string } | Refusal> {
  const { db, clock, config } = platform;
  const limit = { name: 'test-mail', max: MOST_AN_HOUR, windowSeconds: AN_HOUR };
  const refusal = await takeFrom(db, clock, workspaceId, limit);
  if (refusal) return refusal;
  const mail = await db.transact(async (tx) => {
    const member = (await readMember(tx, workspaceId, memberId))!;
    const workspace = (await readWorkspace(tx, workspaceId))!;
    const t = translator(member.locale);
    const values = { workspace: workspace.name, name: member.name };
    const words = mailLayout({
      language: member.locale,
      title: t('mail.test.title'),
      paragraphs: [t('mail.test.text', values), t('mail.test.nothing')],
      footer: config.publicUrl,
    });
    const to = address ?? member.email;
    const subject = t('mail.test.subject', { workspace: workspace.name });
    const id = await queueMail(tx, platform, { workspaceId, kind: 'test', to, subject, ...words });
    return { id, to };
  });
  platform.wakeWorker();
  return mail;
}
