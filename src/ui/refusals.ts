/** What the server refuses with, said in another language. */

/**
 * English sentence → the same in the reader's language. A figure in it stands for any figure, and `{name}` for
 * whatever somebody called a thing.
 */
export type RefusalTable = Readonly<Record<string, string>>;

const FIGURE = /\d+/g;
const NAME = '{name}';

/** Sentences that stand in no table stay as the server wrote them. */
export function refusalsIn(table: RefusalTable): (sentence: string) => string {
  const entries = Object.entries(table);
  const known = new Map(entries.map(([english, said]) => [shapeOf(english), said]));
  const named = entries
    .filter(([english]) => english.includes(NAME))
    .map(([english, said]) => [patternOf(english), said] as const);
  return (sentence) => {
    const said = known.get(shapeOf(sentence));
    if (said !== undefined) return withFigures(said, sentence.match(FIGURE) ?? []);
    for (const [pattern, words] of named) {
      const found = pattern.exec(sentence);
      if (found) return withFigures(words, found.slice(2)).replace(NAME, () => found[1]!);
    }
    return sentence;
  };
}

function withFigures(said: string, figures: readonly string[]): string {
  let next = 0;
  return said.replaceAll(FIGURE, (own) => figures[next++] ?? own);
}

/** 'Keep this within 200 characters.' and '… 60 characters.' are one sentence. */
function shapeOf(sentence: string): string {
  return sentence.replaceAll(FIGURE, '0');
}

/** The name first, then the figures that come after it: a name may have figures of its own. */
function patternOf(english: string): RegExp {
  const [before, after] = english.split(NAME).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${before}(.+)${after!.replaceAll(FIGURE, '(\\d+)')}$`, 's');
}
