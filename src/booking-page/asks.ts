import { translator } from '#platform/messages/messages.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Asks, Consent, Location, Question } from './view.ts';

/** The settings of a link that decide what its form asks. */
export type AskingLink = {
  location?: Location | null;
  questions: Question[];
  guests: { allowed: boolean; max: number };
  consents: Consent[];
};

/** What the form of a link asks. Where the visitor says the place, that is its first question (`answers.location`). */
export function asksOf({ location, questions, guests, consents }: AskingLink, language: Language): Asks {
  const place = placeQuestion(language);
  return {
    phone: 'optional',
    notes: true,
    guests: guests.allowed && guests.max > 0 ? { max: guests.max } : null,
    questions:
      location?.kind === 'ask' ? [place, ...questions.filter(({ id }) => id !== place.id)] : questions,
    consents,
  };
}

function placeQuestion(language: Language): Question {
  return { id: 'location', label: translator(language)('page.details.place'), kind: 'text', required: false };
}
