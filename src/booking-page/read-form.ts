import type { Utm } from '#crm/leads/utm.ts';
import { answerName, consentName, fieldNames } from './form-names.ts';
import { utmOf } from './utm.ts';
import type { Asks, Typed } from './view.ts';

/** What a form sent, before anything is checked. Fields that nobody asked for are not read. */
export type SentForm = {
  start: string;
  timeZone: string;
  duration: string;
  c: string;
  who: string;
  utm: Utm | null;
  key: string;
  token: string;
  /** Something stands in the field that people never see. */
  trapped: boolean;
  typed: Typed;
};

export function readForm(form: URLSearchParams, asks: Asks): SentForm {
  const text = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n');
  return {
    start: text(fieldNames.start),
    timeZone: text(fieldNames.timeZone),
    duration: text(fieldNames.duration),
    c: text(fieldNames.contact),
    who: text(fieldNames.who),
    utm: utmOf(Object.fromEntries(form)),
    key: text(fieldNames.key),
    token: text(fieldNames.token),
    trapped: text(fieldNames.trap) !== '',
    typed: readTyped(text, asks),
  };
}

/** The body of `POST /api/public/…/bookings` that the form stands for; what was left empty is left out. */
export function bodyOf(
  { start, timeZone, duration, c, who, utm, typed }: SentForm,
  asks: Asks,
): Record<string, unknown> {
  const { name, email, phone, notes } = typed;
  const visitor = { name, email, phone: phone || undefined, details: notes || undefined };
  const guests = typed.guests.split(/[,;\s]+/).filter(Boolean);
  const body = {
    start,
    timeZone,
    durationMinutes: Number(duration) || undefined,
    visitor: given(visitor),
    answers: answersOf(typed, asks),
    consents: Object.fromEntries(asks.consents.map(({ id }) => [id, typed.consents.includes(id)])),
    guests: guests.length > 0 ? guests : undefined,
    c: c || undefined,
    who: who || undefined,
    utm: utm ?? undefined,
  };
  return given(body);
}

export function nothingTyped(): Typed {
  return { name: '', email: '', phone: '', notes: '', guests: '', answers: {}, consents: [] };
}

function readTyped(text: (name: string) => string, asks: Asks): Typed {
  return {
    name: text(fieldNames.name).trim(),
    email: text(fieldNames.email).trim(),
    phone: text(fieldNames.phone).trim(),
    notes: text(fieldNames.notes),
    guests: text(fieldNames.guests).trim(),
    answers: Object.fromEntries(asks.questions.map(({ id }) => [id, text(answerName(id))])),
    consents: asks.consents
      .filter(({ id, version }) => text(consentName(id)) === tickOf(version))
      .map(({ id }) => id),
  };
}

/** A tick says to which wording: one that was given to an earlier wording is none, and the form asks again. */
export function tickOf(version: number): string {
  return `v${version}`;
}

/** A checkbox is a truth, the others are text; empty answers are left out. */
function answersOf({ answers }: Typed, { questions }: Asks): Record<string, string | boolean> {
  const pairs = questions.map(({ id, kind }): [string, string | boolean] => {
    const value = answers[id] ?? '';
    return [id, kind === 'checkbox' ? value !== '' : value];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
