import type { Language } from './messages.ts';

/** Clauses of one sentence. A French semicolon stands apart from its word, and never at the beginning of a line. */
export function clauses(parts: readonly string[], language: Language): string {
  return parts.join(language === 'fr' ? '\u202f; ' : '; ');
}
