import { foldText } from '../choices.ts';

/** Somebody who can be mentioned. */
export interface Person {
  id: string;
  name: string;
}

const MOST_SHOWN = 8;

/** Those with a name of which a word begins with what was typed; case and accents do not matter. */
export function peopleFor(people: readonly Person[], typed: string): Person[] {
  const start = foldText(typed);
  const found = people.filter(({ name }) => {
    const folded = foldText(name);
    return folded.startsWith(start) || folded.split(/[\s-]+/).some((word) => word.startsWith(start));
  });
  return found.slice(0, MOST_SHOWN);
}
