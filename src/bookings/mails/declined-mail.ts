import { mailLayout } from '#platform/mailer/layout.ts';
import { oneLine as subjectLine } from '#platform/mailer/mail.ts';
import { adminButton, allFacts, subjectValues } from './host-mail.ts';
import type { MailHost, MailMeeting, Written } from './meeting.ts';
import { typedLine } from './typed.ts';
import { nameLine, wordsFor } from './words.ts';

/** Somebody invited answered no from their calendar. An answer to this mail goes to them. */
export function declinedMail(meeting: MailMeeting, host: MailHost, email: string): Written {
  const words = wordsFor(host);
  const { t } = words;
  const isVisitor = email === meeting.visitor.email;
  const layout = mailLayout({
    language: words.language,
    title: t('mail.meeting.host.declined.title'),
    paragraphs: [
      isVisitor
        ? t('mail.meeting.host.declined.text')
        : t('mail.meeting.host.declined.guest', { guest: typedLine(email, 80) }),
    ],
    facts: allFacts(words, meeting, host),
    button: adminButton(words, meeting),
    footer: t('mail.meeting.footer.host', { workspace: nameLine(meeting.workspaceName) }),
  });
  const subject = t('mail.meeting.host.declined.subject', subjectValues(words, meeting));
  return { subject: subjectLine(subject), ...layout, replyTo: email };
}
