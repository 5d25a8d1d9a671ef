import { mailLayout } from '#platform/mailer/layout.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';
import { RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

/** What became of an e-mail: given up, come back, answered. */
export type Fate = 'failed' | 'bounced' | 'answered';

export interface FateOfEmail {
  fate: Fate;
  subject: string;
  /** Where it stands; kind 'email' = only among the author's own. */
  record: RecordRef;
  emailId: string;
  address: string;
  why: string;
}

/** Tells the author of an e-mail what became of it, in their language, with the way to it. */
export function fateMail(
  { locale: language }: Pick<Member, 'locale'>,
  { fate, subject, record, emailId, address, why }: FateOfEmail,
  publicUrl: string,
): { subject: string; text: string; html: string } {
  const t = translator(language);
  const who = t(fate === 'answered' ? 'mail.emailFate.from' : 'mail.emailFate.to');
  const reason = t(fate === 'answered' ? 'mail.emailFate.text' : 'mail.emailFate.why');
  const body = mailLayout({
    language,
    title: t(`mail.emailFate.${fate}`),
    paragraphs: [],
    facts: [
      { label: t('mail.emailFate.subject'), value: subject },
      { label: who, value: address },
      ...(why === '' ? [] : [{ label: reason, value: why }]),
    ],
    button: { label: t('mail.emailFate.press'), url: `${publicUrl}/admin${pageOf(record, emailId)}` },
  });
  return { subject: t(`mail.emailFate.${fate}Subject`, { subject }), ...body };
}

/** As the app's notices lead there. */
function pageOf({ kind, id }: RecordRef, emailId: string): string {
  if (kind === 'email') return `/mail?view=written&email=${emailId}`;
  return `/${RECORD_TABLES[kind as RecordKind].table}/${id}?tab=activities&email=${emailId}`;
}
