import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    member_hours: {
      workspace_id: string;
      member_id: string;
      time_zone: string;
      /** JSON of WeeklySpan[] and of Override[], as the API writes them. */
      weekly: string;
      overrides: string;
      version: Generated<number>;
      updated_at: string;
    };
    absences: {
      workspace_id: string;
      absence_id: string;
      member_id: string;
      /** Local dates of the member, both inclusive. */
      from_date: string;
      to_date: string;
      reason: string | null;
      created_at: string;
    };
    holiday_lists: {
      workspace_id: string;
      holiday_list_id: string;
      name: string;
      /** JSON of Holiday[]. */
      days: string;
      version: Generated<number>;
      created_at: string;
    };
  }
}
