import { minuteFromIso } from '#engine/minutes.ts';
import type { Language } from '#platform/messages/messages.ts';
import { Problem } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { NewVisit, visitFrom } from '#bookings/visit-fields.ts';
import { checkVisit, type Visit, type VisitInput } from '#bookings/visit.ts';
import { bodyOf, type SentForm } from './read-form.ts';
import type { Asks, Wrong } from './view.ts';
import { wrongsFrom } from './wrongs-from.ts';

export interface Checked {
  visit: Visit;
  /** What the API would have been sent: the same form again is the same body. */
  body: Record<string, unknown>;
}

type Faults = { path: string }[];

/** Every fault of a form at once: what no visit may be, and what this link does not take. */
export function checkForm(
  { link }: FoundLink,
  sent: SentForm,
  asks: Asks,
  language: Language,
): Checked | { wrongs: Wrong[] } {
  const body = bodyOf(sent, asks);
  const parsed = NewVisit.safeParse(body);
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path }) => ({ path: path.join('.') }));
  const input = parsed.success ? visitFrom(parsed.data, language) : asFarAsItGoes(body, sent, language);
  const checked = heldAgainst(() => checkVisit(link, input));
  if (parsed.success && 'visit' in checked) return { visit: checked.visit, body };
  const all = 'faults' in checked ? [...faults, ...checked.faults] : faults;
  return { wrongs: wrongsFrom(all, sent.typed, asks) };
}

/** Only to find the faults of the rest: a name or address that cannot be is left out. */
function asFarAsItGoes(body: Record<string, unknown>, sent: SentForm, language: Language): VisitInput {
  const { durationMinutes, answers, consents, guests } = body as Partial<VisitInput>;
  return {
    start: minuteFromIso(sent.start) ?? 0,
    ...(durationMinutes !== undefined && { durationMinutes }),
    timeZone: sent.timeZone,
    language,
    visitor: { name: '', email: '' },
    answers: answers ?? {},
    consents: consents ?? {},
    guests: guests ?? [],
  };
}

function heldAgainst(check: () => Visit): { visit: Visit } | { faults: Faults } {
  try {
    return { visit: check() };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    return { faults: (error.extra.errors as Faults | undefined) ?? [] };
  }
}
