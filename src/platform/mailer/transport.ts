import { createTransport } from 'nodemailer';
import type { Row } from '../db/tables.ts';
import type { FilesOf, MailBody } from './mail.ts';

/** Takes one mail to its one address, opening its body when that is needed. Rejects with what the server said. */
export interface Transport {
  readonly captures: boolean;
  send(mail: Row<'mails'>, body: () => MailBody): Promise<void>;
  close(): void;
}

/** Without SMTP_URL nothing leaves the house: mails are kept and shown to admins. */
export const captureTransport: Transport = { captures: true, send: async () => {}, close: () => {} };

const NO_FILES: FilesOf = async () => [];

export function smtpTransport(url: string, from: string, filesOf: FilesOf = NO_FILES): Transport {
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
      const files = body.letter?.filesOf ? await filesOf(mail.workspace_id, body.letter.filesOf) : [];
      await mailer.sendMail({
        ...headersOf(mail, body, from),
        // The envelope is what counts, and it is exactly the one address that was checked.
        envelope: { from: senderOf(from), to: [mail.to_address] },
        messageId: mail.message_id,
        date: new Date(mail.created_at),
        subject: mail.subject,
        text: body.text,
        html: body.html,
        attachments: files.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content,
        })),
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

/** A letter shows who wrote it and everybody who has it; any other mail says that a machine sent it. */
function headersOf(mail: Row<'mails'>, { letter, replyTo }: MailBody, from: string) {
  if (!letter) {
    const to = { name: '', address: mail.to_address };
    return { from, to, replyTo, headers: { 'Auto-Submitted': 'auto-generated' } };
  }
  const plain = (address: string) => ({ name: '', address });
  return {
    from: { name: letter.fromName, address: senderOf(from) },
    to: letter.to.map(plain),
    cc: letter.cc.map(plain),
    replyTo: letter.replyTo.map(plain),
    inReplyTo: letter.inReplyTo,
    references: letter.references,
  };
}

function senderOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
