import type { Generated } from 'kysely';
import type { Flag } from '#platform/db/tables.ts';
import type { OutsideKind } from './provider.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    calendar_accounts: {
      workspace_id: string;
      account_id: string;
      member_id: string;
      kind: OutsideKind;
      name: string;
      url: string;
      username: string;
      /** Sealed. */
      secret: string;
      version: Generated<number>;
      created_at: string;
    };
    outside_calendars: {
      workspace_id: string;
      calendar_id: string;
      account_id: string;
      member_id: string;
      remote_id: string;
      name: string;
      colour: string | null;
      time_zone: string | null;
      read_only: Flag;
      check_conflicts: Flag;
      write_here: Flag;
      /** Switched off it is neither read nor written, and closes nobody. */
      sync_on: Flag;
      /** Where the next reading goes on; null: everything is read. */
      cursor: string | null;
      /** The last minute UTC to which recurring events are expanded. */
      expanded_to: Generated<number>;
      /** The last reading that reached its end. */
      last_success_at: string | null;
      last_try_at: string | null;
      next_try_at: string;
      /** Who is reading it now, so that two processes do not. */
      reading_until: string | null;
      /** An OutsideProblemCode; null while all is well. */
      problem: string | null;
      problem_detail: string | null;
      tries: Generated<number>;
      /** Of the reading that runs. */
      progress_done: Generated<number>;
      progress_total: number | null;
      /** When people were told that it closes its member; null once it is read again. */
      told_at: string | null;
      version: Generated<number>;
      created_at: string;
    };
    /** What an outside calendar holds, as it came: text to be expanded again as time goes on. */
    outside_objects: {
      workspace_id: string;
      calendar_id: string;
      href: string;
      etag: string | null;
      uid: string;
      /** iCalendar; null where the service expands. */
      text: string | null;
      oddities: string;
    };
    /** When it stands. Several may have one start. */
    outside_events: {
      workspace_id: string;
      member_id: string;
      calendar_id: string;
      href: string;
      /** Within its object. */
      position: number;
      start_minute: number;
      end_minute: number;
      all_day: Flag;
      /** As the event says itself. */
      busy: Flag;
      /** Whether it closes time: busy, in a calendar that checks conflicts and is switched on, and no booking of ours standing where it should (A3). */
      blocks: Flag;
      title: string;
      uid: string;
      /** The booking of ours whose UID it carries. */
      booking_id: string | null;
    };
  }
}
