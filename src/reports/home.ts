import { dayFromText, isoFromMinute, mondayOf, textFromDay, type LocalDay } from '#engine/minutes.ts';
import type { Window } from '#engine/link-starts.ts';
import { localDayOf, startOfDay, zoneNamed, type Zone } from '#engine/zone.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { listOverdue } from '#crm/activities/store-my-tasks.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { candidateIds } from '#links/link.ts';
import { readHostStates, readOpenLinks } from '#links/store-of-hosts.ts';
import { idsInNeed } from '#bookings/booking-query.ts';
import { presentBookings } from '#bookings/present-booking.ts';
import { seesAll } from '#bookings/rights.ts';
import { listForHome } from '#bookings/store-lists.ts';
import { whatNeedsAttention } from './attention.ts';
import { firstSteps, ownSteps } from './first-steps.ts';
import type { Home } from './home-fields.ts';
import { busiestShares } from './busiest-link.ts';
import { readFacts, readPlace, type Facts } from './store.ts';

const MOST_BOOKINGS = 300;

/** N5: the day and what is missing, in twelve statements at most, the caller's own included. */
export async function readHome(platform: Platform, caller: Caller, date: string | undefined): Promise<Home> {
  const db = platform.db.read;
  const { workspaceId, memberId } = caller;
  const { timeZone, workspace } = await readPlace(db, workspaceId, memberId);
  const zone = zoneNamed(timeZone)!;
  const day = date === undefined ? localDayOf(zone, minuteNow(platform.clock)) : dayFromText(date)!;
  const { today, next, needy } = await readMeetings(platform, caller, daysOf(zone, day, 1));
  const found = await readOpenLinks(db, workspaceId);
  const links = found.map(({ link }) => link);
  const hostIds = [...new Set(links.flatMap(({ settings }) => candidateIds(settings)))];
  const states = await readHostStates(platform, workspaceId, hostIds);
  const week = daysOf(zone, mondayOf(day), 7);
  const since = new Date(week.from * 60_000).toISOString();
  const facts = await readFacts(db, caller, { since, now: minuteNow(platform.clock) });
  const { holidayLists: lists } = facts;
  const overdue = await readOverdue(platform, caller);
  const known = { platform, caller, links, states, lists, facts, needy, overdue };
  return {
    date: textFromDay(day),
    timeZone,
    now: isoNow(platform.clock),
    bookings: today,
    next,
    attention: whatNeedsAttention(known),
    steps: may(caller, 'manage-settings')
      ? firstSteps(platform, workspace, facts, lists.length)
      : ownSteps(facts),
    mails: isAdmin(caller) ? mailsSince(since, facts) : null,
    shares: await busiestShares(platform, caller, {
      links,
      states,
      week,
      appointmentLinkId: workspace.appointmentPage.linkId,
    }),
  };
}

function readOverdue({ db, clock }: Platform, caller: Caller) {
  const { workspaceId, memberId } = caller;
  const asked = { memberId, limitedTo: limitedTo(caller), now: minuteNow(clock) };
  return listOverdue(db.read, workspaceId, asked);
}

async function readMeetings(platform: Platform, caller: Caller, { from, to }: Window) {
  const { workspaceId, memberId } = caller;
  const now = { iso: isoNow(platform.clock), minute: minuteNow(platform.clock) };
  const filter = { from, to, now, ...(!seesAll(caller) && { seenBy: memberId }) };
  const inNeed = await idsInNeed(platform, workspaceId);
  const found = await listForHome(platform.db.read, workspaceId, { ...filter, inNeed }, MOST_BOOKINGS);
  const bookings = found.map(({ booking }) => booking);
  const views = await presentBookings(platform, workspaceId, bookings);
  return {
    today: views.filter((_, at) => found[at]!.isToday),
    next: views.find((_, at) => found[at]!.isNext) ?? null,
    needy: views.filter((_, at) => found[at]!.needsHost),
  };
}

/** So many whole dates of a zone, in minutes UTC. */
function daysOf(zone: Zone, day: LocalDay, count: number): Window {
  return { from: startOfDay(zone, day), to: startOfDay(zone, day + count) };
}

function mailsSince(since: string, { sent, captured, waiting, failed }: Facts): Home['mails'] {
  return { since: isoFromMinute(Date.parse(since) / 60_000), sent, captured, waiting, failed };
}
