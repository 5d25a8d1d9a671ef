import { dayFromText, isoFromMinute, textFromDay, type Minute } from '#engine/minutes.ts';
import type { Offer } from '#engine/snapshot.ts';
import { zoneNamed } from '#engine/zone.ts';
import { ALL_DAY_REACH } from '#calendars/busy.ts';
import { candidateIds, type Link } from '#links/link.ts';
import { isoNow, type Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import { cappedDates } from './caps.ts';
import { hostCounts } from './counts.ts';
import { chairsOf, offerFrom, type BookableLink } from './offer-from.ts';
import { asTheyStand, readStandings } from '#bookings/rotation/rotation-standing.ts';
import { onTerms, type Terms } from './terms.ts';
import { readBusy } from './store-busy.ts';
import { isUsed, readAbsences, readHosts, type HostRow } from './store-snapshot.ts';

export type { BookableLink };

export interface Question {
  durationMinutes: number;
  /** Which starts are asked about, half-open. */
  window: { from: Minute; to: Minute };
  /** A booking that is to be moved or confirmed and does not stand in its own way (E8, F4). */
  except?: string;
  /** Set when a host is to be chosen for this start: then the counts of D1 are read too. */
  choosingFor?: Minute;
  /** What a time that is not simply on offer goes by. */
  terms?: Terms;
  /** Hosts whose calendars could not be read just now: they count as closed (A9). */
  unread?: ReadonlySet<string>;
}

export interface Snapshot {
  offer: Offer;
  /** The rows behind `offer.hosts`, in the same order. */
  hosts: HostRow[];
}

/**
 * Reads all that decides about a link's times: three statements, one or two more for choosing, one for caps, two (three
 * for choosing) for a rotation.
 */
export async function readSnapshot(
  db: Reader,
  clock: Clock,
  given: BookableLink,
  question: Question,
): Promise<Snapshot> {
  const choosing = question.choosingFor !== undefined;
  const { except = null } = question;
  const rotations = await readStandings(db, given.link.workspaceId, [given.link], { choosing, except });
  const bookable = { ...given, link: asTheyStand(given.link, rotations) };
  const { link } = bookable;
  const zone = zoneNamed(link.settings.timeZone)!;
  const wanted = candidateIds(link.settings);
  const hosts = sorted(await readHosts(db, link.workspaceId, wanted), wanted);
  const span = reachOf(link, question);
  const [first, last] = [textFromDay(dayOf(span.from) - 1), textFromDay(dayOf(span.to) + 1)];
  const now = isoNow(clock);
  const asked = { workspaceId: link.workspaceId, hostIds: wanted, now, except };
  const absences = await readAbsences(db, { ...asked, first, last });
  const busy = await readBusy(db, { ...asked, ...span }, ALL_DAY_REACH);
  const caps = await cappedDates(db, link, zone, { ...span, now, except });
  const chairs = chairsOf(bookable, hosts, rotations, question.terms?.only);
  const counts = await hostCounts(db, link, { hostIds: wanted, chairs, except, start: question.choosingFor });
  const used = await wasUsed(db, link, now, except);
  const { durationMinutes, terms, unread } = question;
  const wish = { durationMinutes, clock, only: terms?.only, unread };
  const absencesOf = Map.groupBy(absences, (row) => row.member_id);
  const busyOf = Map.groupBy(busy, (row) => row.host_id);
  const offer = offerFrom(bookable, wish, { hosts, absencesOf, busyOf, caps, counts, used, rotations });
  return { hosts, offer: onTerms(offer, terms) };
}

/** L3: whether a single-use link has had its one booking. */
export async function wasUsed(db: Reader, link: Link, now: string, except: string | null): Promise<boolean> {
  if (link.kind !== 'specific-times' || !link.settings.singleUse) return false;
  return isUsed(db, { workspaceId: link.workspaceId, linkId: link.id, now, except });
}

/** Busy time is read a day wider than asked, so that no padded neighbour is missed. */
function reachOf(link: Link, { window, durationMinutes }: Question): { from: Minute; to: Minute } {
  const { bufferBeforeMinutes, bufferAfterMinutes } = link.settings;
  const longest = link.kind === 'specific-times' ? 1440 : durationMinutes;
  return { from: window.from - bufferBeforeMinutes - 5, to: window.to + longest + bufferAfterMinutes + 5 };
}

function sorted(rows: HostRow[], order: string[]): HostRow[] {
  const position = new Map(order.map((id, at) => [id, at]));
  return rows.toSorted((one, other) => position.get(one.member_id)! - position.get(other.member_id)!);
}

function dayOf(minute: Minute): number {
  return dayFromText(isoFromMinute(minute).slice(0, 10)) ?? 0;
}
