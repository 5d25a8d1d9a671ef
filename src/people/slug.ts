import { fold } from '#platform/fold.ts';

/** Addresses of the product itself (API.md, Manners) and of its own pages. */
const RESERVED = new Set([
  'api',
  'admin',
  'bookings',
  'book_appointment',
  'setup',
  'assets',
  'logos',
  'embed.js',
  'healthz',
  'sign-in',
  'sign-out',
  'forgotten-password',
  'reset-password',
  'invitation',
  'calendars',
  'meet',
  'problems',
]);

export const LONGEST_SLUG = 60;

/** Lower-case words joined by hyphens, and not an address of the product itself. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !isReserved(text);
}

export function isReserved(text: string): boolean {
  return RESERVED.has(text);
}

/** "Śnieżka i Søn" becomes sniezka-i-son; `otherwise` when no letter is left that addresses know. */
export function slugFrom(name: string, otherwise: string): string {
  const words = fold(name).replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? '-');
  const slug = cut(words.replace(/-+/g, '-'));
  if (slug === '') return otherwise;
  return isReserved(slug) ? `${slug}-team` : slug;
}

/** Letters that do not come apart into a plain one and an accent. */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

function cut(text: string): string {
  return text
    .replace(/^-+/, '')
    .slice(0, LONGEST_SLUG - 5)
    .replace(/-+$/, '');
}
