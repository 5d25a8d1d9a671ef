import { dayFromText, isoFromMinute, minuteFromIso, textFromDay, type Minute } from '#engine/minutes.ts';
import { localDayOf, startOfDay, zoneNamed, type Zone } from '#engine/zone.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { offeredStarts } from '#bookings/offer.ts';
import { lacksHost } from '#bookings/unavailable-host.ts';
import { horizonOf } from '#bookings/offer-window.ts';
import { byVisitorDay } from '#bookings/slots-query.ts';
import type { Place } from './place.ts';
import type { Choose } from './view.ts';

/** What the address of the page asks for, each part checked or left out. */
export interface Asked {
  timeZone: string;
  month?: string;
  day?: string;
  duration: number;
  /** Whether the list of time zones is wanted. */
  zones?: boolean;
}

const LOOK_AHEAD_DAYS = 92;

/** The month on show with its free days, the ways to earlier and later ones, and the next free day after it. */
export async function chooseView(
  platform: Platform,
  found: FoundLink,
  asked: Asked,
  place: Place,
): Promise<Choose> {
  const zone = zoneNamed(asked.timeZone)!;
  const days = await freeDays(platform, found, asked, zone, place.moving?.bookingId);
  const month = asked.month ?? days.list[0]?.date.slice(0, 7) ?? monthOf(zone, minuteNow(platform.clock));
  const isLacking = days.list.length === 0 && (await lacksHost(platform, found));
  const beyond = days.list.find(({ date }) => date.slice(0, 7) > month);
  const before = days.list.findLast(({ date }) => date.slice(0, 7) < month);
  const shown = days.list.filter(({ date }) => date.startsWith(month));
  return {
    frame: place.frame,
    at: place.at,
    about: place.about,
    timeZone: asked.timeZone,
    month,
    ...(asked.day?.startsWith(month) && { day: asked.day }),
    duration: asked.duration,
    durations: place.moving ? [asked.duration] : found.link.settings.durationsMinutes,
    days: shown,
    earlier: before ? nextMonth(month, -1) : null,
    later: beyond || days.more ? nextMonth(month, 1) : null,
    after: beyond ? { date: beyond.date, count: beyond.slots.length } : null,
    before: before ? { date: before.date, count: before.slots.length } : null,
    ...(isLacking && { unavailable: true }),
    ...(asked.zones && { zones: true }),
    ...(place.moving && { moving: place.moving.view }),
    ...(place.usual && { usual: place.usual }),
  };
}

interface FreeDays {
  list: { date: string; slots: string[] }[];
  /** Whether the horizon reaches beyond what was looked at. */
  more: boolean;
}

/** From now to a month after the one on show; when nothing is free there, to the end of the horizon. */
async function freeDays(
  platform: Platform,
  found: FoundLink,
  asked: Asked,
  zone: Zone,
  except: string | undefined,
): Promise<FreeDays> {
  const now = minuteNow(platform.clock);
  const horizon = horizonOf(found.link.settings.horizon, zoneNamed(found.link.settings.timeZone)!, now);
  const last = asked.month
    ? dayFromText(`${nextMonth(asked.month, 2)}-01`)!
    : localDayOf(zone, now) + LOOK_AHEAD_DAYS;
  const near = Math.min(startOfDay(zone, last), horizon.to);
  const first = await daysBetween(platform, found, asked, { from: now, to: near }, except);
  const isShort = near < horizon.to;
  const enough = first.some(({ date }) => !asked.month || date.slice(0, 7) >= asked.month);
  if (enough || !isShort) return { list: first, more: isShort };
  const rest = await daysBetween(platform, found, asked, { from: near, to: horizon.to }, except);
  return { list: joined(first, rest), more: false };
}

async function daysBetween(
  platform: Platform,
  found: FoundLink,
  { duration, timeZone }: Asked,
  window: { from: Minute; to: Minute },
  except: string | undefined,
): Promise<FreeDays['list']> {
  if (window.from >= window.to) return [];
  const starts = await offeredStarts(platform, found, {
    durationMinutes: duration,
    window,
    ...(except && { except }),
  });
  return byVisitorDay(starts, timeZone).map((day) => ({
    date: day.date,
    slots: day.starts.map(isoFromMinute),
  }));
}

/** A date cut by the end of a window stands in both halves. */
function joined(one: FreeDays['list'], other: FreeDays['list']): FreeDays['list'] {
  const last = one.at(-1);
  if (!last || last.date !== other[0]?.date) return [...one, ...other];
  return [
    ...one.slice(0, -1),
    { date: last.date, slots: [...last.slots, ...other[0].slots] },
    ...other.slice(1),
  ];
}

function monthOf(zone: Zone, minute: Minute): string {
  return textFromDay(localDayOf(zone, minute)).slice(0, 7);
}

export function nextMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Reads the parts of an address; what makes no sense is left out, but a zone is never guessed (null). */
export function askedFrom(query: Record<string, string>, found: FoundLink): Asked | null {
  const { durationsMinutes, timeZone } = found.link.settings;
  const zone = query.timeZone || timeZone;
  if (!zoneNamed(zone)) return null;
  const duration = durationsMinutes.find((minutes) => String(minutes) === query.duration);
  const { day, month } = query;
  const isDay = day !== undefined && dayFromText(day) !== null;
  const isMonth = month !== undefined && dayFromText(`${month}-01`) !== null;
  const shown = isMonth ? month : isDay ? day.slice(0, 7) : undefined;
  return {
    timeZone: zone,
    ...(shown && { month: shown }),
    ...(isDay && { day }),
    duration: duration ?? durationsMinutes[0]!,
    ...(query.zones === '1' && { zones: true }),
  };
}

export function startFrom(text: string | undefined): Minute | null {
  return text === undefined ? null : minuteFromIso(text);
}
