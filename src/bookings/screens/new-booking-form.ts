/** What is typed for a new booking, and what the server is asked. Pure, so that every rule of it is tested. */
import type { NewByHand } from './booking-acts.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { instantAt, plusMinutes, wallTimeOf, type WallTime } from './wall-time.ts';

export type StatusByHand = 'scheduled' | 'unverified' | 'completed' | 'no-show' | 'cancelled';

export interface NewBookingForm {
  date: string | null;
  time: string | null;
  minutes: number | null;
  /** As chosen; what has passed can only be over. */
  status: StatusByHand;
  /** Null: the appointment page's rule chooses. */
  hostId: string | null;
  name: string;
  email: string;
  phone: string;
  skype: string;
  title: string;
  details: string;
  record: { kind: 'lead' | 'contact'; id: string; name: string } | null;
  notify: boolean;
}

/** What it begins with, where it is opened from. */
export interface NewBookingStart {
  /** An instant. */
  start?: string;
  minutes?: number;
  hostId?: string;
  name?: string;
  email?: string;
  record?: NewBookingForm['record'];
}

const FIVE_MINUTES = 300_000;

/** At the next half hour of a working day, unless a time is given. */
export function emptyForm(given: NewBookingStart, hostId: string, now: string, zone: string): NewBookingForm {
  return {
    ...(given.start ? wallTimeOf(given.start, zone) : nextHalfHour(now, zone)),
    minutes: given.minutes ?? 30,
    status: 'scheduled',
    hostId: given.hostId ?? hostId,
    name: given.name ?? '',
    email: given.email ?? '',
    phone: '',
    skype: '',
    title: '',
    details: '',
    record: given.record ?? null,
    notify: false,
  };
}

function nextHalfHour(now: string, zone: string): WallTime {
  const halfHour = 6 * FIVE_MINUTES;
  const next = new Date(Math.ceil(Date.parse(now) / halfHour) * halfHour).toISOString();
  const { date, time } = wallTimeOf(next, zone);
  if (time < '08:00') return { date, time: '09:00' };
  return time < '18:00' ? { date, time } : { date: plusDays(date, 1), time: '09:00' };
}

/** The instants of the meeting; null while date, time or length is missing. */
export function meetingOf({ date, time, minutes }: NewBookingForm, zone: string) {
  if (!date || !time || !minutes) return null;
  const start = instantAt({ date, time }, zone);
  return { start, end: plusMinutes(start, minutes) };
}

const AHEAD: StatusByHand[] = ['scheduled', 'unverified'];
const OVER: StatusByHand[] = ['completed', 'no-show', 'cancelled'];

export function statusesFor(start: string | null, now: string): StatusByHand[] {
  return start !== null && start < now ? OVER : AHEAD;
}

/** The status that will be sent: the chosen one where it is possible. */
export function statusOf({ status }: NewBookingForm, start: string | null, now: string): StatusByHand {
  const possible = statusesFor(start, now);
  return possible.includes(status) ? status : possible[0]!;
}

export type Fault = 'needed' | 'email' | 'fives' | 'length' | 'visitorOrTitle';
export type Faults = Partial<Record<keyof NewBookingForm, Fault>>;

/** What must be put right before it is sent, by field. */
export function faultsOf(form: NewBookingForm, start: string | null): Faults {
  const { date, time, minutes, name, email, title, phone, skype, details } = form;
  const faults: Faults = {};
  if (!date) faults.date = 'needed';
  if (!time) faults.time = 'needed';
  else if (start !== null && Date.parse(start) % FIVE_MINUTES !== 0) faults.time = 'fives';
  if (!minutes || minutes < 5 || minutes > 1440 || minutes % 5 !== 0) faults.minutes = 'length';
  const aboutVisitor = [name, email, phone, skype, details].some((text) => text.trim() !== '');
  if (aboutVisitor && !name.trim()) faults.name = 'needed';
  if (aboutVisitor && !email.trim()) faults.email = 'needed';
  else if (email.trim() && !/^[^\s@]+@[^\s@]+$/.test(email.trim())) faults.email = 'email';
  if (!aboutVisitor && !title.trim()) faults.name = 'visitorOrTitle';
  return faults;
}

interface Asked {
  start: string;
  status: StatusByHand;
  eyes: Pick<NewByHand, 'outsideHours' | 'evenUnread'>;
}

export function wishFrom(form: NewBookingForm, { start, status, eyes }: Asked): NewByHand {
  const { name, email, phone, skype, details, title, hostId, record, minutes, notify } = form;
  const text = (value: string) => value.trim() || undefined;
  const visitor = text(email) && {
    name: name.trim(),
    email: email.trim(),
    phone: text(phone),
    skype: text(skype),
    details: text(details),
  };
  return {
    start,
    durationMinutes: minutes!,
    status,
    ...eyes,
    visitor: visitor || null,
    ...(hostId && { hostId }),
    ...(text(title) && { title: text(title) }),
    ...(record && { record: { kind: record.kind, id: record.id } }),
    notify: notify && status === 'scheduled' && Boolean(visitor),
  };
}
