import type { Language } from '#platform/messages/messages.ts';
import { refusalsIn } from '#ui/refusals.ts';
import fr from './fr.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };

const SAYING = { en: (sentence: string) => sentence, fr: refusalsIn(fr), pl: refusalsIn(pl) };

/** Says what the server refuses with in a member's language, where it writes a file for them. */
export function sayTo(locale: Language): (sentence: string) => string {
  return SAYING[locale];
}
