import { foldText } from './choices.ts';

/** The letters that were searched for, underlined: accents and case do not matter. */
export function Marked({ text, query }: { text: string; query: string }) {
  const found = find(text, query);
  if (!found) return <bdi>{text}</bdi>;
  const [from, to] = found;
  return (
    <bdi>
      {text.slice(0, from)}
      <mark className="bg-transparent font-semibold text-inherit underline decoration-accent-mid decoration-2 underline-offset-3">
        {text.slice(from, to)}
      </mark>
      {text.slice(to)}
    </bdi>
  );
}

/** Where the query stands in the text as written; folding may change how many letters there are. */
export function find(text: string, query: string): [number, number] | null {
  const sought = foldText(query);
  if (sought === '') return null;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment, index }) => ({
    index,
    end: index + segment.length,
    folded: segment === ' ' ? ' ' : foldText(segment),
  }));
  const whole = letters.map((letter) => letter.folded).join('');
  const at = whole.indexOf(sought);
  if (at < 0) return null;
  let seen = 0;
  let [from, to] = [0, 0];
  for (const letter of letters) {
    if (seen <= at) from = letter.index;
    seen += letter.folded.length;
    to = letter.end;
    if (seen >= at + sought.length) break;
  }
  return [from, to];
}
