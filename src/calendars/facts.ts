import type { Caller } from '#platform/http/caller.ts';
import type { CalendarEvent } from './event.ts';

/** What happens in a built-in calendar, told inside the act's transaction to whoever put an entry there. */
declare module '#platform/announce.ts' {
  interface Facts {
    'event-moved': { caller: Caller; memberId: string; before: CalendarEvent; after: CalendarEvent };
    'event-taken-out': { caller: Caller; memberId: string; id: string };
  }
}
