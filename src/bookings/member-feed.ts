import { isoFromMinute, textFromDay, type Minute } from '#engine/minutes.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { readEventsForFeed } from '#calendars/store-feed.ts';
import type { FeedDetail } from '#people/feed.ts';
import type { Member } from '#people/member.ts';
import { minuteNow } from '#platform/clock.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { feedText, type FeedEvent } from './mails/feed.ts';
import { readHeld } from './store-feed.ts';

const DAY = 1440;

/**
 * K5: a member's meetings and what they put in their own calendar, from 30 days back to two years ahead. `busy` says
 * when they have no time and nothing else: no titles, names, places, and nothing that leaves them free.
 */
export async function memberFeed(platform: Platform, member: Member, detail: FeedDetail): Promise<string> {
  const now = minuteNow(platform.clock);
  const window = { from: now - 30 * DAY, to: now + 731 * DAY };
  const events = [
    ...(await meetingsOf(platform, member, window)),
    ...(await ownEventsOf(platform, member, window)),
  ];
  const shown = detail === 'full' ? events : events.filter(({ busy }) => busy).map(withoutWords(member));
  return feedText(member.name, shown);
}

interface Window {
  from: Minute;
  to: Minute;
}

async function meetingsOf({ db, config }: Platform, member: Member, { from, to }: Window) {
  const rows = await readHeld(db.read, member.workspaceId, member.id, from, to);
  const domain = new URL(config.publicUrl).hostname;
  return rows.map((row): FeedEvent => ({
    uid: `${row.booking_id}@${domain}`,
    sequence: row.sequence,
    changedAt: row.updated_at,
    start: isoFromMinute(row.start_minute),
    end: isoFromMinute(row.end_minute),
    busy: true,
    title: row.visitor_name ? `${row.title}: ${row.visitor_name}` : row.title,
    ...(row.location !== null && { place: (JSON.parse(row.location) as { value?: string }).value ?? '' }),
  }));
}

/** Their UIDs are unlike those of bookings: whoever reads this feed back must not take one for the other (A3). */
async function ownEventsOf({ db, config }: Platform, member: Member, window: Window) {
  const rows = await readEventsForFeed(db.read, member.workspaceId, member.id, window);
  const domain = new URL(config.publicUrl).hostname;
  const zone = zoneNamed(member.timeZone)!;
  const dateAt = (minute: Minute, plus: number) => textFromDay(localDayOf(zone, minute) + plus);
  return rows.map(({ start_minute: start, end_minute: end, ...row }): FeedEvent => {
    const isWhole = row.all_day === 1;
    return {
      uid: `event-${row.event_id}@${domain}`,
      sequence: row.version - 1,
      changedAt: row.created_at,
      start: isWhole ? dateAt(start, 0) : isoFromMinute(start),
      end: isWhole ? dateAt(end - 1, 1) : isoFromMinute(end),
      busy: row.busy === 1,
      title: row.title,
    };
  });
}

function withoutWords(member: Member): (event: FeedEvent) => FeedEvent {
  const title = translator(member.locale)('calendar.busy');
  return ({ place: _hidden, ...event }) => ({ ...event, title });
}
