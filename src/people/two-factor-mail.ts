import type { Tx } from '#platform/db/database.ts';
import { mailLayout } from '#platform/mailer/layout.ts';
import { queueMail } from '#platform/mailer/store.ts';
import { translator, type T } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import type { Member } from './member.ts';

/** What happened to a person's two-factor sign-in. `left` counts recovery codes not yet used. */
export type TwoFactorNews =
  | { what: 'on' | 'off' }
  | { what: 'reset'; by: string }
  | { what: 'recovery'; left: number };

/** Tells the person, so that what they did not do themselves does not stay unseen. */
export async function mailTwoFactor(
  tx: Tx,
  platform: Platform,
  member: Member,
  news: TwoFactorNews,
): Promise<void> {
  const t = translator(member.locale);
  const words = wordsFor(t, member.name, news);
  const body = mailLayout({
    language: member.locale,
    title: words.title,
    paragraphs: words.paragraphs,
    button: { label: t('mail.security.press'), url: `${platform.config.publicUrl}/admin/settings/security` },
    footer: t('mail.security.footer'),
  });
  await queueMail(tx, platform, {
    workspaceId: member.workspaceId,
    kind: 'security',
    to: member.email,
    subject: words.title,
    ...body,
  });
}

function wordsFor(t: T, name: string, news: TwoFactorNews): { title: string; paragraphs: string[] } {
  if (news.what === 'recovery') {
    const paragraphs = [
      t('mail.security.recovery.text', { name }),
      t('mail.security.recovery.left', { count: news.left }),
    ];
    return { title: t('mail.security.recovery.title'), paragraphs };
  }
  if (news.what === 'reset') {
    return {
      title: t('mail.security.off.title'),
      paragraphs: [t('mail.security.off.byAdmin', { name, admin: news.by })],
    };
  }
  const on = news.what === 'on';
  return {
    title: t(on ? 'mail.security.on.title' : 'mail.security.off.title'),
    paragraphs: [t(on ? 'mail.security.on.text' : 'mail.security.off.text', { name })],
  };
}
