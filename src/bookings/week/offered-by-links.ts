import { setImmediate as otherWork } from 'node:timers/promises';
import { dayFromText, isoFromMinute, minuteFromIso, textFromDay, type Interval } from '#engine/minutes.ts';
import type { Window } from '#engine/link-starts.ts';
import { slotsWithHosts } from '#engine/slots.ts';
import { zoneNamed } from '#engine/zone.ts';
import { ALL_DAY_REACH } from '#calendars/busy.ts';
import { candidateIds, type Link } from '#links/link.ts';
import { readOpenLinks } from '#links/store-of-hosts.ts';
import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { capsFrom, hasCaps, NOTHING_CAPPED } from '#bookings/caps.ts';
import { offerFrom, type BookableLink, type Readings } from '#bookings/offer-from.ts';
import { endOfStart } from '#bookings/offered-times.ts';
import { readStandings } from '#bookings/rotation/rotation-standing.ts';
import { readBusy } from '#bookings/store-busy.ts';
import { readAbsences, readForCaps, readHosts } from '#bookings/store-snapshot.ts';
import { readUsedLinks } from './store-week.ts';

/** A stretch of a member's time that links offer: every meeting that could begin now, laid together. */
export interface OfferedTime extends Interval {
  linkIds: string[];
}

export interface Offered {
  links: { id: string; title: string }[];
  timesOf: Map<string, OfferedTime[]>;
}

/** What all open links together offer of some members' time: six statements, however many links there are. */
export async function readOffered(
  platform: Platform,
  workspaceId: string,
  memberIds: string[],
  window: Window,
): Promise<Offered> {
  const found = await readOpenLinks(platform.db.read, workspaceId, memberIds);
  const bookables = found
    .filter(({ link }) => mayMeet(link, window))
    .map((one): BookableLink => ({ ...one, isAppointmentPage: false }));
  if (bookables.length === 0) return { links: [], timesOf: new Map() };
  const readingsOf = await readForAll(platform, workspaceId, bookables, window);
  const timesOf = new Map<string, OfferedTime[]>(memberIds.map((id) => [id, []]));
  for (const bookable of bookables) {
    for (const [memberId, spans] of await offeredBy(platform, bookable, readingsOf(bookable), window)) {
      const linkIds = [bookable.link.id];
      timesOf.get(memberId)?.push(...spans.map((span) => ({ ...span, linkIds })));
    }
  }
  for (const [memberId, times] of timesOf) timesOf.set(memberId, laidTogether(times, window));
  const shown = new Set([...timesOf.values()].flat().flatMap((time) => time.linkIds));
  const links = bookables.map(({ link }) => ({ id: link.id, title: link.title }));
  return { links: links.filter(({ id }) => shown.has(id)), timesOf };
}

/** A one-off link whose picked times lie elsewhere costs nothing. */
function mayMeet({ kind, settings }: Link, { from, to }: Window): boolean {
  if (kind !== 'specific-times') return true;
  return settings.times.some(({ start, end }) => minuteFromIso(end)! > from && minuteFromIso(start)! < to);
}

// Length and buffers together last a day at most (A4), so two days see every neighbour.
const REACH = 2 * 1440;
const WEEK = 8 * 1440;

/** What decides about many links, read for all of them together. */
export async function readForAll(
  { db, clock }: Platform,
  workspaceId: string,
  bookables: BookableLink[],
  { from, to }: Window,
): Promise<(bookable: BookableLink) => Readings> {
  const now = isoNow(clock);
  const hostIds = [...new Set(bookables.flatMap(({ link }) => candidateIds(link.settings)))];
  const asked = { workspaceId, hostIds, now, except: null };
  const dates = { first: dateOf(from - REACH), last: dateOf(to + REACH) };
  const hosts = new Map((await readHosts(db.read, workspaceId, hostIds)).map((row) => [row.member_id, row]));
  const absencesOf = Map.groupBy(await readAbsences(db.read, { ...asked, ...dates }), (row) => row.member_id);
  const busy = await readBusy(db.read, { ...asked, from: from - REACH, to: to + REACH }, ALL_DAY_REACH);
  const busyOf = Map.groupBy(busy, (row) => row.host_id);
  const capped = bookables.filter(({ link }) => hasCaps(link)).map(({ link }) => link.id);
  const question = { workspaceId, linkIds: capped, from: from - WEEK, to: to + WEEK, now, except: null };
  const capRows = capped.length > 0 ? await readForCaps(db.read, question) : [];
  const capRowsOf = Map.groupBy(capRows, (row) => row.link_id);
  const used = await readUsedLinks(db.read, workspaceId, singleUse(bookables), now);
  const links = bookables.map(({ link }) => link);
  const rotations = await readStandings(db.read, workspaceId, links, { choosing: false, except: null });
  return ({ link }) => ({
    hosts: candidateIds(link.settings).flatMap((id) => hosts.get(id) ?? []),
    absencesOf,
    busyOf,
    caps: hasCaps(link)
      ? capsFrom(link, zoneNamed(link.settings.timeZone)!, capRowsOf.get(link.id) ?? [])
      : NOTHING_CAPPED,
    counts: new Map(),
    used: used.has(link.id),
    rotations,
  });
}

function singleUse(bookables: BookableLink[]): string[] {
  const once = bookables.filter(({ link }) => link.kind === 'specific-times' && link.settings.singleUse);
  return once.map(({ link }) => link.id);
}

function dateOf(minute: number): string {
  return textFromDay(dayFromText(isoFromMinute(minute).slice(0, 10))!);
}

/**
 * The meetings of every length that a link offers, by host. Many links of many lengths take seconds together: between
 * two lengths whoever else waits is answered.
 */
async function offeredBy(
  { clock }: Platform,
  bookable: BookableLink,
  readings: Readings,
  { from, to }: Window,
): Promise<Map<string, Interval[]>> {
  const { link } = bookable;
  const spansOf = new Map<string, Interval[]>();
  const lengths = link.kind === 'specific-times' ? [30] : link.settings.durationsMinutes;
  for (const durationMinutes of lengths) {
    await otherWork();
    const offer = offerFrom(bookable, { durationMinutes, clock }, readings);
    for (const { start, hosts } of slotsWithHosts(offer, { from: from - 1440, to })) {
      const end = endOfStart(link, start, durationMinutes);
      if (end <= from) continue;
      for (const host of hosts) stretch(spansOf, offer.hosts[host]!.id, { start, end });
    }
  }
  return spansOf;
}

/** Starts come in order, so a meeting that touches the last one makes it longer. */
function stretch(spansOf: Map<string, Interval[]>, memberId: string, next: Interval): void {
  const spans = spansOf.get(memberId);
  const last = spans?.at(-1);
  if (last && last.start <= next.start && next.start <= last.end) last.end = Math.max(last.end, next.end);
  else if (spans) spans.push({ ...next });
  else spansOf.set(memberId, [{ ...next }]);
}

function laidTogether(times: OfferedTime[], { from, to }: Window): OfferedTime[] {
  const laid: OfferedTime[] = [];
  for (const { start, end, linkIds } of times.toSorted((one, other) => one.start - other.start)) {
    const last = laid.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, Math.min(end, to));
      last.linkIds = [...new Set([...last.linkIds, ...linkIds])];
    } else laid.push({ start: Math.max(start, from), end: Math.min(end, to), linkIds });
  }
  return laid;
}
