/** Names of the form's fields, shared by the template that writes them and the reader that takes them. */
export const fieldNames = {
  start: 'start',
  timeZone: 'timeZone',
  duration: 'duration',
  language: 'language',
  contact: 'c',
  /** C3: whose times the visitor chose. */
  who: 'who',
  key: 'key',
  token: 'form',
  /** People leave it empty, robots rarely do. */
  trap: 'company_website',
  name: 'name',
  email: 'email',
  phone: 'phone',
  notes: 'notes',
  guests: 'guests',
  text: 'text',
  /** Which of a page's forms it is, where it is not a booking's. */
  step: 'step',
} as const;

export const answerName = (id: string): string => `answer.${id}`;
export const consentName = (id: string): string => `consent.${id}`;

/** The element a path of a refusal belongs to: 'visitor.email' → 'email', 'answers.q1' → 'answer.q1'. */
export function fieldOf(path: string): string {
  if (path.startsWith('answers.')) return answerName(path.slice('answers.'.length));
  if (path.startsWith('consents.')) return consentName(path.slice('consents.'.length));
  const bare = path.replace(/^visitor\./, '').split('.')[0] ?? '';
  return bare === 'details' ? fieldNames.notes : bare;
}
