import type { Generated } from 'kysely';
import type { Flag } from '#platform/db/tables.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    calendar_events: {
      workspace_id: string;
      event_id: string;
      member_id: string;
      title: string;
      /** Minutes since 1970-01-01T00:00Z, half-open, as given: what an all-day event blocks is computed on reading. */
      start_minute: number;
      end_minute: number;
      all_day: Flag;
      busy: Flag;
      version: Generated<number>;
      created_at: string;
    };
  }
}
