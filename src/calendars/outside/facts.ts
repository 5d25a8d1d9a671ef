import type { Minute } from '#engine/minutes.ts';

/** Where an event of one of our bookings stands in an outside calendar. */
export interface SeenBooking {
  bookingId: string;
  href: string;
  etag: string | null;
  /** Minutes UTC; null when nothing of it stands within the years that we read. */
  start: Minute | null;
  end: Minute | null;
  /** The other program says that it does not take place. */
  cancelled: boolean;
}

declare module '#platform/announce.ts' {
  interface Facts {
    /** Part of an outside calendar was read, and events of our own bookings were among it, or are gone from it. */
    'outside-events-read': {
      workspaceId: string;
      memberId: string;
      calendarId: string;
      seen: SeenBooking[];
      gone: { bookingId: string; href: string }[];
    };
    /** Bookings are written to another calendar of this member from now on; null: to the built-in one alone. */
    'write-calendar-changed': { workspaceId: string; memberId: string; calendarId: string | null };
    /** About to go with everything that was read of them. */
    'outside-calendars-leaving': { workspaceId: string; memberId: string; calendarIds: string[] };
  }
}
