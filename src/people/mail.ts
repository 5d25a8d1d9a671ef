import { mailLayout } from '#platform/mailer/layout.ts';
import { translator, type Language } from '#platform/messages/messages.ts';
import { INVITATION_DAYS } from './invitation.ts';

interface Words {
  subject: string;
  text: string;
  html: string;
}

/** Invites a new member to choose a password. */
export function invitationMail(
  language: Language,
  about: { name: string; workspace: string; inviter: string; url: string },
): Words {
  const t = translator(language);
  const { name, workspace, inviter, url } = about;
  const body = mailLayout({
    language,
    title: t('mail.invitation.title', { workspace }),
    paragraphs: [
      t('mail.invitation.text', { name, inviter }),
      t('mail.invitation.until', { count: INVITATION_DAYS }),
    ],
    button: { label: t('mail.invitation.press'), url },
    footer: t('mail.invitation.footer'),
  });
  return { subject: t('mail.invitation.subject', { inviter, workspace }), ...body };
}

/** Takes a member to where they choose a new password. */
export function passwordMail(language: Language, about: { name: string; url: string }): Words {
  const t = translator(language);
  const body = mailLayout({
    language,
    title: t('mail.password.title'),
    paragraphs: [t('mail.password.text', { name: about.name }), t('mail.password.until')],
    button: { label: t('mail.password.press'), url: about.url },
    footer: t('mail.password.footer'),
  });
  return { subject: t('mail.password.subject'), ...body };
}
