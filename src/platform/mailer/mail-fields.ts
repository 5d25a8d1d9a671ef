import { emailAddress, listQuery, z } from '../http/fields.ts';
import { MAIL_STATES } from './tables.ts';

const state = z.enum(MAIL_STATES);

export const mailBriefAnswer = z
  .object({
    id: z.string(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    state,
    createdAt: z.string(),
    notBefore: z.string().nullable(),
    sentAt: z.string().nullable(),
    attempts: z.number(),
    error: z.string().optional(),
  })
  .openapi('MailBrief');

export const mailAnswer = mailBriefAnswer
  .extend({
    text: z.string(),
    html: z.string(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })),
  })
  .openapi('Mail');

export const mailCounts = z
  .object({
    queued: z.number(),
    sent: z.number(),
    captured: z.number(),
    failed: z.number(),
    dropped: z.number(),
  })
  .openapi('MailCounts');

const SINCE = 'Write an instant such as 2026-12-01T09:00:00Z.';

/** Years that both databases know: PostgreSQL has no year 0. */
function isoOf(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : new Date(instant).toISOString();
}

export const mailQuery = listQuery.extend({
  to: emailAddress.optional(),
  since: z
    .string()
    .datetime({ offset: true, message: SINCE })
    .refine((value) => /^[12]\d{3}-/.test(isoOf(value)), SINCE)
    .optional(),
  state: state.optional(),
  brief: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Without text, HTML and attachments' }),
});

export type MailBrief = z.infer<typeof mailBriefAnswer>;
export type WholeMail = z.infer<typeof mailAnswer>;
export type MailCounts = z.infer<typeof mailCounts>;
