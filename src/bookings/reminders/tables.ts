import type { BookingReminder } from './reminder.ts';

/** What a meeting was promised, whether or not it was still to come at the time. */
export interface BookingReminderRow {
  workspace_id: string;
  booking_id: string;
  timing: BookingReminder['timing'];
  minutes: number;
  recipient: BookingReminder['recipient'];
  own_text: string | null;
  /** When it leaves; null when it does not, or has. */
  due_minute: number | null;
  /** The moment for which it was sent last. */
  sent_minute: number | null;
  /** JSON: the mails that were written then. */
  mail_ids: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    booking_reminders: BookingReminderRow;
  }
}
