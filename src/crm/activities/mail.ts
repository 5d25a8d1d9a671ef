import { mailLayout } from '#platform/mailer/layout.ts';
import { whenWords } from '#platform/messages/dates.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';
import type { LinkedRecord } from '#crm/timeline/store-links.ts';
import { RECORD_TABLES } from '#crm/timeline/record-kinds.ts';

/** Tells somebody that a task of theirs is due, in their language and time zone. */
export function reminderMail(
  { name, locale: language, timeZone }: Pick<Member, 'name' | 'locale' | 'timeZone'>,
  { title, dueAt, record }: { title: string; dueAt: string; record: LinkedRecord },
  publicUrl: string,
): { subject: string; text: string; html: string } {
  const t = translator(language);
  const { when } = whenWords(dueAt, { language, timeZone, hour12: false });
  const body = mailLayout({
    language,
    title: t('mail.task.title'),
    paragraphs: [t('mail.task.text', { name })],
    facts: [
      { label: t('mail.task.what'), value: title },
      { label: t('mail.task.due'), value: when },
      { label: t('mail.task.about'), value: record.name },
    ],
    button: {
      label: t('mail.task.press'),
      url: `${publicUrl}/admin/${RECORD_TABLES[record.kind].table}/${record.id}`,
    },
    footer: t('mail.task.footer'),
  });
  return { subject: t('mail.task.subject', { title, when }), ...body };
}
