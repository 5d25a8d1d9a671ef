import type { Generated } from 'kysely';
import type { Flag } from '#platform/db/tables.ts';
import type { Direction, RecipientRole, Stage } from './email.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    emails: {
      workspace_id: string;
      email_id: string;
      direction: Direction;
      stage: Stage;
      /** The record it was written from. */
      record_kind: string | null;
      record_id: string | null;
      /** Its place on timelines; null when nobody we know is in it. */
      entry_id: string | null;
      member_id: string | null;
      from_name: string;
      from_address: string;
      subject: string;
      html: string;
      text: string;
      preview: string;
      message_id: string;
      in_reply_to: string | null;
      /** JSON: Message-IDs of the mails before it, oldest first. */
      earlier_ids: string;
      thread_id: string;
      send_at: string | null;
      created_at: string;
    };
    email_recipients: {
      workspace_id: string;
      email_id: string;
      position: number;
      role: RecipientRole;
      address: string;
      address_folded: string;
      /** The message that was queued for this address. */
      mail_id: string | null;
      bounced_at: string | null;
      bounce_reason: string | null;
    };
    email_files: {
      workspace_id: string;
      file_id: string;
      email_id: string | null;
      member_id: string | null;
      name: string;
      type: string;
      size: number;
      /** Base64. */
      content: string;
      created_at: string;
    };
    email_templates: {
      workspace_id: string;
      template_id: string;
      member_id: string;
      name: string;
      subject: string;
      html: string;
      /** 0 = only its maker's. */
      shared: Flag;
      version: Generated<number>;
      created_at: string;
    };
    email_signatures: { workspace_id: string; member_id: string; html: string };
    mailboxes: {
      workspace_id: string;
      address: string;
      host: string;
      port: number;
      tls: 'tls' | 'starttls' | 'none';
      username: string;
      password_sealed: string;
      folder: string;
      version: number;
      uid_validity: string | null;
      last_uid: number;
      last_read_at: string | null;
      last_error: string | null;
      failures: number;
      next_read_at: string;
      created_at: string;
    };
  }
}
