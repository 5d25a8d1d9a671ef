/** What the server refuses with, said in another language. */

/** English sentence → the same in the reader's language; a figure in it stands for any figure. */
export type RefusalTable = Readonly<Record<string, string>>;

const FIGURE = /\d+/g;

/** Sentences that stand in no table stay as the server wrote them. */
export function refusalsIn(table: RefusalTable): (sentence: string) => string {
  const known = new Map(Object.entries(table).map(([english, said]) => [shapeOf(english), said]));
  return (sentence) => {
    const said = known.get(shapeOf(sentence));
    if (said === undefined) return sentence;
    const figures = sentence.match(FIGURE) ?? [];
    let next = 0;
    return said.replaceAll(FIGURE, (own) => figures[next++] ?? own);
  };
}

/** 'Keep this within 200 characters.' and '… 60 characters.' are one sentence. */
function shapeOf(sentence: string): string {
  return sentence.replaceAll(FIGURE, '0');
}
