import assert from 'node:assert/strict';
import { minuteFromIso } from '#engine/minutes.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { readDue } from '#calendars/outside/sync/readings.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink, type Termika } from '../../../demo/open-termika.ts';
import { CalendarShelf } from './calendar-shelf.test-support.ts';
import { timesOf } from './store-own-events.ts';
import type { CalendarWrite } from './store-writes.ts';
import { writeDue } from './writings.ts';

export interface WrittenHouse extends Termika {
  shelf: CalendarShelf;
  link: SharedLink;
  /** Signs somebody in; their main calendar is written to. Ids by name. */
  connect: (who: Person) => Promise<Record<string, string>>;
  /** Writes what is due, and what becomes due meanwhile. */
  write: () => Promise<void>;
  /** The same by another process, which knows nothing of what this one is at. */
  writeElsewhere: () => Promise<void>;
  /** Reads all calendars, and looks at what that brings up. */
  read: () => Promise<void>;
  writes: () => Promise<CalendarWrite[]>;
  /** Starts of what closes time outside. */
  closed: () => Promise<string[]>;
}

/** Termika with a calendar service that does as it is told. */
export async function writtenHouse(): Promise<WrittenHouse> {
  const shelf = new CalendarShelf();
  const outside: Outside = { providers: { caldav: shelf.provider }, services: {}, ownTimes: timesOf };
  const t = await openTermika(await cleanSlate(undefined, {}, outside));
  const { platform, clock } = t;
  const write = () => writeDue(platform, outside);
  const link = await t.share({ durationsMinutes: [60], minimumNoticeMinutes: 0 });
  return {
    ...t,
    shelf,
    link,
    write,
    writeElsewhere: () => writeDue({ ...platform }, outside),
    connect: (who) => connect(t, who),
    read: async () => {
      clock.advance(6);
      await readDue(platform, outside);
      await write();
    },
    writes: () => platform.db.read.selectFrom('calendar_writes').selectAll().execute(),
    closed: async () => {
      const events = platform.db.read.selectFrom('outside_events').select('start_minute');
      const rows = await events.where('blocks', '=', 1).orderBy('start_minute').execute();
      return rows.map((row) => new Date(row.start_minute * 60_000).toISOString().slice(5, 16));
    },
  };
}

async function connect(t: Termika, { id }: Person): Promise<Record<string, string>> {
  const signIn = { kind: 'caldav', url: 'https://cloud.example/dav', username: id, password: 'quiet' };
  const { status, body } = await t.call('POST', `/api/members/${id}/calendars`, signIn);
  assert.equal(status, 201, JSON.stringify(body));
  const calendars: { name: string; id: string }[] = body.calendars;
  return Object.fromEntries(calendars.map(({ name, id }) => [name, id]));
}

export function minute(iso: string): number {
  return minuteFromIso(iso)!;
}
