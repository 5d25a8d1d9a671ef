import type { Minute } from '#engine/minutes.ts';
import { minuteFromIso } from '#engine/minutes.ts';
import { foldAddress } from '#platform/fold.ts';
import { checkAddress } from '#platform/mailer/address.ts';
import type { Language } from '#platform/messages/messages.ts';
import { invalid, type FieldError } from '#platform/refusal.ts';
import type { Link, LinkLocation, Question } from '#links/link.ts';
import type { Utm } from '#crm/leads/utm.ts';
import type { Answer, Booking, GivenConsent, Visitor } from './booking.ts';
import type { Who } from '#bookings/owner-first/contact.ts';

/** What a visitor asks for, well-formed but not yet held against the link. */
export interface VisitInput {
  start: Minute;
  durationMinutes?: number;
  timeZone: string;
  language: Language;
  visitor: Visitor;
  answers: Record<string, unknown>;
  consents: Record<string, boolean>;
  guests: string[];
  utm?: Utm | null;
  c?: string;
  who?: Who;
}

/** The same, checked: every word has its place on the booking. */
export interface Visit {
  start: Minute;
  durationMinutes: number;
  timeZone: string;
  language: Language;
  visitor: Visitor;
  answers: Answer[];
  consents: Booking['consents'];
  guests: string[];
  location: LinkLocation | null;
  utm: Utm | null;
  /** The contact token of their link (C4), and what they chose on the ladder (C3). */
  c?: string;
  who?: Who;
}

const LONGEST = { text: 500, 'long-text': 4000, phone: 40, choice: 200, checkbox: 5 };

/** Holds the visit against the link's questions, consents, guests and durations; 422 names every field at fault. */
export function checkVisit(link: Link, input: VisitInput): Visit {
  const { settings } = link;
  const errors: FieldError[] = [];
  const durationMinutes = durationOf(link, input, errors);
  const answers = settings.questions.flatMap((question) => answerTo(question, input.answers, errors));
  const consents = consentsTo(settings, input.consents, errors);
  const guests = guestsOf(link, input, errors);
  const location = locationOf(settings.location, input.answers, errors);
  if (errors.length > 0) throw invalid(...errors);
  const { start, timeZone, language, visitor, utm = null, c, who } = input;
  const known = { ...(c && { c }), ...(who && { who }) };
  return {
    start,
    durationMinutes,
    timeZone,
    language,
    visitor,
    answers,
    consents,
    guests,
    location,
    utm,
    ...known,
  };
}

/** Each consent in the wording that stands now; whoever agreed did so to this one and no other. */
function consentsTo(
  { consents }: Link['settings'],
  said: VisitInput['consents'],
  errors: FieldError[],
): GivenConsent[] {
  return consents.map(({ id, text, version, required }) => {
    const given = Object.hasOwn(said, id) && said[id] === true;
    if (required && !given) errors.push({ path: `consents.${id}`, message: 'Tick this box to go on.' });
    return { id, text, version, given };
  });
}

function durationOf(
  { kind, settings }: Link,
  { start, durationMinutes }: VisitInput,
  errors: FieldError[],
): number {
  if (kind === 'specific-times') return lengthOfTime(settings.times, start);
  if (durationMinutes === undefined) return settings.durationsMinutes[0]!;
  if (settings.durationsMinutes.includes(durationMinutes)) return durationMinutes;
  const offered = settings.durationsMinutes.join(', ');
  errors.push({ path: 'durationMinutes', message: `This link offers ${offered} minutes.` });
  return durationMinutes;
}

function lengthOfTime(times: { start: string; end: string }[], start: Minute): number {
  const time = times.find((one) => minuteFromIso(one.start) === start);
  return time ? minuteFromIso(time.end)! - start : 30;
}

function answerTo(question: Question, answers: Record<string, unknown>, errors: FieldError[]): Answer[] {
  const path = `answers.${question.id}`;
  const refuse = (message: string): Answer[] => {
    errors.push({ path, message });
    return [];
  };
  const said = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const value = question.kind === 'checkbox' ? ticked(said) : written(said);
  if (value === null) return refuse('Answer with text.');
  if (value === '') return question.required ? refuse('Answer this question.') : [];
  if (value.length > LONGEST[question.kind])
    return refuse(`Keep this within ${LONGEST[question.kind]} characters.`);
  if (question.kind === 'choice' && !question.choices!.includes(value))
    return refuse('Choose one of the answers.');
  if (question.kind === 'phone' && !/^[+()\d][\d ()./-]{4,}$/.test(value))
    return refuse('Write a phone number.');
  return [{ id: question.id, label: question.label, value }];
}

/** A ticked box is 'yes'; one that is not ticked is no answer. */
function ticked(said: unknown): string {
  return said === true || said === 'on' || said === 'true' ? 'yes' : '';
}

/** What was written; null when it is nothing that can be kept as text. */
function written(said: unknown): string | null {
  if (said === undefined || said === null) return '';
  if (typeof said !== 'string' || !said.isWellFormed() || said.includes('\u0000')) return null;
  return said.trim();
}

function guestsOf({ settings }: Link, { guests, visitor }: VisitInput, errors: FieldError[]): string[] {
  const own = foldAddress(visitor.email);
  const unique = [...new Map(guests.map((guest) => [foldAddress(guest), guest.trim()])).entries()];
  const others = unique.filter(([folded]) => folded !== own).map(([, guest]) => guest);
  const most = settings.guests.allowed ? settings.guests.max : 0;
  if (others.length > most) {
    errors.push({
      path: 'guests',
      message: most === 0 ? 'This meeting takes no guests.' : `Invite at most ${most} guests.`,
    });
  }
  const wrong = others.slice(0, most).find((guest) => !checkAddress(guest));
  if (wrong !== undefined)
    errors.push({ path: 'guests', message: 'One of the guests’ addresses cannot be right.' });
  return others;
}

/** With `ask`, the visitor says where, under the id `location`. */
function locationOf(
  location: LinkLocation | null,
  answers: Record<string, unknown>,
  errors: FieldError[],
): LinkLocation | null {
  if (location?.kind !== 'ask') return location;
  const value = written(Object.hasOwn(answers, 'location') ? answers.location : undefined);
  if (value === null || value.length > LONGEST.text) {
    errors.push({ path: 'answers.location', message: `Say where within ${LONGEST.text} characters.` });
  }
  return value ? { kind: 'ask', value } : { kind: 'ask' };
}
