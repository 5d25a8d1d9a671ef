/**
 * A proposal's sentence for a place that has the name already: 'Bo is next: 3 meetings; Ana 4' → '3 meetings; Ana 4'.
 * A sentence of another form stays whole.
 */
export function besideName(sentence: string, name: string): string {
  const at = sentence.indexOf(name);
  if (at < 0 || at > MOST_BEFORE) return sentence;
  const rest = sentence.slice(at + name.length);
  return /^[^.;,:]{0,40}?\s?[:–]\s(.+)$/su.exec(rest)?.[1] ?? sentence;
}

const MOST_BEFORE = 40;
