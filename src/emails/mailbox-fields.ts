import { emailAddress, line, text, z } from '#platform/http/fields.ts';

/** Where answers to our e-mails are read from. */
export const MailboxSettings = z.strictObject({
  /** The address of this mailbox: answers are sent to it too. */
  address: emailAddress,
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/, 'Write the name of a mail server, such as imap.example.com.'),
  port: z.number().int().min(1, 'Write a port, such as 993.').max(65_535, 'Write a port, such as 993.'),
  tls: z.enum(['tls', 'starttls', 'none']),
  username: line(200),
  /** Left out: the one that is kept. */
  password: text(500, 1).optional(),
  folder: line(200).default('INBOX'),
});

export const MailboxShape = z
  .object({
    address: z.string(),
    host: z.string(),
    port: z.number(),
    tls: z.enum(['tls', 'starttls', 'none']),
    username: z.string(),
    folder: z.string(),
    /** How reading goes. */
    sync: z.object({
      lastReadAt: z.string().nullable(),
      error: z.string().nullable(),
      nextReadAt: z.string(),
    }),
  })
  .openapi('Mailbox');

export type MailboxSettings = z.infer<typeof MailboxSettings>;
export type MailboxAnswer = z.infer<typeof MailboxShape>;
