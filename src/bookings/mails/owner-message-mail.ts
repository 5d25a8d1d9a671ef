import { RECORD_TABLES } from '#crm/timeline/record-kinds.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import { mailLayout } from '#platform/mailer/layout.ts';
import { oneLine as subjectLine } from '#platform/mailer/mail.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';
import type { Written } from './meeting.ts';
import { oneLine, typedLine, typedText } from './typed.ts';

export interface MessageToOwner {
  /** The title of the link that had no times for them. */
  link: string;
  person: { kind: PersonKind; id: string; name: string };
  /** `isProven`: the link was mailed to this very address. */
  from: { name: string; email: string; isProven: boolean };
  text: string;
}

/** C2.2: what a visitor wrote, to the owner in their language; an answer goes to the visitor. */
export function ownerMessageMail(
  { locale: language }: Pick<Member, 'locale'>,
  publicUrl: string,
  { link, person, from, text }: MessageToOwner,
): Written {
  const t = translator(language);
  const name = typedLine(from.name, 60);
  const body = mailLayout({
    language,
    title: t('mail.ownerMessage.title', { name }),
    paragraphs: [t('mail.ownerMessage.text', { link: oneLine(link) }), ...typedText(text).split(/\n{2,}/)],
    facts: [
      { label: t('mail.ownerMessage.from'), value: name },
      { label: t('mail.ownerMessage.email'), value: oneLine(from.email) },
      { label: t('mail.ownerMessage.record'), value: oneLine(person.name) },
    ],
    notes: from.isProven ? [] : [t('mail.ownerMessage.unconfirmed')],
    button: {
      label: t('mail.ownerMessage.press'),
      url: `${publicUrl}/admin/${RECORD_TABLES[person.kind].table}/${person.id}`,
    },
    footer: t('mail.ownerMessage.footer'),
  });
  return { subject: subjectLine(t('mail.ownerMessage.subject', { name })), ...body, replyTo: from.email };
}
