import { errorOf, stateOf, type Email, type EmailBrief, type Recipient } from './email.ts';
import type { EmailAnswer, EmailBriefAnswer } from './email-fields.ts';

/** An e-mail as the API shows it in lists. */
export function presentBrief(email: EmailBrief): EmailBriefAnswer {
  const of = (role: Recipient['role']) =>
    email.recipients
      .filter((one) => one.role === role)
      .map(({ address, state, error }) => ({ address, state, error }));
  return {
    id: email.id,
    direction: email.direction,
    state: stateOf(email),
    error: errorOf(email),
    from: email.from,
    by: email.memberId === null ? null : { id: email.memberId, name: email.memberName ?? '' },
    to: of('to'),
    cc: of('cc'),
    subject: email.subject,
    preview: email.preview,
    attachments: email.files,
    record: email.record,
    threadId: email.threadId,
    sendAt: email.sendAt,
    at: email.createdAt,
  };
}

export function presentEmail(email: Email): EmailAnswer {
  const { html, text, messageId } = email;
  return { ...presentBrief(email), html, text, messageId };
}
