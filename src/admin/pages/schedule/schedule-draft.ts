/** What is typed of a meeting, what is wrong with it, and what the server is asked. Pure, so that it is tested. */
import type { NewByHand } from '#bookings/screens/booking-acts.ts';
import { instantAt, plusMinutes } from '#bookings/screens/wall-time.ts';
import type { Person } from '#emails/screens/draft.ts';
import type { SubjectKind } from './schedule-search.ts';

export const PLACES = ['none', 'video', 'phone', 'address', 'ask'] as const;
export type Place = (typeof PLACES)[number];

export interface Draft {
  date: string | null;
  time: string | null;
  minutes: number;
  /** Null: as the record says. */
  people: Person[] | null;
  title: string | null;
  details: string;
  place: Place;
  placeValue: string;
  /** Why not whose turn it is (R5). */
  reason: string;
  notify: boolean;
}

export const EMPTY: Draft = {
  date: null,
  time: null,
  minutes: 30,
  people: null,
  title: null,
  details: '',
  place: 'none',
  placeValue: '',
  reason: '',
  notify: true,
};

/** What the record gives where nothing was typed. */
export interface Prefilled {
  people: Person[];
  title: string;
}

/** The instants of the meeting; null while date or time is missing. */
export function meetingOf({ date, time, minutes }: Draft, zone: string) {
  if (!date || !time) return null;
  const start = instantAt({ date, time }, zone);
  return { start, end: plusMinutes(start, minutes) };
}

export type Fault = 'needed' | 'fives' | 'https';
export type FieldName =
  | 'date'
  | 'time'
  | 'minutes'
  | 'people'
  | 'title'
  | 'details'
  | 'placeValue'
  | 'reason';
export type Faults = Partial<Record<FieldName, Fault>>;

const FIVE_MINUTES = 300_000;

/** What must be put right before it is sent, by field. */
export function faultsOf(draft: Draft, { title }: Prefilled, start: string | null): Faults {
  const faults: Faults = {};
  if (!draft.date) faults.date = 'needed';
  if (!draft.time) faults.time = 'needed';
  else if (start !== null && Date.parse(start) % FIVE_MINUTES !== 0) faults.time = 'fives';
  if (!(draft.title ?? title).trim()) faults.title = 'needed';
  const room = draft.placeValue.trim();
  if (draft.place === 'video' && room && !room.startsWith('https://')) faults.placeValue = 'https';
  return faults;
}

interface Asked {
  start: string;
  record: { kind: SubjectKind; id: string };
  eyes: Pick<NewByHand, 'outsideHours' | 'evenUnread'>;
}

/** What a meeting is in either way of booking it; the first of the people is its visitor, the others are guests. */
export function meetingFrom(draft: Draft, prefilled: Prefilled, { start, record, eyes }: Asked) {
  const [first, ...others] = draft.people ?? prefilled.people;
  const details = draft.details.trim();
  return {
    start,
    durationMinutes: draft.minutes,
    title: (draft.title ?? prefilled.title).trim(),
    visitor: first ? { name: nameOf(first), email: first.address } : null,
    attendees: others.map(({ address }) => address),
    location: placeFrom(draft),
    record,
    ...eyes,
    notify: draft.notify && first !== undefined,
    ...(details && { details }),
  } satisfies NewByHand;
}

export function nameOf({ name, address }: Person): string {
  return name?.trim() || (address.split('@')[0] ?? address);
}

function placeFrom({ place, placeValue }: Draft): NewByHand['location'] {
  if (place === 'none') return null;
  const value = placeValue.trim();
  return { kind: place, ...(value && { value }) };
}

/** At which field it stands what the server said of one: 'attendees.1' at `people`. */
export function fieldOf(path: string): FieldName | null {
  const [head = ''] = path.split('.');
  return FIELD_OF[path] ?? FIELD_OF[head] ?? null;
}

const FIELD_OF: Record<string, FieldName> = {
  start: 'time',
  durationMinutes: 'minutes',
  visitor: 'people',
  'visitor.details': 'details',
  attendees: 'people',
  title: 'title',
  details: 'details',
  location: 'placeValue',
  overrideReason: 'reason',
};
