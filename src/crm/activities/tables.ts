import type { Generated } from 'kysely';
import type { Priority } from './task.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    tasks: {
      workspace_id: string;
      task_id: string;
      record_kind: string;
      record_id: string;
      title: string;
      /** Minutes since 1970-01-01T00:00Z. */
      due_minute: number | null;
      /** So long before it is due its assignee is reminded; null = not. */
      remind_minutes: number | null;
      assignee_id: string | null;
      priority: Priority;
      done_at: string | null;
      made_by: string;
      version: Generated<number>;
      created_at: string;
    };
    record_events: {
      workspace_id: string;
      event_id: string;
      record_kind: string;
      record_id: string;
      title: string;
      /** Minutes since 1970-01-01T00:00Z, half-open. */
      start_minute: number;
      end_minute: number;
      made_by: string;
      version: Generated<number>;
      created_at: string;
    };
    record_event_attendees: {
      workspace_id: string;
      event_id: string;
      position: number;
      /** Exactly one of the three is set. */
      member_id: string | null;
      contact_id: string | null;
      address: string | null;
      /** A colleague's own entry in the built-in calendar. */
      calendar_event_id: string | null;
    };
  }
}
