import { mailLayout } from '#platform/mailer/layout.ts';
import { translator, type Language } from '#platform/messages/messages.ts';

const LONGEST = 1_000;

/** Tells a member that a colleague named them in a note. */
export function mentionMail(
  language: Language,
  about: { author: string; record: string; text: string; url: string },
): { subject: string; text: string; html: string } {
  const t = translator(language);
  const { author, record, text, url } = about;
  const body = mailLayout({
    language,
    title: t('mail.mention.title', { author, record }),
    paragraphs: [],
    facts: [{ label: t('mail.mention.note'), value: shortened(text) }],
    button: { label: t('mail.mention.press'), url },
  });
  return { subject: t('mail.mention.subject', { author, record }), ...body };
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`;
}
