import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { CalendarService } from './provider.test-support.ts';
import { readDue } from './sync/readings.ts';
import type { Outside } from './outside.ts';
import type { OutsideCalendar } from './calendar.ts';

export interface ConnectedHouse extends StaffedHouse {
  service: CalendarService;
  outside: Outside;
  /** Signs somebody in with the service's own password; answers the ids of its calendars by name. */
  connect(who: Colleague): Promise<Record<string, string>>;
  /** Reads whatever is due until nothing is. */
  read(): Promise<void>;
  row(calendarId: string): Promise<OutsideCalendar>;
  /** Busy times that close, as starts, in order. */
  closed(who: Colleague): Promise<string[]>;
}

/** A house with one calendar service that does as it is told. */
export async function connectedHouse(given: Partial<Outside> = {}): Promise<ConnectedHouse> {
  const service = new CalendarService();
  const outside: Outside = {
    providers: { caldav: service.provider },
    services: {},
    ownTimes: async () => new Map(),
    ...given,
  };
  const house = await staffedHouse('2026-11-23T08:00:00Z', {}, outside);
  const { platform } = house;
  return {
    ...house,
    service,
    outside,
    connect: (who) => connect(house, service, who),
    read: () => readDue(platform, outside),
    row: (calendarId) =>
      platform.db.read
        .selectFrom('outside_calendars')
        .selectAll()
        .where('calendar_id', '=', calendarId)
        .executeTakeFirstOrThrow(),
    closed: async (who) => {
      const rows = await platform.db.read
        .selectFrom('outside_events')
        .select('start_minute')
        .where('member_id', '=', who.id)
        .where('blocks', '=', 1)
        .orderBy('start_minute')
        .execute();
      return rows.map((row) => new Date(row.start_minute * 60_000).toISOString().slice(0, 16));
    },
  };
}

export function signInOf(service: CalendarService, username = 'bo') {
  const { password } = service;
  return { kind: 'caldav', url: 'https://cloud.example/dav', username, password };
}

async function connect(
  house: StaffedHouse,
  service: CalendarService,
  who: Colleague,
): Promise<Record<string, string>> {
  const given = signInOf(service);
  const { status, body } = await house.ask(who, 'POST', `/api/members/${who.id}/calendars`, given);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const calendars: { name: string; id: string }[] = body.calendars;
  return Object.fromEntries(calendars.map(({ name, id }) => [name, id]));
}
