export interface Attachment {
  name: string;
  type: string;
  text: string;
}

/** What a mail says. `calendar` becomes both an alternative part and an attachment, as iTIP asks (K5). */
export interface MailBody {
  text: string;
  html: string;
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string };
  replyTo?: string;
  letter?: Letter;
}

/** What a mail from one person to others has besides: who wrote it, who else has it, what it answers. */
export interface Letter {
  /** Shown before the house's own address. */
  fromName: string;
  replyTo: string[];
  /** Everybody it is addressed to, as its readers see it; the message itself goes to `to` alone. */
  to: string[];
  cc: string[];
  inReplyTo?: string;
  references?: string[];
  /** Names attachments that `FilesOf` reads when the mail leaves. */
  filesOf?: string;
}

export interface MailFile {
  name: string;
  type: string;
  content: Buffer;
}

/** Reads the attachments of a letter; they are not kept a second time with each of its mails. */
export type FilesOf = (workspaceId: string, filesOf: string) => Promise<MailFile[]>;

export interface NewMail extends MailBody {
  workspaceId: string;
  /** What it is for: verification, confirmation, host-notice, invitation, password… */
  kind: string;
  /** One address. A meeting with three people is three mails. */
  to: string;
  subject: string;
  /** Mails of one booking leave in the order they were written. */
  lane?: string;
  /** Caused by somebody who has proved nothing: counted against F7's limits for that address. */
  unproven?: boolean;
  /** ISO instant from which it would be of no use: what has not left by then never does. */
  notAfter?: string;
  /** Sign-in and reset mails: never shown to anyone, and forgotten once sent. */
  secret?: boolean;
  /** The same in every copy of a letter, so that answers and bounces name it; made from the mail's id when left out. */
  messageId?: string;
}

/** A subject is one line whatever was typed into it; at most 200 characters. */
export function oneLine(subject: string): string {
  return subject
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
