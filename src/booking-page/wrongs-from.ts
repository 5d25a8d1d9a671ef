import type { Asks, Typed, Wrong, WrongCode } from './view.ts';

/**
 * The refusals of the booking act (`errors` of a 422) as things to put right on the page, in the visitor's
 * language: the field and what was typed in it say which of our sentences fits.
 */
export function wrongsFrom(errors: { path: string }[], typed: Typed, asks: Asks): Wrong[] {
  const paths = new Set(errors.map(({ path }) => wholeField(path)));
  const order = fieldsInOrder(asks);
  const place = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);
  return [...paths]
    .toSorted((one, other) => place(one) - place(other))
    .map((path) => wrongOf(path, typed, asks));
}

/** As they stand on the page, so that the summary leads down the form. What has no field comes last. */
function fieldsInOrder({ questions, consents }: Asks): string[] {
  return [
    'visitor.name',
    'visitor.email',
    'visitor.phone',
    ...questions.map(({ id }) => `answers.${id}`),
    'visitor.details',
    'guests',
    ...consents.map(({ id }) => `consents.${id}`),
  ];
}

/** 'guests.2' is a matter of the field 'guests'. */
const wholeField = (path: string): string => (path.startsWith('guests') ? 'guests' : path);

function wrongOf(path: string, typed: Typed, asks: Asks): Wrong {
  const value = valueAt(path, typed);
  if (value === '') return { path, code: 'missing' };
  if (path === 'guests') return guests(value, asks.guests?.max ?? 0);
  return { path, code: codeOf(path, value, asks) };
}

function guests(value: string, max: number): Wrong {
  const many = value.split(/[,;\s]+/).filter(Boolean).length > max;
  return many ? { path: 'guests', code: 'too-many', count: max } : { path: 'guests', code: 'email' };
}

function codeOf(path: string, value: string, asks: Asks): WrongCode {
  if (path === 'visitor.email') return 'email';
  if (path === 'visitor.phone') return 'phone';
  const question = asks.questions.find(({ id }) => path === `answers.${id}`);
  if (question?.kind === 'choice') return 'choice';
  if (question?.kind === 'phone') return 'phone';
  return value.length > 190 ? 'too-long' : 'other';
}

function valueAt(path: string, typed: Typed): string {
  if (path.startsWith('answers.')) return typed.answers[path.slice('answers.'.length)] ?? '';
  if (path.startsWith('consents.')) return '';
  const fields: Record<string, string> = {
    'visitor.name': typed.name,
    'visitor.email': typed.email,
    'visitor.phone': typed.phone,
    'visitor.details': typed.notes,
    guests: typed.guests,
  };
  return fields[path] ?? '?';
}
