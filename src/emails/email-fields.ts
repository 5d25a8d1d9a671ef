import { emailAddress, id, instant, line, text, z } from '#platform/http/fields.ts';
import { EMAIL_STATES, LONGEST_HTML, MOST_FILES, MOST_RECIPIENTS } from './email.ts';

const addresses = z.array(emailAddress).max(MOST_RECIPIENTS, 'Write to at most 25 people at once.');

/** What an e-mail says; at most 25 recipients altogether. */
export const NewEmail = z
  .strictObject({
    to: addresses.min(1, 'Write at least one address.'),
    cc: addresses.default([]),
    subject: line(200),
    html: text(LONGEST_HTML, 1),
    /** Links offered below the text (L4), unless a block of the html offers them already. */
    linkIds: z.array(id).max(10, 'Offer at most 10 links in one e-mail.').default([]),
    /** When it leaves; now when left out. */
    sendAt: instant.optional(),
    attachments: z.array(id).max(MOST_FILES, 'Attach at most 25 files.').default([]),
    /** The id of the e-mail this one answers. */
    inReplyTo: id.optional(),
  })
  .refine(({ to, cc }) => to.length + cc.length <= MOST_RECIPIENTS, {
    path: ['cc'],
    message: 'Write to at most 25 people at once.',
  });

export type NewEmail = z.infer<typeof NewEmail>;

const state = z.enum(EMAIL_STATES);
const recipient = z.object({ address: z.string(), state, error: z.string().nullable() });

export const FileShape = z
  .object({ id: z.string(), name: z.string(), type: z.string(), size: z.number() })
  .openapi('EmailFile');

export const EmailBriefShape = z
  .object({
    id: z.string(),
    direction: z.enum(['out', 'in']),
    state,
    /** Why it failed or bounced. */
    error: z.string().nullable(),
    from: z.object({ name: z.string(), address: z.string() }),
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
    to: z.array(recipient),
    cc: z.array(recipient),
    subject: z.string(),
    preview: z.string(),
    attachments: z.array(FileShape),
    record: z.object({ kind: z.string(), id: z.string() }).nullable(),
    threadId: z.string(),
    sendAt: z.string().nullable(),
    at: z.string(),
  })
  .openapi('EmailBrief');

export const EmailShape = EmailBriefShape.extend({
  html: z.string(),
  text: z.string(),
  messageId: z.string(),
}).openapi('Email');

export type EmailBriefAnswer = z.infer<typeof EmailBriefShape>;
export type EmailAnswer = z.infer<typeof EmailShape>;
