import { slots } from '#engine/slots.ts';
import type { Offer } from '#engine/snapshot.ts';
import { zoneNamed } from '#engine/zone.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { LinkHost } from '#links/bookable.ts';
import { warningsFor, type Warning } from '#links/present-link.ts';
import { serviceOf } from '../conference/room.ts';
import { writersTo } from '../conference/store-rooms.ts';
import { horizonOf } from '../offer-window.ts';
import { readSnapshot, type BookableLink } from '../snapshot.ts';
import { lostToGrid, outsideHosts } from './lost-hours.ts';
import { asWords } from './words.ts';

const NEAR_DAYS = 31;
const A_DAY = 1440;

/**
 * What somebody should know about a link as its settings stand: causes before effects, each with a code, a sentence,
 * and what it is about (L2). Asked for one link, never for a list; reads one snapshot, two when the first month has nothing.
 */
export async function linkWarnings(
  platform: Platform,
  bookable: BookableLink,
  hosts: readonly LinkHost[],
): Promise<Warning[]> {
  return [...(await timeWarnings(platform, bookable, hosts)), ...(await roomWarnings(platform, bookable))];
}

/** B7: first hosts whose calendar cannot open the link's room. */
async function roomWarnings({ db }: Platform, { link }: BookableLink): Promise<Warning[]> {
  const kind = serviceOf(link.settings.location);
  const first = link.settings.chairs[0]?.candidateIds ?? [];
  if (kind === undefined || first.length === 0) return [];
  const able = await writersTo(db.read, link.workspaceId, kind, first);
  const memberIds = first.filter((id) => !able.has(id));
  return memberIds.length > 0 ? [warning('room-unconnected', { memberIds })] : [];
}

async function timeWarnings(
  platform: Platform,
  bookable: BookableLink,
  hosts: readonly LinkHost[],
): Promise<Warning[]> {
  const { link } = bookable;
  const unhosted = hostWarnings(bookable, hosts);
  if (link.kind === 'specific-times') return [...unhosted, ...pastTimes(platform, bookable)];
  const ends = warningsFor(bookable, platform.clock);
  const { timeZone, horizon, minimumNoticeMinutes, durationsMinutes } = link.settings;
  const now = minuteNow(platform.clock);
  const reach = horizonOf(horizon, zoneNamed(timeZone)!, now);
  if (reach.to <= now) return [...unhosted, warning('horizon-over'), ...ends];
  const near = { from: now, to: Math.min(now + NEAR_DAYS * A_DAY, reach.to) };
  const durationMinutes = Math.min(...durationsMinutes);
  const at = (window: Window) =>
    readSnapshot(platform.db.read, platform.clock, bookable, { durationMinutes, window });
  const { offer } = await at(near);
  const told = [...unhosted, ...ends, ...hoursWarnings(offer)];
  if (now + minimumNoticeMinutes >= reach.to) return [...told, warning('notice-beyond-horizon')];
  if (unhosted.length > 0) return told;
  const far = { from: near.to, to: reach.to };
  const offers = [{ offer, window: near }];
  if (slots(offer, near).length > 0) return told;
  if (far.from < far.to) offers.push({ offer: (await at(far)).offer, window: far });
  return [...told, ...nothingFree(offers)];
}

interface Window {
  from: number;
  to: number;
}

/** Nobody can host at all, or nobody in one of several chairs (B4). */
function hostWarnings({ link }: BookableLink, hosts: readonly LinkHost[]): Warning[] {
  const able = new Set(hosts.filter(({ bookable }) => bookable.ok).map(({ memberId }) => memberId));
  if (able.size === 0) return [warning('no-host')];
  const empty = link.settings.chairs.flatMap(({ candidateIds }, index) =>
    candidateIds.some((id) => able.has(id)) ? [] : [index + 1],
  );
  return empty.length > 0 ? [warning('chair-empty', { chairs: empty })] : [];
}

function pastTimes({ clock }: Platform, { link }: BookableLink): Warning[] {
  const now = isoNow(clock);
  const { times, expiresAt } = link.settings;
  if (times.every(({ start }) => start <= now)) return [warning('times-past')];
  return expiresAt !== null && expiresAt <= now ? [warning('offer-ended')] : [];
}

function hoursWarnings(offer: Offer): Warning[] {
  const outside = outsideHosts(offer);
  const { spans, hosts } = lostToGrid(offer);
  const memberIds = hosts.map((index) => offer.hosts[index]!.id);
  return [
    ...(outside.length > 0 ? [warning('hours-outside-hosts', { hours: outside })] : []),
    ...(spans.length > 0
      ? [warning('grid-hides-hours', { hours: spans, memberIds, minutes: offer.increment })]
      : []),
  ];
}

/** Of several chairs, those that have nobody free by themselves; none named: each has somebody, but never all at once. */
function nothingFree(offers: { offer: Offer; window: Window }[]): Warning[] {
  if (offers.some(({ offer, window }) => slots(offer, window).length > 0)) return [];
  const { chairs } = offers[0]!.offer;
  if (chairs.length === 1) return [warning('nothing-free')];
  const never = chairs.flatMap((_, index) =>
    offers.some(({ offer, window }) => slots(alone(offer, index), window).length > 0) ? [] : [index + 1],
  );
  return [warning('nothing-free', { chairs: never })];
}

function alone(offer: Offer, chair: number): Offer {
  return { ...offer, chairs: [offer.chairs[chair]!] };
}

function warning(code: Warning['code'], about: Omit<Warning, 'code' | 'message'> = {}): Warning {
  return { code, message: asWords(code, about), ...about };
}
