import { createTransport } from 'nodemailer';
import type { Row } from '../db/tables.ts';
import type { MailBody } from './mail.ts';

/** Takes one mail to its one address, opening its body when that is needed. Rejects with what the server said. */
export interface Transport {
  readonly captures: boolean;
  send(mail: Row<'mails'>, body: () => MailBody): Promise<void>;
  close(): void;
}

/** Without SMTP_URL nothing leaves the house: mails are kept and shown to admins. */
export const captureTransport: Transport = { captures: true, send: async () => {}, close: () => {} };

export function smtpTransport(url: string, from: string): Transport {
  const mailer = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
  return {
    captures: false,
    send: async (mail, open) => {
      const body = open();
      await mailer.sendMail({
        from,
        to: { name: '', address: mail.to_address },
        // The envelope is what counts, and it is exactly the one address that was checked.
        envelope: { from: senderOf(from), to: [mail.to_address] },
        messageId: mail.message_id,
        date: new Date(mail.created_at),
        subject: mail.subject,
        text: body.text,
        html: body.html,
        replyTo: body.replyTo,
        headers: { 'Auto-Submitted': 'auto-generated' },
        icalEvent: body.calendar && {
          method: body.calendar.method,
          filename: 'invite.ics',
          content: body.calendar.text,
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => mailer.close(),
  };
}

function senderOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
