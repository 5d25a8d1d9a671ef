import { z } from '#platform/http/fields.ts';
import { invalid } from '#platform/refusal.ts';

/** A stage shows no more of its cards. */
const MOST_CARDS = 2_000;

const shown = z.record(z.string().max(60), z.number().int().min(1).max(MOST_CARDS));

/** How many cards of each stage are wanted; what is no such list is refused (422). */
export function cardsWanted(written: string | undefined): Record<string, number> {
  if (written === undefined) return {};
  try {
    return shown.parse(JSON.parse(written));
  } catch {
    throw invalid({
      path: 'cards',
      message: `Say how many cards of a stage, ${MOST_CARDS} at most: {"proposal": 150}.`,
    });
  }
}
