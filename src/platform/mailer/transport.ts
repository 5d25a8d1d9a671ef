import { Transform } from 'node:stream';
import { createTransport, type PluginFunction, type SendMailOptions } from 'nodemailer';
import type { Row } from '../db/tables.ts';
import { answerTurns, type Turn } from './answer-turns.ts';
import type { FilesOf, MailBody, MailFile } from './mail.ts';

/**
 * Takes one mail to its one address, opening its body when that is needed. Rejects with what the server said.
 * `settled` is when it is written down how that went.
 */
export interface Transport {
  readonly captures: boolean;
  send(mail: Row<'mails'>, body: () => MailBody, settled: Promise<void>): Promise<void>;
  close(): void;
}

/** Without SMTP_URL nothing leaves the house: mails are kept and shown to admins. */
export const captureTransport: Transport = { captures: true, send: async () => {}, close: () => {} };

const MOST_CONNECTIONS = 4;
const NO_FILES: FilesOf = async () => [];

export function smtpTransport(url: string, from: string, filesOf: FilesOf = NO_FILES): Transport {
  const mailer = createTransport({
    url,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
  mailer.use('stream', holdLastLine);
  const turnOf = answerTurns(MOST_CONNECTIONS);
  return {
    captures: false,
    send: async (mail, open, settled) => {
      const body = open();
      const files = body.letter?.filesOf ? await filesOf(mail.workspace_id, body.letter.filesOf) : [];
      const turn = turnOf(settled);
      const message: HeldMessage = { ...messageOf(mail, body, files, from), turn };
      await mailer.sendMail(message).finally(() => turn.answered());
    },
    close: () => mailer.close(),
  };
}

function messageOf(mail: Row<'mails'>, body: MailBody, files: MailFile[], from: string): SendMailOptions {
  return {
    ...headersOf(mail, body, from),
    // The envelope is what counts, and it is exactly the one address that was checked.
    envelope: { from: senderOf(from), to: [mail.to_address] },
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    subject: mail.subject,
    text: body.text,
    html: body.html,
    // What machines write is in Latin letters: no need to count in each text which of the two would be shorter.
    textEncoding: body.letter ? undefined : 'quoted-printable',
    attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    icalEvent: body.calendar && {
      method: body.calendar.method,
      filename: 'invite.ics',
      content: body.calendar.text,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type HeldMessage = SendMailOptions & { turn: Turn };

/** Everything of a message goes out but its last line, which waits for its turn. */
const holdLastLine: PluginFunction = (mail, done) => {
  const { turn } = mail.data as unknown as HeldMessage;
  mail.message.transform(() => heldUntil(() => turn.take()));
  done();
};

/** In one piece: a library that writes a mail word by word makes the system busier with it than the mail is. */
function heldUntil(takeTurn: () => Promise<void>): Transform {
  const pieces: Buffer[] = [];
  return new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      pieces.push(piece);
      next();
    },
    flush(end) {
      this.push(Buffer.concat(pieces));
      void takeTurn().then(() => end());
    },
  });
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
